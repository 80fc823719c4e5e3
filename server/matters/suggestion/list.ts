import type { Lane, SuggestionRow } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay, type Day } from '../../../shared/rules/days'
import type { Due } from '../../../shared/grammar/due'
import { orderInLane } from '../../../shared/grammar/ladder'
import { profiles } from '../../../shared/rules/profiles'
import { openActions, stateNames } from '../../../shared/grammar/decide'
import {
  type SuggestionGate,
  type SuggestionParty,
  suggestionStates,
} from '../../../shared/matters/suggestion/states'
import type { StateRow } from '../../../shared/grammar/matter'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { after, pageInOrder, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, marks } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readCalendar } from '../../engine/read-calendar'
import { maxRoundsSql } from '../../features/rules/rule-set'
import { recordSql, type SuggestionRecord } from './record'
import { standingIn, type SuggestionStanding } from './standing'

/**
 * One page of the work that this person has to do with. What is open comes late first, then what has no unit yet, then
 * by its day; that is computed and no column, so an open lane is read as a whole: a town has hundreds of open matters at
 * most. What has ended comes by its newest change.
 */
export async function listSuggestions(
  reader: Reader,
  actor: Actor,
  lane: Lane,
  cursor: string | undefined,
  now: Date,
): Promise<{ items: SuggestionRow[]; next: string | null }> {
  const { sql, parameters } = recordSql(actor)
  const mine = concernsMe(actor)
  const inLane = laneCondition(actor, lane, beijingDay(now))
  const place = lane === 'ended' ? after('s.state_since', 's.id', cursor) : undefined
  const records = await reader.query<SuggestionRecord[]>(
    `${sql} AND (${mine.sql}) AND ${inLane.sql}${place ? `${place.sql}${place.order} LIMIT ${pageSize + 1}` : ''}`,
    [...parameters, ...mine.parameters, ...inLane.parameters, ...(place?.parameters ?? [])],
  )
  const calendar = await readCalendar(reader, actor.townId)
  const standings = records.map((record) => standingIn(record, actor, now, calendar))
  const page = place
    ? pageOfRows(standings, ({ suggestion: { stateSince, id } }) => ({ at: stateSince, id }))
    : pageInOrder(standings, cursor, ({ suggestion, state, due }) => ({
        order: orderInLane(due, suggestionTable.states[state]),
        id: suggestion.id,
      }))
  return { items: page.rows.map(presentRow), next: page.next }
}

interface Condition {
  sql: string
  parameters: unknown[]
}
const any = (conditions: Condition[]): Condition => ({
  sql: conditions.length === 0 ? '1 = 0' : conditions.map((one) => `(${one.sql})`).join(' OR '),
  parameters: conditions.flatMap((one) => one.parameters),
})

/** How each party is written as a condition, for the parties that this person can be at all. */
function partyConditions(actor: Actor): Partial<Record<SuggestionParty, Condition>> {
  const me = actor.person?.id ?? ''
  const handedIn = { sql: 's.submitted_at IS NOT NULL', parameters: [] }
  const units = actor.unitIds
  return {
    leadDeputy: { sql: 's.lead_deputy_id = ?', parameters: [me] },
    coSigner: { sql: "mine.answer = 'signed'", parameters: [] },
    invitee: {
      sql: "mine.answer = 'open' OR (mine.answer = 'signed' AND mine.text_version <> s.text_version)",
      parameters: [],
    },
    ...(actor.roles.includes('congressOffice') ? { congressOffice: handedIn } : {}),
    ...(actor.roles.includes('presidiumMember') ? { presidium: handedIn } : {}),
    leadUnit: { sql: `r.lead_unit_id IN (${marks(units)})`, parameters: units },
    coUnit: {
      sql: `s.id IN (SELECT suggestion_id FROM co_unit WHERE handling_unit_id IN (${marks(units)}))`,
      parameters: units,
    },
    mergedDeputy: {
      sql: 's.id IN (SELECT m.merged_into_id FROM suggestion m WHERE m.lead_deputy_id = ?)',
      parameters: [me],
    },
    letterUnit: {
      sql: `s.id IN (SELECT suggestion_id FROM review WHERE letter_unit_id IN (${marks(units)}))`,
      parameters: units,
    },
  }
}

