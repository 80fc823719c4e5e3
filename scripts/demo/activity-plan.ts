import { addDays, startOfDay } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/activity-plan/kind'
import { startPlan } from '../../server/matters/activity-plan/start'
import type { Seeding } from './seeding'

/** The year of the sources: sessions, meetings of the presidium, inspections, studies, classes. */
const lines = [
  ['人民代表大会会议', 'congressSession', 2, 1, 12],
  ['主席团会议', 'presidiumMeeting', 4, 1, 12],
  ['视察道路和水利', 'inspection', 2, 3, 12],
  ['专题调研：农村养老', 'thematicStudy', 1, 5, 5],
  ['专题调研：集镇停车', 'thematicStudy', 1, 11, 12],
  ['执法检查：消防法', 'lawEnforcementInspection', 1, 12, 12],
  ['代表培训班', 'trainingClass', 2, 2, 12],
  ['外出考察', 'studyTrip', 1, 9, 12],
] as const

/** Decided by the presidium some weeks ago; what is held of it counts itself. */
export async function planTheYear({ database, actorOf, today }: Seeding) {
  const office = await actorOf('陈静')
  const at = new Date(startOfDay(addDays(today, -40)).getTime() + 9 * 3_600_000)
  const year = Number(today.slice(0, 4))
  const id = await database.transaction((tx) => startPlan(tx, office, year, at))
  let version = 0
  const take = async (action: 'addItem' | 'adopt', form: object) => {
    await database.transaction((tx) =>
      act(tx, kind, office, id, action, { version, form: form as Record<string, unknown> }, at),
    )
    version += 1
  }
  for (const [title, planned, times, firstMonth, lastMonth] of lines)
    await take('addItem', {
      ...{ title, kind: planned, times },
      ...{ firstMonth: String(firstMonth), lastMonth: String(lastMonth) },
    })
  await take('adopt', { decidedHow: '第 2 次主席团会议' })
}
