import { addDays, startOfDay } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/unit-line/kind'
import { startUnitLine } from '../../server/matters/unit-line/start'
import type { Seeding } from './seeding'

/** What deputies asked units without a suggestion: one that was answered, one that waits. */
const lines = [
  {
    deputy: '王建国',
    unit: '镇水利站',
    village: '大郭西村',
    subject: '大郭西村三组水渠什么时候清淤',
    text: '入冬前能不能清一次？去年春灌的时候水过不来。',
    daysAgo: 4,
    answer: '排在下月上旬清，先从三组开始，清之前跟您说一声。',
  },
  {
    deputy: '张春梅',
    unit: '镇民政办公室',
    village: '小郭西村',
    subject: '高龄补贴今年什么时候发',
    text: '村里有七八位老人问，请说个大概的日子，我好回话。',
    daysAgo: 1,
    answer: null,
  },
] as const

export async function askUnits(seeding: Seeding) {
  const { database, today, actorOf, staffOf, unitId, villageId } = seeding
  for (const { deputy, unit, village, subject, text, daysAgo, answer } of lines) {
    const at = (hour: number) => new Date(startOfDay(addDays(today, -daysAgo)).getTime() + hour * 3_600_000)
    const asker = await actorOf(deputy)
    const input = { unitId: unitId(unit), villageId: villageId(village), subject, text }
    const id = await database.transaction((tx) => startUnitLine(tx, asker, input, at(10)))
    if (answer === null) continue
    const clerk = await staffOf(unit)
    const step = { version: 0, form: { text: answer } }
    await database.transaction((tx) => act(tx, kind, clerk, id, 'answer', step, at(15)))
  }
}
