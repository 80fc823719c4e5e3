import type { Calendar } from '../../../shared/rules/calendar'
import { beijingDay } from '../../../shared/rules/days'
import type { ConsultationView, ReplyVersionView, RoundView } from '../../../shared/matters/suggestion/rounds'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { gatedActions } from '../../../shared/grammar/decide'
import { dueOn } from '../../../shared/grammar/due'
import { fill } from '../../../shared/words/messages'
import { parties } from '../../../shared/words/parties'
import { rulesOf } from '../../../shared/rules/rules'
import { type SuggestionParty, suggestionStates } from '../../../shared/matters/suggestion/states'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import { classMarks } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { signersMissing } from './gates'
import { photosOfConsultation, photosOfReply, readPhotos } from '../../features/photos/queries'
import { categoryNamed } from '../../features/categories/queries'
import { showsClassMarks } from '../../features/rules/rule-set'
import { presentRow } from './list'
import { wordsOf } from './message-words'
import type { SuggestionRecord } from './record'
import { standingOf } from './standing'
import { viewAsides, viewCoUnits, viewReferrals, viewReturns, viewSeparated } from './view-aside'
import { viewKey } from './view-key'
import { viewMerging } from './view-merging'
import { viewRegistration } from './view-registration'
import { viewReview } from './view-review'
import { viewVerdicts } from './view-verdicts'
import * as rows from './view-rows'
import { seesReminders, viewReminders, viewSiteFindings } from './view-supervision'

/** One suggestion with all its history, as one of its parties sees it, and the steps open to that person. */
export async function viewSuggestion(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<SuggestionView> {
  const standing = await standingOf(reader, actor, id, now)
  const { suggestion, parties: mine } = standing
  const [text] = await rows.readText(reader, id)
  if (!text) throw new Error(`suggestion ${id} without a text`)
  return {
    ...presentRow(standing),
    ...(await viewRegistration(reader, id)),
    facts: text.facts,
    proposal: text.proposal,
    village: text.villageId && text.villageName ? { id: text.villageId, name: text.villageName } : null,
    category: await categoryNamed(reader, suggestion.townId, suggestion.category),
    publicItem: suggestion.publicItem,
    step: suggestionStates[suggestion.state].step,
    plain: fill(suggestionStates[suggestion.state].plain, wordsOf(suggestion, now)),
    signersMissing: signersMissing(suggestion),
    coSigners: (await rows.readCoSigners(reader, id)).map(({ personId, name, answer, textVersion }) => ({
      id: personId,
      name,
      answer: answer === 'signed' && textVersion !== suggestion.textVersion ? 'askedAgain' : answer,
    })),
    coUnits: await viewCoUnits(reader, id),
    returns: await viewReturns(reader, id),
    referrals: await viewReferrals(reader, id),
    separated: await viewSeparated(reader, id),
    review: await viewReview(reader, id),
    ...(await viewMerging(reader, suggestion)),
    conclusion: text.conclusion,
    key: await viewKey(reader, suggestion),
    verdicts: await viewVerdicts(reader, id),
    reminders: seesReminders(mine) ? await viewReminders(reader, id) : [],
    siteFindings: await viewSiteFindings(reader, id),
    rounds: await viewRounds(reader, suggestion, standing.calendar, now),
    opinions: mine.has('leadDeputy') ? await rows.readOpinions(reader, id) : [],
    timeline: (await rows.readEvents(reader, id)).filter(isReadBy(mine)).map((event) => ({
      action: event.action,
      by: event.name ? `${parties[event.party]} ${event.name}` : parties[event.party],
      note: event.note,
      at: isoInstant(event.at),
    })),
    gated: gatedActions(suggestionTable, standing),
  }
}

/** Some steps are between a few parties; the others do not read of them. */
const isReadBy =
  (mine: ReadonlySet<SuggestionParty>) =>
  ({ action }: { action: SuggestionAction | 'start' }) => {
    const readBy = action === 'start' ? undefined : suggestionTable.actions[action].readBy
    return readBy === undefined || readBy.some((party) => mine.has(party))
  }

async function viewRounds(
  reader: Reader,
  suggestion: SuggestionRecord,
  calendar: Calendar,
  now: Date,
): Promise<RoundView[]> {
  const consultations = await rows.readConsultations(reader, suggestion.id)
  const photos = await readPhotos(reader, suggestion.id)
  const asides = await viewAsides(reader, suggestion.id)
  const marked = await showsClassMarks(reader, suggestion.townId)
  const viewVersion = ({ roundNo, ...said }: rows.ReplyVersionRow): ReplyVersionView => ({
    ...said,
    mark: marked ? classMarks[said.outcome] : null,
    ...photosOfReply(photos, { roundNo, version: said.version }),
  })
  const rounds = await rows.readRounds(reader, suggestion.id)
  const wasCorrected = rounds.some(({ replyVersion }) => (replyVersion ?? 1) > 1)
  const earlier = wasCorrected ? await rows.readReplyVersions(reader, suggestion.id) : []
  return rounds.map((round) => ({
    no: round.roundNo,
    leadUnit: { id: round.leadUnitId, name: round.unitName },
    handedOverOn: round.handedOverOn,
    deadline: {
      on: round.deadlineOn,
      tentative: calendar.isTentative(round.deadlineOn),
      urgency: round.repliedAt ? 'inTime' : dueOn(round.deadlineOn, rulesOf(suggestion), now).urgency,
    },
    instructions: round.instructions,
    ...asides(round.roundNo),
    responsibles: round.leaderInCharge
      ? { leader: round.leaderInCharge, handler: round.handlerName ?? '', phone: round.handlerPhone ?? '' }
      : null,
    consultations: consultations
      .filter((consultation) => consultation.roundNo === round.roundNo)
      .map(({ roundNo: _, ...consultation }): ConsultationView => ({
        ...consultation,
        photos: photosOfConsultation(photos, consultation.id),
      })),
    reply:
      round.outcome && round.repliedAt
        ? {
            ...viewVersion({
              roundNo: round.roundNo,
              version: round.replyVersion ?? 1,
              outcome: round.outcome,
              documentNo: round.documentNo ?? '',
              text: round.replyText ?? '',
              publicResult: round.publicResult ?? '',
              signer: round.signer ?? '',
              ground: round.ground,
              fundsYuan: round.fundsYuan,
              lengthMetres: round.lengthMetres,
              beneficiaries: round.beneficiaries,
            }),
            on: beijingDay(new Date(isoInstant(round.repliedAt))),
            earlier: earlier.filter(({ roundNo }) => roundNo === round.roundNo).map(viewVersion),
          }
        : null,
    evaluation:
      round.attitude && round.result && round.evaluatedAt
        ? {
            attitude: round.attitude,
            result: round.result,
            reason: round.evaluationReason,
            on: beijingDay(new Date(isoInstant(round.evaluatedAt))),
          }
        : null,
  }))
}
