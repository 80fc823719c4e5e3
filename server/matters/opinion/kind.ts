import {
  type OpinionAction,
  type OpinionGate,
  type OpinionParty,
  type OpinionState,
  opinionTable,
  uncheckedStates,
  watchedStates,
} from '../../../shared/matters/opinion/table'
import { askedBackSentence } from '../../../shared/matters/opinion/ask-back'
import {
  callAskedOfDeputy,
  callPromised,
  isCallOpen,
  remindedFrom,
} from '../../../shared/matters/opinion/call-back'
import { followUpOn, readAloud } from '../../../shared/matters/opinion/afterwards'
import { saidMoreInSuggestion, saidWithRating } from '../../../shared/matters/opinion/states'
import { dueFromHour } from '../../../shared/grammar/due'
import { addDays, beijingDay, type Day, spokenDay } from '../../../shared/rules/days'
import { isoInstant } from '../../database/sql'
import { findingDeputy } from '../../../shared/matters/opinion/whom'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { fill, numberOf } from '../../../shared/words/messages'
import { inboxPage, opinionPage } from '../../../shared/words/pages'
import type { Party } from '../../../shared/words/parties'
import { opinionKinds } from '../../../shared/words/words'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import type { Reader } from '../../database/source'
import { personIdOf } from '../../engine/begin'
import { person, post, resident } from '../../engine/holders'
import { type Holders, kindOf } from '../../engine/kind'
import { lookedAtAttachments } from './attachments'
import { wordsOfCall } from './calls'
import { effects } from './effects'
import { keepPapers } from './papers'
import { deputyOf, isWithOffice, type OpinionRecord, readOpinion, summaryOf } from './record'
import { followTelling } from './tellings'

/** Whoever only learns that somebody waits for an answer does not read what was written. */
const pageOf = (party: Party, townId: string, id: string) =>
  party === 'presidium' ? inboxPage(townId) : opinionPage(party, townId, id)

/** What one villager told one deputy. */
export const kind = kindOf<OpinionState, OpinionAction, OpinionParty, OpinionGate, OpinionRecord>(
  opinionTable,
  {
    read: readOpinion,
    head: (opinion) => ({
      title: summaryOf(opinion.firstText),
      number: numberOf(opinion.id),
      note: `${opinionKinds[opinion.opinionKind]} · ${deputyOf(opinion)}`,
      villageId: opinion.villageId,
      names: [opinion.deputyName],
    }),
    holders: (_: Reader, opinion) => holdersOfOpinion(opinion),
    parties: {
      resident: 'listed',
      deputy: 'listed',
      // It holds none: what it decides is written down for it, by a step of the meeting.
      groupMeeting: 'told',
      congressOffice: 'listed',
    },
    gates: (opinion, { asker, today, now, due }) => ({
      suggestionEnded:
        opinion.suggestionState !== null && suggestionStates[opinion.suggestionState].waitsFor === null,
      notYetRated: Number(opinion.ratingAsked) === 1,
      saysUnsolved: isUnsolved(opinion),
      saysSomethingElse: !isUnsolved(opinion),
      followUpDue: Number(opinion.followUps) === 0 && isPast(followUpOn(opinion), today),
      followUpAgainDue: Number(opinion.followUps) === 1 && isPast(followUpOn(opinion), today),
      askedWhetherSolved:
        opinion.state === 'closed' && Number(opinion.followUps) > 0 && opinion.followUpAnswer === null,
      ofTownship: Number(opinion.deputyOfTownship) === 1,
      deputyBound: Number(opinion.deputyBound) === 1,
      residentsTurn: opinion.state === 'replied' && due !== null && today < due.soonFrom,
      notAskedBefore: Number(opinion.askedBack) === 0,
      askedDaysOver: opinion.state === 'askedBack' && due !== null && now >= due.lateFrom,
      noPhone: opinion.slipCode !== null,
      saysByMouth: opinion.slipCode !== null || opinion.state === 'askedBack',
      writtenByAnother:
        asker === null || 'system' in asker || asker.person === null || asker.person.id !== opinion.wordsById,
    }),
    facts: (opinion) => ({
      writtenIn: opinion.writtenIn ?? '',
      says: saysWhat(opinion),
      goesTo: leadsTo(opinion),
      wants: isCallOpen(opinion) ? 'call' : 'answer',
      unsolved: opinion.goesTo === 'unsolvedAgain' ? 'again' : 'first',
    }),
    /** Reminded of on the day itself, before the time that suits. */
    due: ({ state, callOn, callTime }, { now }) =>
      state === 'callAsked' && callOn !== null && callTime !== null
        ? dueFromHour(callOn, remindedFrom[callTime], now)
        : undefined,
    changesOn: (opinion, { due }) =>
      [
        followUpOn(opinion),
        opinion.state === 'replied' && due !== null ? due.soonFrom : null,
        opinion.state === 'askedBack' && due !== null ? addDays(due.on, 1) : null,
      ].filter((day) => day !== null),
    effects,
    /** What is written for the other side is looked at by WeChat from now on; nothing else is. */
    async everyStep(step) {
      const { tx, record, asker, form, to, now } = step
      await followTelling(step)
      const isWatched = (watchedStates as readonly string[]).includes(to)
      const isUnchecked = to === 'sent' || to === 'held'
      await tx.update(
        ResidentOpinion,
        { id: record.id },
        { checkAfter: isWatched ? now : null, ...(isUnchecked ? {} : { goesTo: null }) },
      )
      // A person has let it through: whatever stood beside the words was looked at with them.
      if (isHeldState(record.state) && !isHeldState(to)) await lookedAtAttachments(tx, record.id, now)
      const beside = { townId: record.townId, opinionId: record.id, personId: personIdOf(asker) }
      await keepPapers(tx, beside, form.files as string[] | undefined, now)
    },
    /** Words that were on their way when the deputy left, or that nobody would read. */
    follows: (_, record, { action }) => {
      const { id, state, deputyActs, deputyBound } = record
      if (waitsToBeLookedAt(record, action)) return Promise.resolve([{ id, action: 'lookAtMore' }])
      const isOurs = isOwed(state)
      const isLeft = Number(deputyActs) === 0 && (isOurs || state === 'replied')
      const isAway = Number(deputyBound) === 0 && isOurs
      return Promise.resolve(
        isLeft ? [{ id, action: 'deputyLeft' }] : isAway ? [{ id, action: 'deputyAway' }] : [],
      )
    },
    /**
     * That a deputy has received it is told only where somebody reads it; else it follows what is true. Nobody taps anything
     * who has no phone: what they are asked is read to them.
     */
    says: (_, { record, words, action }) =>
      Promise.resolve((party, _reader, sentence) => {
        const isNews = isOwed(record.state)
        if (party === 'resident' && isNews && (Number(record.deputyBound) === 0 || isWithOffice(record)))
          return null
        if (party === 'resident' && action === 'deputyLeft' && isWithOffice(record)) return findingDeputy
        if (party === 'resident' && record.slipCode !== null && asksWhetherSolved.includes(action))
          return fill(readAloud, words)
        if (party === 'resident' && record.state === 'askedBack' && shows.includes(action))
          return fill(askedBackSentence, words)
        if (action.startsWith('called') && record.state !== 'callAsked' && party === 'resident') return null
        const besides = arrives.includes(action) ? saidBesides[record.state] : undefined
        if (besides === undefined) return fill(sentence, words)
        const own = besides[party as 'deputy' | 'resident']
        return own === undefined ? null : fill(own, words)
      }),
    words: (opinion, now) => ({
      deputy: deputyOf(opinion),
      subject: summaryOf(opinion.firstText),
      ...wordsOfCall(opinion),
      latest: spokenDay(beijingDay(new Date(isoInstant(opinion.createdAt))), beijingDay(now)),
    }),
    page: pageOf,
    opens: ({ townId, id, state }, party) => ({
      // From the message to the answer is one tap.
      page: `${pageOf(party, townId, id)}${party === 'deputy' && isOwed(state) ? `&open=${state === 'callAsked' ? 'called' : 'answer'}` : ''}`,
      ...(party === 'resident' ? { opinionId: id } : {}),
    }),
    /** Why words went back, and words that may be written over by better ones, are kept with the step. */
    note({ reason, explanation }) {
      const note = reason ?? explanation
      return typeof note === 'string' ? note : null
    },
  },
)

