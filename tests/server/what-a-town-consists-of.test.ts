import ExcelJS from 'exceljs'
import {
  showAbout,
  showCongressRule,
  showCountyStaff,
  showDeputyStructure,
  takeDeputyStructure,
} from '../../shared/api/congress'
import { areas } from '../../shared/registers/areas'
import { associations } from '../../shared/registers/associations'
import { congressRules } from '../../shared/registers/congress-rules'
import { elections } from '../../shared/registers/elections'
import { electoralDistricts } from '../../shared/registers/electoral-districts'
import { people } from '../../shared/registers/people'
import { posts } from '../../shared/registers/posts'
import { stationAssets } from '../../shared/registers/station-assets'
import { stationChecks } from '../../shared/registers/station-checks'
import { townEvents } from '../../shared/registers/town-events'
import { villages } from '../../shared/registers/villages'
import { newId } from '../../server/database/id'
import { type Client, createClient } from '../support/client'
import { addCounty, peopleTown } from '../support/matrix/people'
import { startServer, type TestServer } from '../support/server'
import type { TestPerson, TestTown } from '../support/town'

/** What a town consists of and how it came to be: registers that everything else points at. */
let server: TestServer
let town: TestTown
let county: TestPerson
let anyone: Client
let countyId: string
beforeAll(async () => {
  server = await startServer()
  countyId = await addCounty(server, '云岭县')
  const peopled = await peopleTown(server, '禾丰坝镇', countyId)
  town = peopled.town
  county = peopled.people.countyStaff
  anyone = createClient(server.url)
})
afterAll(() => server.stop())

const params = (id = '') => ({ town: town.id, id })
const add = <R extends { endpoints: { add: never } }>(register: R, input: object) =>
  town.office.client.call(register.endpoints.add, { params: params(), input } as never) as Promise<{
    id: string
  }>
const addTo = (register: { endpoints: { add: unknown } }, input: object) => add(register as never, input)
const refused = async (register: { endpoints: { add: unknown } }, input: object) =>
  (await town.office.client.refused(register.endpoints.add as never, { params: params(), input } as never))
    .fields
const tells = async (register: { endpoints: { show: unknown } }, id: string) =>
  (
    (await town.office.client.call(register.endpoints.show as never, { params: params(id) } as never)) as {
      words: Record<string, string>
    }
  ).words

test('households and people of a village are added up from its natural villages and groups, and a group stands in one place', async () => {
  const village = { villageId: town.village }
  const hamlet = await addTo(areas, { ...village, areaKind: 'naturalVillage', name: '大坝口' })
  const group = { ...village, areaKind: 'villagerGroup' }
  await addTo(areas, { ...group, name: '一组', areaId: hamlet.id, households: 31, population: 120 })
  await addTo(areas, { ...group, name: '二组', areaId: hamlet.id, households: 29, population: 98 })
  await addTo(areas, { ...group, name: '三组', households: 40, population: 160 })
  expect(await tells(villages, town.village)).toMatchObject({
    parts: '1 个自然村，3 个小组，合计 100 户、378 人',
  })
  expect(await tells(areas, hamlet.id)).toMatchObject({ below: '2 个小组，合计 60 户、218 人' })
  expect(await refused(areas, { ...group, name: '三组' })).toEqual({
    name: '这个村里已经有这个名称，请直接改那一条，或换一个名称。',
  })
  expect(
    await refused(areas, { ...village, areaKind: 'naturalVillage', name: '小坝', areaId: hamlet.id }),
  ).toEqual({
    areaId: '自然村上面只有村，请去掉这一项。',
  })
  const ending = await town.office.client.refused(areas.endpoints.end, {
    params: params(hamlet.id),
    input: { version: 0, form: { endedOn: '2026-11-20', endedWhy: '并村' } },
  })
  expect(ending.fields).toEqual({ endedWhy: '下面还有在用的小组，请先移走或撤销它们。' })
})

test('turnout stands with its fraction, and nobody votes who is not registered', async () => {
  const district = await addTo(electoralDistricts, { congressLevel: 'township', name: '第一选区', seats: 3 })
  const held = { electoralDistrictId: district.id, electedOn: '2026-10-12', registeredVoters: 1379 }
  expect(await refused(elections, { ...held, votesCast: 1380 })).toEqual({
    votesCast: '参加投票的比登记的选民还多，请核对两个数。',
  })
  const { id } = await addTo(elections, { ...held, votesCast: 1204 })
  expect(await tells(elections, id)).toMatchObject({ turnout: '87.3%（1204/1379）' })
})

