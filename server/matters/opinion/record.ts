import type { Calendar } from '../../../shared/rules/calendar'
import { type Standing, turnOf } from '../../../shared/grammar/decide'
import { type Due, dueOf } from '../../../shared/grammar/due'
import {
  type OpinionGate,
  type OpinionParty,
  type OpinionState,
  opinionTable,
} from '../../../shared/matters/opinion/table'
import { Refusal } from '../../../shared/words/refusals'
import { type KeptRules, rulesOf } from '../../../shared/rules/rules'
import { type SuggestionState, suggestionStates } from '../../../shared/matters/suggestion/states'
import type { OpinionKind, referrals, Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readCalendar } from '../../engine/read-calendar'
import { keptRules, rulesOfMatter } from '../../features/rules/rule-set'

/** A resident's opinion with all that its table needs to decide about it. */
export interface OpinionRecord extends KeptRules {
  id: string
  townId: string
  version: number
  state: OpinionState
  stateSince: string
  opinionKind: OpinionKind
  residentId: string
  residentName: string | null
  residentPhone: string | null
  unnamed: number
  forAnother: number
  deputyId: string
  deputyName: string
  stationName: string | null
  villageId: string | null
  villageName: string | null
  suggestionId: string | null
  suggestionState: SuggestionState | null
  firstText: string
  referredTo: keyof typeof referrals | null
  explanation: string | null
  rating: Satisfaction | null
  ratingComment: string | null
  writtenIn: OpinionState | null
  wordsById: string | null
}

export type OpinionStanding = Standing<OpinionState, OpinionParty, OpinionGate> & {
  opinion: OpinionRecord
  turn: OpinionParty | null
  due: Due | null
}

export type Asker = Actor | { townId: string; system: true }

/** Begins every read of opinions; the town wall is its first condition. */
export const recordSql = `
  SELECT o.id, o.town_id AS townId, o.version, o.state, o.state_since AS stateSince, o.opinion_kind AS opinionKind,
    o.resident_id AS residentId, o.resident_name AS residentName, o.resident_phone AS residentPhone,
    o.unnamed, o.for_another AS forAnother,
    o.deputy_id AS deputyId, d.name AS deputyName, st.name AS stationName,
    o.village_id AS villageId, v.name AS villageName,
    o.suggestion_id AS suggestionId, sm.state AS suggestionState, m.text AS firstText,
    o.referred_to AS referredTo, o.explanation, o.rating, o.rating_comment AS ratingComment,
    o.written_in AS writtenIn, o.words_by_id AS wordsById, ${keptRules}
  FROM resident_opinion o
  JOIN town t ON t.id = o.town_id
  ${rulesOfMatter('o')}
  JOIN person d ON d.id = o.deputy_id
  JOIN opinion_message m ON m.resident_opinion_id = o.id AND m.position = 0
  LEFT JOIN liaison_station st ON st.id = o.liaison_station_id
  LEFT JOIN village v ON v.id = o.village_id
  LEFT JOIN suggestion s ON s.id = o.suggestion_id LEFT JOIN matter sm ON sm.id = s.id
  WHERE o.town_id = ?`

/** @throws Refusal `not_found` where the opinion is none of the asker's business, or of another town */
export async function standingOf(
  reader: Reader,
  asker: Asker,
  id: string,
  now: Date,
): Promise<OpinionStanding> {
  const [record] = await reader.query<OpinionRecord[]>(`${recordSql} AND o.id = ?`, [asker.townId, id])
  if (!record) throw new Refusal('not_found')
  const standing = standingIn(record, asker, now, await readCalendar(reader, asker.townId))
  if (standing.parties.size === 0) throw new Refusal('not_found')
  return standing
}

export function standingIn(
  record: OpinionRecord,
  asker: Asker,
  now: Date,
  calendar: Calendar,
): OpinionStanding {
  const open = openGates(record, asker)
  return {
    opinion: record,
    state: record.state,
    open,
    facts: { writtenIn: record.writtenIn ?? '' },
    parties: partiesOf(record, asker),
    turn: turnOf(opinionTable, record.state, open),
    due: dueOf(
      opinionTable.states[record.state],
      new Date(isoInstant(record.stateSince)),
      null,
      rulesOf(record),
      now,
      calendar,
    ),
  }
}

function partiesOf(record: OpinionRecord, asker: Asker): Set<OpinionParty> {
  if ('system' in asker) return new Set(['system'])
  const parties = new Set<OpinionParty>()
  if (record.residentId === asker.residentId) parties.add('resident')
  // What is not checked yet has not reached the deputy.
  if (record.deputyId === asker.person?.id && record.state !== 'sent' && record.state !== 'held')
    parties.add('deputy')
  if (asker.roles.includes('congressOffice')) parties.add('congressOffice')
  return parties
}

function openGates(record: OpinionRecord, asker: Asker): Set<OpinionGate> {
  const open = new Set<OpinionGate>()
  if (record.suggestionState !== null && suggestionStates[record.suggestionState].waitsFor === null) {
    open.add('suggestionEnded')
  }
  if (record.rating === null) open.add('notYetRated')
  if ('system' in asker || asker.person?.id !== record.wordsById) open.add('writtenByAnother')
  return open
}
