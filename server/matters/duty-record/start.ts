import type * as z from 'zod/mini'
import type { recordDuty } from '../../../shared/matters/duty-record/endpoints'
import { addMonths, beijingDay, type Day } from '../../../shared/rules/days'
import type { SpokenWay } from '../../../shared/words/words'
import { wrongField } from '../../../shared/words/refusals'
import { DutyRecord } from '../../database/entities/matters/duty-record'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import { begin } from '../../engine/begin'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

type Given = z.output<typeof recordDuty.input>
interface Owner {
  townId: string
  personId: string
}

/** How far back something may be recorded by hand (not regulated): older things are the office's to look up. */
const monthsBack = 12

/** By whoever did it. @throws Refusal `bad_input` */
export async function startDutyRecord(tx: Tx, owner: Owner, given: Given, now: Date): Promise<string> {
  const today = beijingDay(now)
  if (given.doneOn < addMonths(today, -monthsBack))
    throw wrongField('doneOn', `只能补记 ${monthsBack} 个月以内的事，更早的请交镇人大办登记。`)
  return write(tx, owner, given, { personId: owner.personId }, now)
}

/** By the office, from what was said or written on paper: it counts at once, and whoever it is about is told. */
export async function startFor(
  tx: Tx,
  actor: Actor,
  { spokeHow, ...given }: Given & { deputyId: string; spokeHow: SpokenWay },
  now: Date,
): Promise<string> {
  const owner = { townId: actor.townId, personId: given.deputyId }
  const typed = { personId: actor.person?.id ?? null, spokenHow: spokeHow }
  const id = await write(tx, owner, given, typed, now)
  await act(tx, kind, actor, id, 'confirm', { version: 0, form: {} }, now)
  return id
}

async function write(
  tx: Tx,
  { townId, personId }: Owner,
  { again, ...given }: Given,
  by: { personId: string | null; spokenHow?: SpokenWay },
  now: Date,
) {
  if (given.doneUntil !== undefined && given.doneUntil < given.doneOn)
    throw wrongField('doneUntil', '结束的日期在开始以前，请改一下。')
  if (again !== true) await refuseTwice(tx, personId, given.doneOn, given.dutyKind)
  const id = newId()
  const { doneUntil, text, organiser, place, persons, dutyKind, doneOn, subject } = given
  await tx.insert(DutyRecord, {
    ...{ id, townId, deputyId: personId, dutyKind, doneOn, subject },
    ...{ doneUntil: doneUntil ?? null, text: text ?? null, organiser: organiser ?? null },
    ...{ place: place ?? null, persons: persons ?? null },
  })
  await begin(tx, kind, { id, townId }, { party: 'fileOwner', onDay: doneOn, ...by }, now)
  return id
}

/** @throws Refusal `bad_input` with what is there already, for whoever writes to say whether it is the same */
async function refuseTwice(tx: Tx, deputyId: string, doneOn: Day, dutyKind: string) {
  const [there] = await tx.query<{ subject: string }[]>(
    `SELECT r.subject FROM duty_record r JOIN matter m ON m.id = r.id
     WHERE r.deputy_id = ? AND r.done_on = ? AND r.duty_kind = ? AND m.state IN ('submitted', 'returned', 'confirmed')
     ORDER BY r.id LIMIT 1`,
    [deputyId, doneOn, dutyKind],
  )
  if (there)
    throw wrongField('again', `这天已经有一条《${there.subject}》，是同一件事吗？不是的话请打勾再交。`)
}