test('a station is looked at by six and by seven things, and what it has is counted', async () => {
  const all = ['place', 'sign', 'equipment', 'staff', 'rules'].map((name): [string, boolean] => [name, true])
  const check = { liaisonStationId: town.station, checkedOn: '2026-11-10', ...Object.fromEntries(all) }
  const { id } = await addTo(stationChecks, check)
  expect(await tells(stationChecks, id)).toMatchObject({
    standards: '六有还差台账档案；七有还差代表信息、台账档案、活动记录',
  })
  const asset = { liaisonStationId: town.station, assetKind: 'furniture', name: '档案柜', quantity: 2 }
  const kept = await addTo(stationAssets, { ...asset, assetState: 'toMend' })
  expect(await tells(stationAssets, kept.id)).toMatchObject({ quantity: '2', assetState: '要修' })
})

test('an association has members of any group, each once', async () => {
  const headId = town.otherDeputy.id
  const { id } = await addTo(associations, {
    name: '经济发展共进会',
    headId,
    memberIds: [headId, town.deputy.id],
  })
  const { words } = (await town.deputy.client.call(associations.endpoints.show, { params: params(id) })) as {
    words: Record<string, string>
  }
  expect(words.memberIds).toContain('、')
  expect(await refused(associations, { name: '文化传承推进会', headId: town.unit.id })).toHaveProperty(
    'deputyIds',
  )
})

test('anyone reads how the town came to be and the rules that count; the old version stays with the office', async () => {
  await addTo(townEvents, { year: 2004, text: '第十二届人民代表大会召开。' })
  await addTo(townEvents, { year: 1987, month: 1, text: '撤乡建镇，成立禾丰坝镇。' })
  expect(await refused(townEvents, { year: 2031, text: '将来的事。' })).toEqual({
    year: '年份请填 1900 到 2026，例如“1987”。',
  })
  const rule = { name: '代表接访制度', subject: 'stations', adoptedBy: '主席团第三次会议' }
  const old = await addTo(congressRules, { ...rule, adoptedOn: '2020-03-01', text: '每月五日接访。' })
  expect(await refused(congressRules, { ...rule, text: '每月八日接访。' })).toHaveProperty('name')
  await town.office.client.call(congressRules.endpoints.end, {
    params: params(old.id),
    input: { version: 0, form: { endedOn: '2026-11-01', endedKind: 'replaced' } },
  })
  const now = await addTo(congressRules, {
    ...rule,
    adoptedOn: '2026-11-01',
    text: '每月八日接访。\n碰上放假顺延。',
  })
  const about = await anyone.call(showAbout, { params: params() })
  expect(about.events.map(({ year, month }) => [year, month])).toEqual([
    [1987, 1],
    [2004, null],
  ])
  expect(about.rules.map(({ id }) => id)).toEqual([now.id])
  expect(about).toMatchObject({
    villages: 1,
    naturalVillages: 1,
    groups: 3,
    households: 100,
    population: 378,
  })
  const shown = await anyone.call(showCongressRule, { params: params(now.id) })
  expect(shown.text).toBe('每月八日接访。\n碰上放假顺延。')
  expect((await anyone.refused(showCongressRule, { params: params(old.id) })).code).toBe('not_found')
})

test('a number in a rule is not shown before somebody has looked at it', async () => {
  const { id } = await addTo(congressRules, {
    ...{ name: '值班制度', subject: 'office', adoptedOn: '2026-11-02' },
    text: '值班电话 13800009999。',
  })
  const { text } = await anyone.call(showCongressRule, { params: params(id) })
  expect(text).not.toContain('13800009999')
})

