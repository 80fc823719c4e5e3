import type * as z from 'zod/mini'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import {
  type ActivityAction,
  type activityActions,
  activityTable,
} from '../../../shared/matters/activity/table'
import { addDays, beijingDay } from '../../../shared/rules/days'
import { movedSaid, spokenActivity } from '../../../shared/matters/activity/words'
import { wrongField } from '../../../shared/words/refusals'
import { Activity } from '../../database/entities/matters/activity'
import { askThem, forgetAsk } from '../../engine/asks/take'
import { person } from '../../engine/holders'
import type { Effect, StepOf } from '../../engine/kind'
import { handOver } from '../rectification/start'
import { inspecting, refuseWithoutFinding } from './inspecting'
import { joining } from './joining'
import { type ActivityRecord, isInspection, isRectified } from './record'
import { callRoll } from './roll'
import { refuseBackwards } from './invited'

type FormOf<A extends ActivityAction> = z.output<(typeof activityActions)[A]['input']>

const fewestSigns = 20

/** What a step of an activity changes besides its state. */
export const effects: { readonly [A in ActivityAction]?: Effect<ActivityRecord> } = {
  ...joining,
  ...inspecting,
  settle: ({ record }) =>
    Promise.resolve(isRectified(record) ? { count: String(record.findings.length) } : {}),
  move,
  callOff: ({ form }) => Promise.resolve({ reason: (form as FormOf<'callOff'>).reason }),
  callRoll,
  amendRoll: callRoll,
  async report({ tx, record, form, asker, now }) {
    const { report, noFindingBecause } = form as FormOf<'report'>
    if ([...report].length < fewestSigns)
      throw wrongField('report', `报告至少写 ${fewestSigns} 个字：看到了什么、学到了什么。`)
    if (isInspection(record)) refuseWithoutFinding(record, noFindingBecause)
    await tx.update(Activity, { id: record.id }, { report, noFindingBecause: noFindingBecause ?? null })
    for (const { id, problem } of record.findings)
      await handOver(tx, { id, townId: record.townId, problem }, asker, now)
  },
}

/** Further off, what was said stays; brought forward, everybody is asked again. */
async function move(step: StepOf<ActivityRecord>) {
  const { tx, record, form, now } = step
  const { reason, until = null, ...rest } = form as FormOf<'move'>
  const when = { ...rest, until }
  const { day, meetAt, place } = record
  refuseBackwards(when)
  refuseSame({ day, until: record.until, meetAt, place }, when)
  const today = beijingDay(now)
  const earlier = when.day < day
  const answerBy = earlier || record.answerBy < today ? later(today, addDays(when.day, -1)) : record.answerBy
  await tx.update(Activity, { id: record.id }, { ...when, answerBy })
  if (earlier) {
    const holders = record.people.filter(({ invited }) => invited).map(({ id }) => person(id))
    await forgetAsk(tx, record, 'join', holders)
    const moved: ActivityRecord = { ...record, answerBy }
    await askThem(tx, activityTable, moved, 'join', { holders }, step)
  } else
    await tx.query(
      'UPDATE ask SET due_on = ? WHERE matter_id = ? AND ask = ? AND answer IS NULL AND ended_how IS NULL',
      [answerBy, record.id, 'join'],
    )
  return {
    reason,
    latest: spokenActivity(when, today),
    outcome: earlier ? movedSaid.earlier : movedSaid.later,
  }
}

const later = (one: string, other: string) => (one > other ? one : other)
