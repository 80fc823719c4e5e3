import { addDays, startOfDay } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import type { Actor } from '../../server/http/actor'
import { kind } from '../../server/matters/app-feedback/kind'
import { keepAppFeedback } from '../../server/matters/app-feedback/write'
import type { Seeding } from './seeding'

/** What people had against the app: one that the county has answered, one that waits for it. */
const said = [
  {
    name: '王建国',
    about: 'hardToUse',
    text: '在地里太阳大，灰色的字看不清。',
    daysAgo: 9,
    answer: '下一版把说明的字改深，字号跟着“大字版”走。',
  },
  {
    name: '张春梅',
    about: 'wish',
    text: '想在手机上把我提的几件建议打印成一张，开会好带。',
    daysAgo: 2,
    answer: null,
  },
] as const

export async function sayOfTheApp(seeding: Seeding) {
  const { database, today, actorOf } = seeding
  for (const { name, about, text, daysAgo, answer } of said) {
    const at = (day: number, hour: number) =>
      new Date(startOfDay(addDays(today, day - daysAgo)).getTime() + hour * 3_600_000)
    const writer = await actorOf(name)
    const { id } = await database.transaction((tx) => keepAppFeedback(tx, writer, { about, text }, at(0, 19)))
    if (answer === null) continue
    const county = await countyActor(seeding)
    const step = { version: 0, form: { text: answer } }
    await database.transaction((tx) => act(tx, kind, county, id, 'answer', step, at(3, 10)))
  }
}

/** Whoever of the county answers in the town. */
async function countyActor({ database, townId }: Seeding): Promise<Actor> {
  const [somebody] = await database.reader.query<{ id: string }[]>(
    `SELECT p.id FROM town t JOIN person p ON p.county_id = t.county_id AND p.town_id IS NULL WHERE t.id = ?`,
    [townId],
  )
  if (somebody === undefined) throw new Error('nobody of the county in the demo')
  return {
    ...{ accountId: '', townId, person: null, countyPersonId: somebody.id, residentId: null },
    ...{ roles: ['resident', 'countyStaff'], unitIds: [], groupId: null },
  }
}