test('the make-up of the congress is counted, with its shares, as bars and as a sheet', async () => {
  const members = await server.database.reader.query<{ id: string; version: number }[]>(
    `SELECT p.id, p.version FROM person p JOIN mandate m ON m.person_id = p.id
     WHERE p.town_id = ? AND m.congress_level = 'township' AND m.ended_on IS NULL AND m.suspended_on IS NULL
     ORDER BY p.position, p.id`,
    [town.id],
  )
  const born = [1991, 1990, 1971, 1970]
  for (const [at, { id, version }] of members.entries()) {
    const { values } = await town.office.client.call(people.endpoints.show, { params: params(id) })
    const said = {
      birthYear: born[at % born.length],
      party: at === 0 ? 'communist' : 'none',
      gender: 'female',
    }
    const known = Object.entries({ ...values, ...said }).filter(
      ([, value]) => value !== null && (value as unknown) !== false,
    )
    await town.office.client.call(people.endpoints.change, {
      params: params(id),
      input: { version: Number(version), form: Object.fromEntries(known) },
    })
  }
  const { total, parts } = await town.presidium.client.call(showDeputyStructure, { params: params() })
  expect(total).toBe(members.length)
  const counts = (part: string) =>
    Object.fromEntries(
      parts.find((one) => one.part === part)?.rows.map(({ key, count }) => [key, count]) ?? [],
    )
  const ages = counts('age')
  expect((ages.young ?? 0) + (ages.middle ?? 0) + (ages.old ?? 0)).toBe(total)
  expect(ages.young).toBe(members.filter((_, at) => at % 4 === 0).length)
  expect(counts('party')).toMatchObject({ communist: 1, none: total - 1 })
  expect(counts('education')).toMatchObject({ unknown: total })
  const answer = await fetch(`${server.url}/api${takeDeputyStructure.path.replace(':town', town.id)}`, {
    headers: { authorization: `Bearer ${town.office.client.token}` },
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await answer.arrayBuffer())
  const lines = book.worksheets[0]?.getSheetValues().slice(2) as unknown[][]
  expect(lines[0]?.slice(1, 4)).toEqual(['年龄', '35 岁以下', ages.young])
  expect((await town.deputy.client.refused(showDeputyStructure, { params: params() })).code).toBe(
    'not_allowed',
  )
})

test('the county sees how many lead the congress of each town and what they do besides, and no name', async () => {
  const [chair] = await server.database.reader.query<{ id: string; version: number }[]>(
    "SELECT id, version FROM post WHERE town_id = ? AND post_kind = 'presidiumMember' ORDER BY id LIMIT 1",
    [town.id],
  )
  const form = { presidiumPost: 'chairperson', engagement: 'concurrent', otherDuties: '3' }
  await town.office.client.call(posts.endpoints.change, {
    params: params(chair?.id),
    input: { version: Number(chair?.version), form },
  })
  const { towns, madeUp } = await county.client.call(showCountyStaff, { params: { county: countyId } })
  expect(madeUp).toBeNull()
  expect(towns).toEqual([
    {
      ...{ id: town.id, name: '禾丰坝镇', chairs: 1, viceChairs: 0 },
      ...{ fullTime: 0, concurrent: 1, mostDuties: 3 },
    },
  ])
  const answer = await town.office.client.refused(showCountyStaff, { params: { county: countyId } })
  expect(answer.code).toBe('not_allowed')
})

test('of five who lead a congress and more, the county sees how many are women, party members and of which education', async () => {
  const tx = server.database.reader
  const members = await tx.query<{ id: string }[]>(
    'SELECT id FROM person WHERE town_id = ? ORDER BY id LIMIT 5',
    [town.id],
  )
  expect(members).toHaveLength(5)
  await server.database.transaction(async (write) => {
    for (const [at, { id }] of members.entries()) {
      await write.query('UPDATE person SET gender = ?, party = ?, education = ? WHERE id = ?', [
        ...[at < 2 ? 'female' : 'male', at === 0 ? 'none' : 'communist', at === 4 ? null : 'college', id],
      ])
      await write.query('UPDATE post SET presidium_post = NULL WHERE person_id = ?', [id])
      await write.query(
        `INSERT INTO post (id, town_id, person_id, post_kind, presidium_post) VALUES (?, ?, ?, 'presidiumMember', ?)`,
        [newId(), town.id, id, at === 0 ? 'chairperson' : 'viceChairperson'],
      )
    }
  })
  const { madeUp } = await county.client.call(showCountyStaff, { params: { county: countyId } })
  const counts = (part: string) =>
    Object.fromEntries(
      madeUp?.parts.find((one) => one.part === part)?.rows.map(({ key, count }) => [key, count]) ?? [],
    )
  expect(madeUp?.parts.map(({ part }) => part)).toEqual(['gender', 'party', 'education'])
  const others = (madeUp?.total ?? 0) - 5
  expect(others).toBeGreaterThanOrEqual(0)
  expect(counts('gender')).toMatchObject({ female: 2 })
  expect(counts('party')).toMatchObject({ communist: 4, none: 1 })
  expect(counts('education')).toMatchObject({ college: 4, unknown: others + 1 })
})
