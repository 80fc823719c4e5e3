import { digestOf } from '../../../server/database/digest'
import { dayAgo, daysAgo, type Insert, oldId } from './rows'

/** The places and the people of the old town; all of them invented. */
export const town = oldId('town')
export const county = oldId('county')
export const village = oldId('village')
export const station = oldId('station')
export const group = oldId('group')
export const leadUnit = oldId('unit', 1)
export const coUnit = oldId('unit', 2)
export const formerUnit = oldId('unit', 3)
export const people = {
  deputy: oldId('person', 1),
  coSigner: oldId('person', 2),
  groupLeader: oldId('person', 3),
  office: oldId('person', 4),
  presidium: oldId('person', 5),
  clerk: oldId('person', 6),
  head: oldId('person', 7),
  coClerk: oldId('person', 8),
  formerClerk: oldId('person', 9),
}
export type OldPerson = keyof typeof people
export const resident = oldId('resident', 1)
export const openidOf = (person: OldPerson | 'villager') => `o${person}`.padEnd(28, '0')

const names: Record<OldPerson, string> = {
  deputy: '王建国',
  coSigner: '张春梅',
  groupLeader: '李志强',
  office: '陈静',
  presidium: '周明德',
  clerk: '赵永强',
  head: '钱国栋',
  coClerk: '孙丽华',
  formerClerk: '吴海燕',
}
const posts: readonly [OldPerson, string, string | null][] = [
  ['office', 'congressOffice', null],
  ['presidium', 'presidiumMember', null],
  ['clerk', 'unitClerk', leadUnit],
  ['head', 'unitHead', leadUnit],
  ['coClerk', 'unitClerk', coUnit],
  ['formerClerk', 'unitClerk', formerUnit],
]
const deputies: readonly OldPerson[] = ['deputy', 'coSigner', 'groupLeader']

export async function insertPlace(insert: Insert) {
  await insert('county', { id: county, name: '清河县' })
  await insert('town', {
    id: town,
    county_id: county,
    name: '柳林镇',
    profile: 'henan',
    rule_set_id: oldId('rules'),
  })
  await insert('rule_set', {
    ...{ id: oldId('rules'), town_id: town, profile: 'henan', overrides: null, max_rounds: 2 },
    created_at: daysAgo(300),
  })
  await insert('village', { id: village, town_id: town, name: '大郭西村', position: 1 })
  await insert(
    'handling_unit',
    ...[leadUnit, coUnit, formerUnit].map((id, at) => ({
      ...{
        id,
        town_id: town,
        name: ['镇水利站', '镇财政所', '镇建设办'][at],
        unit_kind: 'townOffice',
        position: at,
      },
    })),
  )
  await insert('deputy_group', { id: group, town_id: town, name: '第一代表小组', position: 1 })
  await insert('liaison_station', {
    ...{
      id: station,
      town_id: town,
      name: '大郭西人大代表活动室',
      station_kind: 'room',
      village_id: village,
    },
    ...{ reception_rule: 'weekday:2:2', position: 1 },
  })
  await insert('category', { town_id: town, code: 'roads', name: '道路', position: 1 })
  await insert('category', {
    town_id: town,
    code: 'water',
    name: '水利',
    parent_code: 'roads',
    position: 2,
    retired: 1,
  })
  await insert('congress_session', {
    ...{ id: oldId('session'), town_id: town, term_no: 19, session_no: 1, opened_on: dayAgo(200) },
    closed_on: dayAgo(199),
  })
  await insert('number_series', { town_id: town, series: '2026', last: 40 })
  await insert('local_day', { town_id: town, day: dayAgo(10), kind: 'rest', reason: '集市' })
}

export async function insertPeople(insert: Insert) {
  for (const [at, person] of (Object.keys(people) as OldPerson[]).entries()) {
    const account = oldId(`account${person}`)
    await insert('account', {
      id: account,
      openid: openidOf(person),
      openid_digest: digestOf(openidOf(person)),
    })
    const inGroup = deputies.includes(person)
    await insert('person', {
      ...{ id: people[person], town_id: town, account_id: account, name: names[person], position: at + 1 },
      ...{ deputy_group_id: inGroup ? group : null, group_leader: person === 'groupLeader' ? 1 : 0 },
    })
    if (inGroup)
      await insert('mandate', {
        ...{ id: oldId('mandate', at), town_id: town, person_id: people[person], congress_level: 'township' },
      })
  }
  await insert('mandate', {
    ...{ id: oldId('mandate', 50), town_id: town, person_id: people.coSigner, congress_level: 'county' },
  })
  await insert('station_deputy', { liaison_station_id: station, person_id: people.deputy, position: 1 })
  for (const [at, [person, kind, unit]] of posts.entries())
    await insert('post', {
      ...{
        id: oldId('post', at),
        town_id: town,
        person_id: people[person],
        post_kind: kind,
        handling_unit_id: unit,
      },
    })
  const account = oldId('accountvillager')
  await insert('account', {
    id: account,
    openid: openidOf('villager'),
    openid_digest: digestOf(openidOf('villager')),
  })
  await insert('resident', {
    id: resident,
    town_id: town,
    account_id: account,
    name: '田秀英',
    phone: '13800000001',
  })
}
