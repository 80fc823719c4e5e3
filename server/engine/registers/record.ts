import type { FieldChange, Values } from '../../../shared/grammar/register'
import { permissions } from '../../../shared/permissions'
import type { Day } from '../../../shared/rules/days'
import type { Tx } from '../../database/source'
import { writeEvents } from '../events'
import { writeAudits } from '../write-audit'
import {
  type DoneToRow,
  fieldNames,
  formIn,
  type Keeper,
  type KeptRegister,
  type KeptRow,
  type RegisterAction,
  registerActions,
  titleOf,
} from './kept-register'
import { type Names, wordOf, wordsOf } from './words-of'

/** One thing that was done: to which row, and what it changed. */
export interface Done extends DoneToRow {
  changes: readonly NamedChange[]
  onDay?: Day
}
/** By the name of the field, so that whoever reads it later is shown only what they may read. */
export interface NamedChange {
  field: string
  from: string | null
  to: string | null
}

/** What is different, in words. */
export const changesBetween = (
  { register }: KeptRegister,
  before: Values | null,
  after: Values,
  names: Names,
): NamedChange[] =>
  fieldNames(register).flatMap((field) => {
    const form = formIn(register, field)
    const from = before === null ? null : (wordOf(form, before[field], names) ?? null)
    const to = wordOf(form, after[field], names) ?? null
    return from === to ? [] : [{ field, from, to }]
  })

/** With the names that people know the fields by. */
export const labelled = (
  { register }: KeptRegister,
  changes: readonly NamedChange[],
  readable: readonly string[],
): FieldChange[] =>
  changes
    .filter(({ field }) => readable.includes(field))
    .map(({ field, from, to }) => ({ label: formIn(register, field).label, from, to }))

/** Keeps who did it: in the history of each row, and in the log of the town. Then comes what follows of it. */
export async function recordDone(
  tx: Tx,
  kept: KeptRegister,
  actor: Keeper,
  done: readonly Done[],
  names: Names,
  now: Date,
) {
  const { name, keptBy } = kept.register
  const party =
    permissions[keptBy].find((role) => (actor.roles as readonly string[]).includes(role)) ?? 'system'
  await writeEvents(
    tx,
    done.map(({ action, row, changes, onDay, why }) => ({
      townId: actor.townId,
      kind: name,
      matterId: row.id,
      version: row.version,
      action,
      party,
      personId: actor.person?.id ?? null,
      ...(onDay ? { onDay } : {}),
      note: JSON.stringify({ changes, why: why ?? null }),
    })),
    now,
  )
  await writeAudits(
    tx,
    done.map(({ action, row, changes, onDay, why }) => ({
      townId: actor.townId,
      personId: actor.person?.id ?? null,
      what: calledInLog(kept, row, names),
      fromValue: spoken(kept, changes, 'from'),
      toValue: spoken(kept, changes, 'to') ?? wordIn(kept, action) + (onDay ? `，从 ${onDay} 起` : ''),
      reason: kept.register.own ? null : (why ?? null),
    })),
    now,
  )
  await kept.keeping.follows?.(tx, actor, done, now)
}

/** The log is read by others than whoever sees the row: what is somebody's own has no name there. */
const calledInLog = ({ register }: KeptRegister, { values }: KeptRow, names: Names) =>
  register.own
    ? register.word
    : `${register.word}“${titleOf(register, values, wordsOf(register, values, names, fieldNames(register)))}”`.slice(
        0,
        60,
      )

/** How this register calls what was done. */
export const wordIn = ({ register: { ends } }: KeptRegister, action: RegisterAction) =>
  action === 'end' ? ends.label : action === 'restore' ? ends.restore : registerActions[action]

/** The log is read by others than the register: of what not everybody may read it says only that it was changed. */
function spoken({ register }: KeptRegister, changes: readonly NamedChange[], side: 'from' | 'to') {
  const parts = changes.flatMap(({ field, [side]: word }) => {
    if (word === null) return []
    const isPrivate = register.own !== undefined || register.private?.[field] !== undefined
    return [`${formIn(register, field).label}：${isPrivate ? '（不在日志里显示）' : word}`]
  })
  return parts.length === 0 ? null : parts.join('；').slice(0, 200)
}
