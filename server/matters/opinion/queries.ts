import { beijingDay, spokenDay } from '../../../shared/rules/days'
import type { OpinionRow, OpinionView } from '../../../shared/matters/opinion/endpoints'
import { gatedActions, openActions } from '../../../shared/grammar/decide'
import { fill } from '../../../shared/words/messages'
import {
  type OpinionGate,
  type OpinionParty,
  type OpinionState,
  opinionTable,
  uncheckedStates,
} from '../../../shared/matters/opinion/table'
import { findingDeputy } from '../../../shared/matters/opinion/whom'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { unnamedResident } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { instantText, isoInstant } from '../../database/sql'
import { atOnce, part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'
import { holdersOf } from '../../engine/holders'
import { readCalendar } from '../../engine/read-calendar'
import { type MatterStanding, standingIn, standingOf, withPart } from '../../engine/standing'
import { readTimeline } from '../../engine/timeline'
import { readDisclosures } from '../../features/board/disclosures'
import { standInOf } from '../../features/board/queries'
import { readPublicTimeline } from '../../features/board/timeline'
import { lastTold, toldPart } from '../told-how/record'
import { viewCall } from './calls'
import { carriedBy, carriedPart } from './attachments'
import { holdersOfOpinion, kind } from './kind'
import { looksPart, presentLooks } from './looks'
import { whyOf } from './whom'
import { papersPart, presentPapers } from './papers'
import { deputyOf, isWithOffice, type OpinionRecord, recordSql, summaryOf } from './record'

/** What I told deputies, newest change first. */
export async function listMyOpinions(reader: Reader, actor: Actor, cursor: string | undefined, now: Date) {
  const place = after('m.state_since', 'm.id', cursor)
  const records = await reader.query<OpinionRecord[]>(
    `${recordSql} AND o.resident_id = ?${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [actor.townId, actor.residentId ?? '', ...place.parameters],
  )
  const { rows, next } = pageOfRows(records, (record) => ({ at: record.stateSince, id: record.id }))
  return { items: await presentRows(reader, actor, rows, now), next }
}

async function presentRows(reader: Reader, actor: Actor, records: readonly OpinionRecord[], now: Date) {
  const calendar = await readCalendar(reader, actor.townId)
  const own = holdersOf(actor)
  return records.map((record) => {
    const held = Object.entries(holdersOfOpinion(record)) as [OpinionParty, readonly string[]][]
    const mine = held.flatMap(([party, holders]) => {
      const holder = holders.find((one) => own.includes(one))
      return holder === undefined ? [] : [[party, holder] as const]
    })
    return presentRow(standingIn(kind, record, actor, new Map(mine), calendar, now))
  })
}

type OpinionStanding = MatterStanding<OpinionState, OpinionParty, OpinionGate, OpinionRecord>

function presentRow({ record: opinion, turn, due, at, ...standing }: OpinionStanding): OpinionRow {
  const state = opinionTable.states[opinion.state]
  return {
    id: opinion.id,
    version: opinion.version,
    kind: opinion.opinionKind,
    summary: summaryOf(opinion.firstText),
    state: opinion.state,
    plain: fill(isWithOffice(opinion) && opinion.state === 'deputyLeft' ? findingDeputy : state.plain, {
      deputy: deputyOf(opinion),
      ...(due === null ? {} : { deadline: spokenDay(due.on, at.today) }),
    }),
    deputy: opinion.deputyName,
    to: deputyOf(opinion),
    writtenFor:
      standing.parties.has('resident') && Number(opinion.forAnother) === 1
        ? (opinion.residentName ?? unnamedResident)
        : null,
    waitsFor: turn,
    due: due === null ? null : { on: due.on, urgency: due.urgency },
    changedAt: isoInstant(opinion.stateSince),
    actions: openActions(opinionTable, standing),
  }
}

export const viewOpinion = async (
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<OpinionView> => presentOpinion(reader, await standingOf(reader, kind, actor, id, now), now)

const isWithResident = (parties: ReadonlySet<OpinionParty>) =>
  parties.has('deputy') || parties.has('congressOffice')

/** Whether whoever asks reads who wrote, and the papers beside what was typed. */
export const readsPapers = async (reader: Reader, actor: Actor, id: string, now: Date) =>
  isWithResident((await standingOf(reader, kind, actor, id, now)).parties)

/** @throws Refusal `not_found` where whoever asks has no part in it */
export async function presentOpinion(
  reader: Reader,
  standing: OpinionStanding,
  now: Date,
): Promise<OpinionView> {
  const { record: opinion, parties } = withPart(standing)
  const { id } = opinion
  const seesResident = isWithResident(parties)
  const [{ messages, papers, carried, told, looks }, timeline] = await atOnce(reader, () =>
    Promise.all([
      readTogether(reader, {
        messages: messagesPart(id, parties),
        carried: carriedPart(id),
        papers: seesResident ? papersPart(id) : undefined,
        looks: looksPart(opinion),
        told: opinion.endedOn === null ? undefined : toldPart(id),
      }),
      // A resident reads what was said, not who of the office looked at it.
      seesResident ? readTimeline(reader, opinionTable, id, parties) : [],
    ]),
  )
  // Once shown it stays, also where the matter goes on; what is written for a new end is not shown yet.
  const isShown = opinion.endedOn !== null && opinion.writtenIn === null
  const showsEnd = opinion.state === 'closed' || isShown || seesResident
  const suggestion = await viewSuggestionOf(reader, opinion, now)
  return {
    ...presentRow(standing),
    resident: seesResident
      ? {
          named: opinion.residentName !== null,
          hasPhone: opinion.residentPhone !== null,
          writtenByAnother: Number(opinion.forAnother) === 1,
          slip: opinion.slipCode,
        }
      : null,
    village:
      opinion.villageId && opinion.villageName ? { id: opinion.villageId, name: opinion.villageName } : null,
    area: opinion.areaName,
    station: opinion.stationName,
    place: opinion.place,
    whyTo: whyOf(opinion.routedBy),
    step: opinion.suggestionState
      ? suggestionStates[opinion.suggestionState].step
      : opinionTable.states[opinion.state].step,
    messages: messages.map(({ id: messageId, author, deputy, text, at, withheld }) => ({
      by: author,
      deputy,
      text,
      at: isoInstant(at),
      ...carriedBy(carried, messageId),
      withheld: Number(withheld) === 1,
    })),
    papers: presentPapers(papers),
    call: viewCall(opinion),
    told: lastTold(told),
    looks: presentLooks(looks),
    explanation: showsEnd ? opinion.explanation : null,
    referredTo: showsEnd ? opinion.referredTo : null,
    unseen: seesResident ? await unseenOf(reader, opinion) : null,
    rating: opinion.rating,
    ratingComment: isCommentUnread(opinion) && isDeputyAlone(parties) ? null : opinion.ratingComment,
    suggestion,
    gated: gatedActions(opinionTable, standing),
    timeline,
  }
}

/** Each reads their own words that nobody has looked at yet; the office reads all. */
const seesWithheld = (parties: ReadonlySet<OpinionParty>) =>
  parties.has('congressOffice')
    ? ''
    : ` AND (e.withheld = 0${['deputy', 'resident']
        .filter((party) => parties.has(party as OpinionParty))
        .map((author) => ` OR e.author = '${author}'`)
        .join('')})`

const messagesPart = (id: string, parties: ReadonlySet<OpinionParty>) =>
  part<MessageRow>({
    columns: {
      id: 'e.id',
      author: 'e.author',
      deputy: 'd.name',
      text: 'e.text',
      at: instantText('e.at'),
      withheld: 'e.withheld',
    },
    from: `FROM opinion_message e LEFT JOIN person d ON d.id = e.deputy_id WHERE e.resident_opinion_id = ?${seesWithheld(parties)}`,
    order: 'e.position',
    parameters: [id],
  })

interface MessageRow {
  id: string
  author: 'resident' | 'deputy'
  deputy: string | null
  text: string
  at: string
  withheld: number | boolean
}

/** How far the deputy's last words are that the resident has not been shown. */
async function unseenOf(reader: Reader, opinion: OpinionRecord): Promise<OpinionView['unseen']> {
  if (opinion.writtenIn === null) return null
  if (opinion.state === 'answerSent' || opinion.state === 'endSent')
    return { standing: 'checking', reason: null }
  if (isUnchecked(opinion.state)) return { standing: 'held', reason: null }
  const [back] = await reader.query<{ note: string | null }[]>(
    `SELECT note FROM matter_event WHERE matter_id = ? AND kind = 'opinion' AND action = 'sendBack'
     ORDER BY version DESC LIMIT 1`,
    [opinion.id],
  )
  return { standing: 'sentBack', reason: back?.note ?? null }
}

/** What stands beside a rating is looked at before the deputy reads it. */
const isCommentUnread = ({ state, goesTo }: OpinionRecord) =>
  (goesTo === 'closed' || goesTo === 'received') && (state === 'sent' || state === 'held')
const isDeputyAlone = (parties: ReadonlySet<OpinionParty>) =>
  parties.has('deputy') && !parties.has('congressOffice') && !parties.has('resident')

const isUnchecked = (state: OpinionState) => (uncheckedStates as readonly OpinionState[]).includes(state)

/** Where the suggestion stands, in the words and with the facts of the public page. */
async function viewSuggestionOf(
  reader: Reader,
  opinion: OpinionRecord,
  now: Date,
): Promise<OpinionView['suggestion']> {
  if (opinion.suggestionId === null || opinion.suggestionState === null) return null
  const shown = await standInOf(reader, opinion.townId, opinion.suggestionId)
  const disclosures = await readDisclosures(reader, opinion.townId, shown, now)
  return {
    id: opinion.suggestionId,
    subject: disclosures?.item ?? summaryOf(opinion.firstText),
    plain: fill(suggestionStates[opinion.suggestionState].plain, {
      deputy: deputyOf(opinion),
      ...(disclosures?.unit ? { unit: disclosures.unit } : {}),
      ...(disclosures?.deadline ? { deadline: spokenDay(disclosures.deadline.on, beijingDay(now)) } : {}),
    }),
    disclosures: disclosures ?? null,
    timeline: disclosures ? await readPublicTimeline(reader, opinion.townId, shown) : [],
  }
}
