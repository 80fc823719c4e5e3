import type { AwardAction } from '../../shared/matters/award/table'
import { addDays, beijingDay, startOfDay, yearOf } from '../../shared/rules/days'
import { isTownshipDeputy } from '../../server/database/in-office'
import { act } from '../../server/engine/act'
import { addRow } from '../../server/engine/registers/keep'
import { personas } from '../../server/features/demo/personas'
import { registerNamed } from '../../server/features/registers/found'
import { kind } from '../../server/matters/award/kind'
import { startAward } from '../../server/matters/award/start'
import type { Seeding } from './seeding'

const criteria = ['政治可靠守规矩', '学习努力懂法律', '联系群众常走访', '敢讲真话提建议', '说到做到办实事']
const deeds = [
  '走访 60 户，帮两个村修好了水管。',
  '调好 9 起地界纠纷，没有一起再闹。',
  '带头修路，自己出了砂石。',
]
const granted = { publishNames: -75, grant: -45 } as const
const decidedHow = '第 4 次主席团会议'

/** 表彰: five were praised some weeks ago, two names stand on the notice, one waits for the presidium. */
export async function praise(seeding: Seeding) {
  const { database, townId, today, now } = seeding
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  const presidium = await seeding.actorOf(personas.find(({ key }) => key === 'presidium')?.name ?? '')
  const at = (days: number) => new Date(startOfDay(addDays(today, days)).getTime() + 9 * 3_600_000)
  const year = yearOf(today)
  const campaign = { name: '五好代表', fromYear: year - 1, toYear: year, criteria: criteria.join('\n') }
  const campaignId = await database.transaction((tx) =>
    addRow(tx, registerNamed('honourCampaign'), office, campaign, at(-90)),
  )
  const names = await deputiesOf(seeding, presidium.person?.id ?? '')
  /** Of the year of that day, unless another is meant: the days around New Year lie in two. */
  const propose = (which: number, on: Date, ofYear = yearOf(beijingDay(on))) =>
    database.transaction((tx) => {
      const text = deeds[which % deeds.length] ?? ''
      const form = { year: ofYear, awardKind: 'deputy' as const, campaignId, deeds: text }
      return startAward(tx, office, { ...form, personId: names[which] ?? '' }, on)
    })
  const take = (id: string, action: AwardAction, on: Date) =>
    database.transaction((tx) =>
      act(tx, kind, { ...presidium, townId }, id, action, { form: { decidedHow } }, on),
    )
  for (let which = 0; which < 5; which += 1) {
    const id = await propose(which, at(-80), year - 1)
    await take(id, 'publishNames', at(granted.publishNames))
    await take(id, 'grant', at(granted.grant))
  }
  for (let which = 5; which < 7; which += 1) await take(await propose(which, at(-4)), 'publishNames', at(-1))
  await propose(7, new Date(now.getTime() - 7_200_000))
}

async function deputiesOf({ database, townId }: Seeding, but: string) {
  const found = await database.reader.query<{ id: string }[]>(
    `SELECT p.id FROM person p WHERE p.town_id = ? AND p.id <> ? AND ${isTownshipDeputy('p.id')}
       AND NOT EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id AND o.ended_on IS NULL)
     ORDER BY p.position, p.id LIMIT 8`,
    [townId, but],
  )
  return found.map(({ id }) => id)
}
