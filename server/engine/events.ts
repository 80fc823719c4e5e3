import { beijingDay, type Day } from '../../shared/rules/days'
import type { SpokenWay } from '../../shared/words/words'
import { MatterEvent } from '../database/entities/matters/matter-event'
import { newId } from '../database/id'
import { insertMany } from '../database/insert-many'
import type { Tx } from '../database/source'

/** Who did what to which matter. What is left out is null; the day is today. */
export interface NewEvent {
  townId: string
  kind: string
  matterId: string
  version: number
  action: string
  fromState?: string | null
  toState?: string | null
  party: string
  /** Of whoever asked; of a resident it is not kept. */
  personId: string | null
  unitId?: string | null
  onDay?: Day
  byWordOf?: string | null
  spokenHow?: SpokenWay | null
  note?: string | null
  saidDigest?: string | null
  publicLine?: string | null
  lineCheckId?: string | null
}

/** They have no name in a history. */
const withoutName: readonly string[] = ['resident', 'appUser', 'system']

/** Keeps for good who did what: many at once, in the transaction of the steps. */
export async function writeEvents(tx: Tx, events: readonly NewEvent[], now: Date) {
  const rows = events.map((event) => rowOf(event, now))
  await insertMany(tx, MatterEvent, rows)
}

function rowOf(event: NewEvent, now: Date): MatterEvent {
  const nameless = withoutName.includes(event.party)
  if (!nameless && event.personId === null)
    throw new Error(`${event.kind}.${event.action} by ${event.party} is an act of nobody.`)
  return {
    fromState: null,
    toState: null,
    unitId: null,
    byWordOf: null,
    spokenHow: null,
    note: null,
    saidDigest: null,
    publicLine: null,
    lineCheckId: null,
    onDay: beijingDay(now),
    ...event,
    id: newId(),
    recordedAt: now,
    personId: nameless ? null : event.personId,
  }
}
