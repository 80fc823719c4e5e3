import type { Spoken } from '../../shared/grammar/by-word'
import type { ActionRow, AnyTable } from '../../shared/grammar/matter'
import { addWorkingDays, type Calendar } from '../../shared/rules/calendar'
import { beijingDay, type Day, spokenDay } from '../../shared/rules/days'
import { rulesOf } from '../../shared/rules/rules'
import type { MessageWords } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import { wrongField } from '../../shared/words/refusals'
import { evidenceKept, saidBy, spokenWays } from '../../shared/words/words'
import { isoInstant } from '../database/sql'
import type { Tx } from '../database/source'
import type { NewEvent } from './events'
import { isOf, nameIn } from './holders'
import type { AnyKind, At, Effect, Form, LastTyped, MatterRecord, TypedStep } from './kind'

/** What somebody said without a phone, and another types: the same for every kind. */

export interface TypedFor {
  /** What the event keeps besides who typed it: a person who spoke, or for which unit somebody did. */
  kept: Pick<NewEvent, 'byWordOf' | 'unitId' | 'spokenHow'>
  /** Who of a unit spoke and when, and what proves it. */
  evidence: string | null
  words: Partial<MessageWords>
}

/** Who spoke, how, and until when they may say that it was not so. */
export async function typedFor(
  tx: Tx,
  kind: AnyKind,
  { record, at }: { record: MatterRecord; at: At },
  { byWordOf }: Pick<ActionRow<string, Party, string>, 'byWordOf'>,
  form: Form,
): Promise<TypedFor | undefined> {
  if (byWordOf === undefined) return undefined
  const { spokeHow, spokeOn = '', spokeBy, evidence } = form as Partial<Spoken & { spokeBy: string }>
  const begunOn = beijingDay(new Date(isoInstant(record.stateSince)))
  if (spokeOn < begunOn)
    throw wrongField('spokeOn', `${spokenDay(begunOn, at.today)}才轮到这一步，不会在这以前说，请核对。`)
  if (spokeHow === undefined) throw new Error(`${kind.table.kind} has a typed step that nobody spoke`)
  const [speaker] = (await kind.holders(tx, record))[byWordOf.party] ?? []
  const idOf = (kind: 'person' | 'unit') =>
    speaker !== undefined && isOf(kind, speaker) ? nameIn(speaker) : null
  const kept = [
    ...(spokeBy === undefined ? [] : [saidBy(spokeBy, spokenDay(spokeOn, at.today))]),
    ...(evidence === undefined ? [] : [evidenceKept(evidence)]),
  ]
  return {
    kept: { byWordOf: idOf('person'), unitId: idOf('unit'), spokenHow: spokeHow },
    evidence: kept.join('　') || null,
    words: {
      how: spokenWays[spokeHow],
      latest: spokenDay(objectionUntil(record, at.today, at.calendar), at.today),
    },
  }
}

/** The last day on which somebody may object to what was typed for them on this one. */
const objectionUntil = (record: MatterRecord, typedOn: Day, calendar: Calendar): Day =>
  addWorkingDays(typedOn, rulesOf(record).objectionWorkingDays, calendar)

/** Whether what was typed last can still be put back: in its days, and while nothing has led on from it. */
export const isOpenToObjection = (record: MatterRecord, at: At): boolean =>
  record.typed?.toState === record.state && isInDaysOfObjection(record, record.typed.at, at)

/** Whether somebody may still say of what was typed for them then that it was not so. */
export const isInDaysOfObjection = (record: MatterRecord, typedAt: string, { today, calendar }: At) =>
  today <= objectionUntil(record, beijingDay(new Date(isoInstant(typedAt))), calendar)

/** Of a history, oldest first: the last typed step, unless something has led on from it or put it back. */
export function lastTyped(table: Pick<AnyTable, 'actions'>, history: readonly TypedStep[]): LastTyped | null {
  const rowOf = (action: string) => table.actions[action]
  const led = history.filter(
    ({ action, fromState, toState }) =>
      fromState !== toState || rowOf(action)?.byWordOf !== undefined || rowOf(action)?.putsBack !== undefined,
  )
  const last = led[led.length - 1]
  const party = last && rowOf(last.action)?.byWordOf?.party
  return last === undefined || party === undefined ? null : { ...last, party }
}

export function undoOf(kind: AnyKind, { typed }: MatterRecord): Effect<MatterRecord> | undefined {
  const step = typed && kind.table.actions[typed.action]?.byWordOf?.step
  return step ? kind.undoes?.[step] : undefined
}