const concernsMe = (actor: Actor) => any(Object.values(partyConditions(actor)))

const ended = Object.entries(suggestionStates)
  .filter(([, row]) => row.waitsFor === null)
  .map(([state]) => `'${state}'`)
  .join(', ')

/** The gates that put another party's turn in place of the state's, as conditions on this day. */
const gateConditions = (today: Day): Partial<Record<SuggestionGate, string>> => ({
  invitationOpen: `EXISTS (SELECT 1 FROM co_signature c WHERE c.suggestion_id = s.id
    AND (c.answer = 'open' OR (c.answer = 'signed' AND c.text_version <> s.text_version)))`,
  isMotion: "s.kind = 'motion'",
  consultationOpen: `EXISTS (SELECT 1 FROM consultation k WHERE k.suggestion_id = s.id
    AND k.round_no = s.current_round AND k.answer = 'open')`,
  informationWanted: `(info.due_on IS NOT NULL AND info.answered_at IS NULL AND info.due_on >= '${today}')`,
  commitmentReported: '(promise.reported_at IS NOT NULL)',
  noRoundLeft: `s.current_round >= ${maxRoundsSql(profiles)}`,
})

/** "It is the turn of `party`", read from the states: its own states without such a gate, and others' with it. */
function turnCondition(party: SuggestionParty, today: Day): string {
  const conditions = gateConditions(today)
  const cases = stateNames(suggestionTable).flatMap((state) => {
    const row: StateRow<SuggestionParty, SuggestionGate> = suggestionStates[state]
    const gates = Object.entries(row.waitsInsteadFor ?? {}) as [SuggestionGate, SuggestionParty][]
    const shut = gates.map(([gate]) => ` AND NOT ${conditions[gate]}`).join('')
    return [
      ...(row.waitsFor === party ? [`(s.state = '${state}'${shut})`] : []),
      ...gates
        .filter(([, instead]) => instead === party)
        .map(([gate]) => `(s.state = '${state}' AND ${conditions[gate]})`),
    ]
  })
  return cases.length === 0 ? '1 = 0' : cases.join(' OR ')
}

const myTurn = (actor: Actor, today: Day): Condition =>
  any(
    Object.entries(partyConditions(actor)).map(([party, condition]) => ({
      sql: `(${condition.sql}) AND (${turnCondition(party as SuggestionParty, today)})`,
      parameters: condition.parameters,
    })),
  )

function laneCondition(actor: Actor, lane: Lane, today: Day): Condition {
  if (lane === 'ended') return { sql: `s.state IN (${ended})`, parameters: [] }
  const turn = myTurn(actor, today)
  const open = `s.state NOT IN (${ended})`
  return lane === 'mine'
    ? { sql: `${open} AND (${turn.sql})`, parameters: turn.parameters }
    : { sql: `${open} AND NOT COALESCE((${turn.sql}), 0)`, parameters: turn.parameters }
}

const asDue = (due: Due | null) => (due === null ? null : { on: due.on, urgency: due.urgency })

export function presentRow({
  suggestion,
  due,
  progressDue,
  turn,
  ...standing
}: SuggestionStanding): SuggestionRow {
  return {
    id: suggestion.id,
    version: suggestion.version,
    no: suggestion.suggestionNo,
    subject: suggestion.subject,
    state: suggestion.state,
    leadDeputy: suggestion.leadDeputyName,
    unit: suggestion.unitName,
    waitsFor: turn,
    due: asDue(due),
    progressDue: asDue(progressDue),
    changedAt: isoInstant(suggestion.stateSince),
    keyYear: suggestion.keyYear,
    actions: openActions(suggestionTable, standing),
  }
}
