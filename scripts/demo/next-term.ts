import { importRoster } from '../../server/features/roster/import-roster'
import { sayProblem } from '../../server/features/roster/problem'
import { isOfTownship } from '../../server/database/in-office'
import { makeBook } from './roster'
import { townshipNames } from './names'
import type { Seeding } from './seeding'

/** One of them leads a group, and the others have suggestions that are not ended. */
const notElected = [5, 20, 26, 44].map((index) => townshipNames[index])
const newcomers = ['龙向阳', '韦秀兰']

/** The next term is elected and waits for its first session, of which nobody has said the day yet. */
export async function electNextTerm({ database, townId, now }: Seeding) {
  const sitting = await database.reader.query<
    { name: string; phone: string | null; district: string; group: string; leads: number | boolean }[]
  >(
    `SELECT p.name, p.phone, d.name AS district, g.name AS \`group\`, p.group_leader AS leads FROM mandate m
     JOIN person p ON p.id = m.person_id JOIN electoral_district d ON d.id = m.electoral_district_id
     JOIN deputy_group g ON g.id = p.deputy_group_id
     WHERE m.town_id = ? AND ${isOfTownship('m')} ORDER BY m.place, m.id`,
    [townId],
  )
  const places = sitting.filter(({ name }) => notElected.includes(name))
  const seats = [
    ...sitting.filter(({ name }) => !notElected.includes(name)),
    ...newcomers.map((name, at) => ({ ...places[at], name, phone: null, leads: false })),
  ]
  const book = await makeBook({
    electedDeputies: seats.map(({ name, phone, district, group, leads }) => ({
      ...{ 届: '20', 姓名: name, 手机号: phone ?? '', 选区: district ?? '', 代表小组: group ?? '' },
      小组职务: Number(leads) === 1 ? '组长' : '组员',
      公告或文件: '镇选举委员会公告第 3 号',
    })),
  })
  // After the roster, so that this is the one that can be taken back.
  const later = new Date(now.getTime() + 1000)
  const how = { apply: true, now: later, fileName: '新一届代表名单.xlsx' }
  const { problems } = await importRoster(database, book, { townId }, how)
  if (problems.length > 0) throw new Error(problems.map(sayProblem).join('\n'))
}
