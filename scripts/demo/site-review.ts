import { addDays, startOfDay } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import { kind } from '../../server/matters/suggestion/kind'
import { planSiteReview } from '../../server/matters/site-review/plan'
import { townshipNames } from './names'
import type { Seeding } from './seeding'

const subjects = ['在小郭西村口修公交候车亭', '疏通田心社区下水道']

/** 现场评议: deputies went to see two matters twelve days ago; the finding of one is written down, the other waits. */
export async function reviewOnSite(seeding: Seeding) {
  const { database, townId, today } = seeding
  const office = await seeding.actorOf('陈静')
  const daysAgo = (days: number) => new Date(startOfDay(addDays(today, -days)).getTime() + 10 * 3_600_000)
  const rows = await database.reader.query<{ id: string; subject: string; version: number }[]>(
    `SELECT s.id, s.subject, m.version FROM suggestion s JOIN matter m ON m.id = s.id
     WHERE s.town_id = ? AND s.subject IN (?, ?)`,
    [townId, ...subjects],
  )
  const deputies = await Promise.all(townshipNames.slice(14, 20).map((name) => seeding.actorOf(name)))
  const input = {
    heldOn: addDays(today, -12),
    place: '小郭西村口',
    suggestionIds: rows.map(({ id }) => id),
    deputyIds: deputies.flatMap(({ person }) => (person ? [person.id] : [])),
    others: '分管副镇长',
  }
  await database.transaction((tx) => planSiteReview(tx, office, input, daysAgo(20)))
  for (const { id, version } of rows.filter(({ subject }) => subject === subjects[0])) {
    const finding = '位置合适，公交车队同意停靠，要求交通办十二月底前建好。'
    await database.transaction((tx) =>
      act(tx, kind, office, id, 'recordSiteFinding', { version, form: { finding } }, daysAgo(12)),
    )
  }
}