const shows: readonly string[] = ['showAnswer', 'releaseAnswer']
const asksWhetherSolved: readonly string[] = ['askWhetherSolved', 'remindWhetherSolved']

const arrives: readonly string[] = ['pass', 'release', 'passOn', 'deputyReached']
/** Where no answer is owed within hours: in whose words it is told, and to whom. */
const saidBesides: {
  readonly [S in OpinionState]?: { readonly [party in 'deputy' | 'resident']?: string }
} = {
  callAsked: { deputy: callAskedOfDeputy, resident: callPromised },
  inSuggestion: { deputy: saidMoreInSuggestion },
  closed: { deputy: saidWithRating },
}

const saysWhat = ({ asksBack, writtenIn, calledOn }: OpinionRecord) =>
  Number(asksBack) === 1 ? 'asksBack' : writtenIn === 'callAsked' && calledOn !== null ? 'talked' : 'answers'

/** Where what the resident said last leads, once it is checked. */
function leadsTo(opinion: OpinionRecord) {
  const { goesTo } = opinion
  if (goesTo === 'inSuggestion' || goesTo === 'closed') return goesTo
  return isCallOpen(opinion) ? 'callAsked' : 'received'
}

/** Said while something else was looked at, or beside a rating that leads nowhere: nobody has looked at it. */
function waitsToBeLookedAt({ state, saidMore, rating, ratingComment }: OpinionRecord, action: OpinionAction) {
  if (state === 'sent' || state === 'held' || (uncheckedStates as readonly string[]).includes(state))
    return false
  const isRated = (action === 'rate' || action === 'rateByWord') && rating !== 'notSatisfied'
  return Number(saidMore) === 1 || (isRated && ratingComment !== null)
}

/**
 * What is not checked yet has not reached the deputy. Who is no deputy any more keeps only what has become a suggestion of
 * theirs: whoever wrote is still told how that ends.
 */
export const holdersOfOpinion = (opinion: OpinionRecord): Holders<OpinionParty> => ({
  resident: [resident(opinion.residentId)],
  ...(((opinion.state === 'sent' || opinion.state === 'held') && opinion.goesTo !== 'closed') ||
  !hasDeputy(opinion)
    ? {}
    : { deputy: [person(opinion.deputyId)] }),
  congressOffice: [post('congressOffice')],
})

/** What was written waits for a check, and says that nothing is solved. */
const isUnsolved = ({ goesTo }: OpinionRecord) => goesTo === 'unsolved' || goesTo === 'unsolvedAgain'

const isHeldState = (state: string) => state === 'held' || state === 'answerHeld' || state === 'endHeld'

const isOwed = (state: OpinionState) => state === 'received' || state === 'callAsked' || state === 'unsolved'

const isPast = (day: Day | null, today: Day) => day !== null && day <= today

const hasDeputy = ({ deputyActs, suggestionId }: OpinionRecord) =>
  Number(deputyActs) === 1 || suggestionId !== null
