import type { QueryRunner } from 'typeorm'
import { beijingDay } from '../../shared/rules/days'
import { newId } from './id'
import { isoInstant } from './sql'

/** A matter of a kind that kept its state in a table of its own, as a migration finds it. Instants as the driver gives them. */
export interface CarriedMatter {
  id: string
  townId: string
  state: string
  version: number
  stateSince: string
}

/** What happened to it, as far as it is known. */
export interface CarriedEvent {
  townId: string
  matterId: string
  version: number
  action: string
  fromState: string | null
  toState: string
  party: string
  personId: string | null
  unitId?: string | null
  at: string
  note?: string | null
}

const atOnce = 200
/** Header, holders and the next look are derived when the server starts. */
const notDerived = '1970-01-01 00:00:00.000'

export async function putMatters(runner: QueryRunner, kind: string, rows: readonly CarriedMatter[]) {
  for (const some of slices(rows))
    await runner.query(
      `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by, next_at)
       VALUES ${some.map(() => "(?, ?, ?, ?, ?, ?, '', '', ?)").join(', ')}`,
      some.flatMap(({ id, townId, state, version, stateSince }) => [
        ...[id, kind, townId, state, version, stateSince, notDerived],
      ]),
    )
}

export async function putEvents(runner: QueryRunner, kind: string, events: readonly CarriedEvent[]) {
  for (const some of slices(events))
    await runner.query(
      `INSERT INTO matter_event (id, town_id, kind, matter_id, version, action, from_state, to_state, party, person_id,
         unit_id, on_day, recorded_at, note)
       VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
      some.flatMap((event) => [
        ...[newId(), event.townId, kind, event.matterId, event.version, event.action, event.fromState],
        ...[event.toState, event.party, event.personId, event.unitId ?? null],
        ...[beijingDay(new Date(isoInstant(event.at))), event.at, event.note ?? null],
      ]),
    )
}

/** A kind goes back to its own table: nothing of it stays in the tables of all kinds. */
export async function takeAway(runner: QueryRunner, kind: string) {
  for (const table of ['search_token', 'matter_told'])
    await runner.query(`DELETE FROM ${table} WHERE matter_id IN (SELECT id FROM matter WHERE kind = ?)`, [
      kind,
    ])
  for (const table of ['matter_holder', 'matter_event', 'matter'])
    await runner.query(`DELETE FROM ${table} WHERE kind = ?`, [kind])
}

const slices = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, index) =>
    rows.slice(index * atOnce, (index + 1) * atOnce),
  )
