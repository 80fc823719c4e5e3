import { listUnreached } from '../../shared/api/deliveries'
import { showFigures } from '../../shared/api/figures'
import { holdMeeting } from '../../shared/api/hand-over'
import { listDeputies, listUnits } from '../../shared/api/people'
import { showStation } from '../../shared/api/stations'
import { showTown } from '../../shared/api/towns'
import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { listOpenOfUnit, mergeUnit, splitUnit } from '../../shared/api/units'
import { Mandate } from '../../server/database/entities/people/mandate'
import { deputyGroups } from '../../shared/registers/deputy-groups'
import { electoralDistricts } from '../../shared/registers/electoral-districts'
import { handlingUnits } from '../../shared/registers/handling-units'
import { liaisonStations } from '../../shared/registers/liaison-stations'
import { people } from '../../shared/registers/people'
import { posts } from '../../shared/registers/posts'
import { villages } from '../../shared/registers/villages'
import { bring } from '../support/bring'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addStaff, buildTown, signedIn, type TestTown } from '../support/town'

/** Units, groups, districts, stations and villages as registers: they are renamed, merged, divided and closed. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const params = () => ({ town: town.id })
const units = handlingUnits.endpoints
const unitNow = (id: string) => town.office.client.call(units.show, { params: { ...params(), id } })
const addUnit = (name: string) =>
  town.office.client.call(units.add, { params: params(), input: { name, unitKind: 'townOffice' } })
const rename = async (id: string, name: string) =>
  town.office.client.call(units.change, {
    params: { ...params(), id },
    input: { version: (await unitNow(id)).version, form: { name, unitKind: 'townOffice' } },
  })
const openOf = async (id: string) =>
  (await town.office.client.call(listOpenOfUnit, { params: { ...params(), id } })).matters
const historyOf = async (id: string) =>
  JSON.stringify(
    await server.database.reader.query('SELECT note, public_line FROM matter_event WHERE matter_id = ?', [
      id,
    ]),
  )
const ended = { endedOn: '2026-11-20', endedWhy: '机构改革' }

test('a unit has another name: what is open and the lists follow, its history and old words keep the old one', async () => {
  const id = await bring(server, town, 'assigned')
  const again = await rename(town.unitId, '镇水务站')
  expect(again.history.at(-1)).toMatchObject({
    what: '修改',
    changes: [{ label: '单位名称', from: '镇水利站', to: '镇水务站' }],
  })
  await server.run('clock')
  const shown = await see(town, town.deputy, id)
  expect(shown.unit).toBe('镇水务站')
  expect(await historyOf(id)).toContain('交办给镇水利站')
  const { groups } = await town.office.client.call(showFigures, { params: params(), query: { by: 'unit' } })
  expect(groups.map(({ name }) => name)).toContain('镇水务站（原镇水利站）')
  const found = async (words: string) =>
    (await town.office.client.call(units.find, { params: params(), input: { words } })).items.length
  expect([await found('水务站'), await found('水利站')]).toEqual([1, 0])

  // No: another unit is called so, and a deputy keeps no register.
  const taken = await town.office.client.refused(units.add, {
    params: params(),
    input: { name: '镇财政所', unitKind: 'townOffice' },
  })
  expect(taken.fields.name).toBe('已经有这个名称，请直接改那一条，或换一个名称。')
  const refused = await town.deputy.client.refused(units.add, {
    params: params(),
    input: { name: '镇文化站', unitKind: 'townOffice' },
  })
  expect(refused.code).toBe('not_allowed')
  await rename(town.unitId, '镇水利站')
})

test('nobody there: said before something is given, asked to confirm, and on the list until somebody is bound', async () => {
  const { id: empty } = await addUnit('远山林业站')
  const listed = async () =>
    (await town.office.client.call(listUnreached, { params: params() })).places.map(({ name }) => name)
  expect(await listed()).toContain('远山林业站')
  const picked = await town.office.client.call(listUnits, { params: params() })
  expect(picked.units.find(({ id }) => id === empty)).toMatchObject({ reached: false })
  expect(picked.units.find(({ id }) => id === town.unitId)).toMatchObject({ reached: true })

  const id = await bring(server, town, 'accepted')
  const before = await toldTo(server, town.office)
  const refused = await refusedStep(town, town.office, id, 'assign', { leadUnitId: empty })
  expect(refused.code).toBe('nobody_there')
  expect(refused.message).toMatch(/^远山林业站还没有人绑定微信，交办后没有人收到；请先/)
  expect(refused.fields).toHaveProperty('nobodyConfirmed')
  const asCo = { leadUnitId: town.unitId, coUnitIds: [empty] }
  expect((await refusedStep(town, town.office, id, 'assign', asCo)).code).toBe('nobody_there')
  const atMeeting = await town.office.client.refused(holdMeeting, {
    params: params(),
    input: {
      ...{ heldOn: '2026-11-23', place: '镇政府会议室' },
      items: [{ id, version: await town.versionOf(id), form: { leadUnitId: empty } }],
    },
  })
  expect([atMeeting.code, atMeeting.message.includes('远山林业站')]).toEqual(['nobody_there', true])
  expect(await toldTo(server, town.office)).toEqual(before)

  const given = await step(town, town.office, id, 'assign', { leadUnitId: empty, nobodyConfirmed: true })
  expect(given).toMatchObject({ state: 'assigned', unit: '远山林业站' })
  // A name on the roster hears nothing either; who has bound WeChat does.
  const clerk = await addStaff(server, town.id, {
    ...{ name: '林木生', kind: 'unitClerk' as const, unitId: empty, bound: false },
  })
  expect(await listed()).toContain('远山林业站')
  expect((await unitNow(empty)).words).toMatchObject({ contacts: '经办人林木生', reach: '还没有人绑定微信' })
  await signedIn(server, clerk)
  expect(await listed()).not.toContain('远山林业站')
  expect((await unitNow(empty)).words.reach).toBe('有人收得到')
})

test('a deputy who works in the unit does not answer their own suggestion for it: said before, and somebody else does', async () => {
  const { id: own } = await addUnit('镇平安办')
  const asHead = { personId: town.deputy.id, postKind: 'unitHead', handlingUnitId: own }
  await town.office.client.call(posts.endpoints.add, { params: params(), input: asHead })
  const id = await bring(server, town, 'accepted')
  const refused = await refusedStep(town, town.office, id, 'assign', { leadUnitId: own })
  expect(refused.code).toBe('nobody_there')
  expect(refused.message).toMatch(/^镇平安办除了提这件建议的代表，还没有别人绑定微信/)

  await step(town, town.office, id, 'assign', { leadUnitId: own, nobodyConfirmed: true })
  const clerk = await addStaff(server, town.id, {
    ...{ name: '顾小满', kind: 'unitClerk' as const, unitId: own, bound: false },
  })
  const other = await signedIn(server, clerk)
  // What is written for the unit names its phone; what is kept from everybody stays kept.
  await step(town, town.deputy, id, 'receive', forms(town).receive)
  const talk = { ...forms(town).consult, heldOn: '2026-11-23' }
  expect((await refusedStep(town, town.deputy, id, 'consult', talk)).code).toBe('own_suggestion')
  const tells = { ...talk, record: '他的身份证号是 11010519491231002X。' }
  expect((await refusedStep(town, town.deputy, id, 'consult', tells)).code).toBe('bad_input')
  expect((await step(town, other, id, 'consult', talk)).rounds[0]?.consultations).toHaveLength(1)

  // With somebody else there nobody has to be asked.
  const next = await bring(server, town, 'accepted')
  expect((await step(town, town.office, next, 'assign', { leadUnitId: own })).state).toBe('assigned')
})

test('a unit is merged: what is open goes along with its deadline, what has ended stays, figures read both ways', async () => {
  const { id: old } = await addUnit('镇农机站')
  const clerk = await signedIn(
    server,
    await addStaff(server, town.id, { name: '杨得草', kind: 'unitClerk', unitId: old, bound: false }),
  )
  const asOld = { ...town, unitId: old, unit: clerk }
  const done = await bring(server, asOld, 'closed')
  const led = await bring(server, asOld, 'received')
  const helped = await bring(server, town, 'accepted')
  await step(town, town.office, helped, 'assign', { leadUnitId: town.unitId, coUnitIds: [old] })
  const before = await see(town, town.deputy, led)
  expect((await openOf(old)).map(({ id, leads }) => [id, leads]).sort()).toEqual(
    [
      [led, true],
      [helped, false],
    ].sort(),
  )

  // No: it may not end while matters wait for it, nor go into itself or into one without anybody.
  const { version } = await unitNow(old)
  const ending = await town.office.client.refused(units.end, {
    params: { ...params(), id: old },
    input: { version, form: ended },
  })
  expect(ending.fields.endedWhy).toMatch(/^还有 2 件没有办完，请先并入别的单位/)
  const merge = (intoUnitId: string, more: object = {}) => ({
    params: { ...params(), id: old },
    input: { version, form: { intoUnitId, endedOn: '2026-11-22', ...more } },
  })
  expect((await town.office.client.refused(mergeUnit, merge(old))).fields).toHaveProperty('intoUnitId')
  const { id: empty } = await addUnit('镇粮管所')
  expect((await town.office.client.refused(mergeUnit, merge(empty))).code).toBe('nobody_there')
  expect((await town.unit.client.refused(mergeUnit, merge(town.coUnitId))).code).toBe('not_allowed')
  expect((await see(town, town.deputy, led)).unit).toBe('镇农机站')

  expect(await town.office.client.call(mergeUnit, merge(town.coUnitId))).toEqual({ moved: 2 })
  expect(await town.office.client.refused(mergeUnit, merge(town.coUnitId))).toMatchObject({
    code: 'stale',
    message: expect.stringMatching(/^您打开以后，.* 陈静撤销（理由：镇农机站并入镇财政所）/) as string,
  })
  const after = await see(town, town.deputy, led)
  expect(after).toMatchObject({ unit: '镇财政所', state: 'received' })
  expect(after.rounds.map(({ deadline }) => deadline)).toEqual(before.rounds.map(({ deadline }) => deadline))
  expect(await historyOf(led)).toContain('镇农机站并入镇财政所')
  expect((await see(town, town.deputy, done)).unit).toBe('镇农机站')
  expect((await see(town, town.coUnit, led)).actions).toContain('consult')
  expect((await see(town, town.coUnit, helped)).actions).toContain('giveCoOpinion')
  const told = await toldTo(server, town.coUnit)
  expect(told.some((one) => one.includes('转由你单位接着办，期限不变：镇农机站并入镇财政所'))).toBe(true)
  expect(told.some((one) => one.includes('的协办单位有变动：镇农机站并入镇财政所'))).toBe(true)
  expect(await unitNow(old)).toMatchObject({ endedOn: '2026-11-22', endedWhy: '镇农机站并入镇财政所' })
  expect(
    (await town.office.client.call(listUnits, { params: params() })).units.map(({ id }) => id),
  ).not.toContain(old)
  const { groups } = await town.office.client.call(showFigures, { params: params(), query: { by: 'unit' } })
  const alone = groups.find(({ key }) => key === old)
  const together = groups.find(({ key }) => key === town.coUnitId)
  expect([alone?.name, alone?.partOf, alone?.counts.handedOver]).toEqual([
    '镇农机站（已撤销）',
    town.coUnitId,
    1,
  ])
  expect(together?.counts.handedOver).toBe(2)
  // Its people read on what they handled, under the name it had; what went along is not theirs any more.
  const gone = { params: { ...params(), id: led } }
  expect((await clerk.client.refused(showSuggestion, gone)).code).toBe('not_found')
  expect((await see(town, clerk, done)).unit).toBe('镇农机站')
  // Whoever is still written down there stands on a list, until the office says what they are now.
  const query = { narrow: 'closed' }
  const held = await town.office.client.call(posts.endpoints.list, { params: params(), query })
  expect(held.items.map(({ title }) => title)).toEqual(['杨得草 镇农机站 经办人'])
  // What has ended is given nothing any more.
  const next = await bring(server, town, 'accepted')
  expect((await refusedStep(town, town.office, next, 'assign', { leadUnitId: old })).fields).toHaveProperty(
    'leadUnitId',
  )
})

test('a unit is divided: the picked matters go to the new one, the others stay; a unit nobody waits for is closed', async () => {
  const [goes, stays] = [await bring(server, town, 'assigned'), await bring(server, town, 'assigned')]
  const split = async (matterIds: string[]) => ({
    params: { ...params(), id: town.unitId },
    input: {
      version: (await unitNow(town.unitId)).version,
      form: { name: '镇河长办', unitKind: 'townOffice' as const, matterIds },
    },
  })
  const done = await bring(server, town, 'closed')
  const seenBefore = await split([goes])
  await rename(town.unitId, '镇水利服务站')
  expect(await town.office.client.refused(splitUnit, seenBefore)).toMatchObject({
    code: 'stale',
    message: expect.stringMatching(
      /^您打开以后，.* 陈静修改（单位名称：镇水利站 改为 镇水利服务站）/,
    ) as string,
  })
  await rename(town.unitId, '镇水利站')
  expect((await town.office.client.refused(splitUnit, await split([done]))).fields).toHaveProperty(
    'matterIds',
  )
  const { id, moved } = await town.office.client.call(splitUnit, await split([goes]))
  expect(moved).toBe(1)
  expect((await see(town, town.deputy, goes)).unit).toBe('镇河长办')
  expect((await see(town, town.deputy, stays)).unit).toBe('镇水利站')
  expect((await openOf(id)).map((one) => one.id)).toEqual([goes])

  const { id: spare, version } = await addUnit('镇供销社')
  const closed = await town.office.client.call(units.end, {
    params: { ...params(), id: spare },
    input: { version, form: ended },
  })
  expect(closed).toMatchObject({ endedOn: '2026-11-20', endedWhy: '机构改革' })
})

test('a district names its villages and seats; more than three are warned of, never refused, in a table too', async () => {
  const { endpoints } = electoralDistricts
  const village = await town.office.client.call(villages.endpoints.add, {
    params: params(),
    input: { name: '石桥村' },
  })
  const both = [village.id, town.village]
  const first = await town.office.client.call(endpoints.add, {
    params: params(),
    input: { congressLevel: 'township', name: '第一选区', seats: 4, villageIds: both },
  })
  expect(first.values.villageIds).toEqual(both)
  expect(first.words).toMatchObject({ villageIds: '石桥村、大郭西村', seats: '4' })
  expect(electoralDistricts.warns?.(first.values)).toMatch(/选举法第二十五条/)
  expect(electoralDistricts.warns?.({ ...first.values, seats: 3 })).toBeUndefined()
  expect(electoralDistricts.warns?.({ ...first.values, congressLevel: 'city' })).toBeUndefined()
  // Everyone finds the deputies of a village: by the district, or by where they listen as long as that names none.
  const ofDeputy = async () => {
    const { deputies } = await town.villager.client.call(listDeputies, { params: params() })
    return deputies.find(({ id }) => id === town.deputy.id)?.villages
  }
  expect(await ofDeputy()).toEqual([town.village])
  await server.database.transaction((tx) =>
    tx.update(Mandate, { personId: town.deputy.id }, { electoralDistrictId: first.id }),
  )
  expect(await ofDeputy()).toEqual([...both].sort())
  // The county draws its own map over the same villages, and may use the same name.
  const county = await town.office.client.call(endpoints.add, {
    params: params(),
    input: { congressLevel: 'county', name: '第一选区', seats: 2, villageIds: [town.village] },
  })
  const changed = await town.office.client.call(endpoints.change, {
    params: { ...params(), id: first.id },
    input: { version: 0, form: { name: '第一选区', seats: 2, villageIds: [town.village] } },
  })
  expect(changed.history.at(-1)?.changes).toEqual([
    { label: '名额', from: '4', to: '2' },
    { label: '包括的村', from: '石桥村、大郭西村', to: '大郭西村' },
  ])
  const same = await town.office.client.refused(endpoints.change, {
    params: { ...params(), id: county.id },
    input: { version: 0, form: { name: '第一选区', seats: 2, villageIds: [town.village] } },
  })
  expect(same.code).toBe('nothing_changed')
  const stale = await town.office.client.refused(endpoints.change, {
    params: { ...params(), id: first.id },
    input: { version: 0, form: { name: '第一选区', seats: 3 } },
  })
  expect(stale.code).toBe('stale')
  const found = await town.office.client.call(endpoints.find, {
    params: params(),
    input: { words: '大郭西' },
  })
  expect(found.items.map(({ id }) => id).sort()).toEqual([first.id, county.id].sort())
})

test('a station is public as it is kept, its officer is reached by the office alone, and one that has ended is gone', async () => {
  const { endpoints } = liaisonStations
  const input = {
    ...{
      name: '石桥人大代表活动室',
      stationKind: 'room',
      address: '石桥村委会',
      openingHours: '每天 9:00—17:00',
    },
    ...{
      managerName: '周明德',
      officerName: '何小兰',
      officerPhone: '13900001234',
      deputyIds: [town.deputy.id],
    },
  }
  const wrong = await town.office.client.refused(endpoints.add, {
    params: params(),
    input: { ...input, mapPlace: '村口' },
  })
  expect(wrong.fields).toHaveProperty('mapPlace')
  const reception = { receptionDays: '每月第2个周二', receptionTime: '9:00' }
  const never = await town.office.client.refused(endpoints.add, {
    params: params(),
    input: { ...input, receptionDays: '每月40日' },
  })
  expect(never.fields?.receptionDays).toContain('接访日读不懂，请写成“每月5日”')
  const { id, version, words } = await town.office.client.call(endpoints.add, {
    params: params(),
    input: { ...input, ...reception, mapPlace: '25.0415,102.7121' },
  })
  expect(words.receptionDays).toBe('每月第二个星期二')
  expect(words).toMatchObject({ deputyIds: '王建国', reach: '有人收得到', officerPhone: '13900001234' })
  const asUnit = await town.unit.client.call(endpoints.show, { params: { ...params(), id } })
  expect(JSON.stringify(asUnit)).not.toContain('13900001234')
  const stations = async () =>
    (await town.villager.client.call(showTown, { params: params() })).stations.map((one) => one.id)
  expect(await stations()).toContain(id)
  const door = { params: { ...params(), id } }
  expect(await town.villager.client.call(showStation, door)).toMatchObject({
    ...{ mapPlace: '25.0415,102.7121', manager: '周明德', onDuty: { name: '王建国' } },
    nextReceptionDay: { on: '2026-12-08', time: '9:00' },
  })
  await town.office.client.call(endpoints.end, {
    params: { ...params(), id },
    input: { version, form: ended },
  })
  expect(await stations()).not.toContain(id)
  expect((await town.villager.client.refused(showStation, door)).code).toBe('not_found')
})

test('a group says who leads it and who is in it, and does not end while somebody is', async () => {
  const { endpoints } = deputyGroups
  const { id, version } = await town.office.client.call(endpoints.add, {
    params: params(),
    input: { name: '第一代表小组', meetingPlace: '大郭西活动室' },
  })
  const person = { params: { ...params(), id: town.deputy.id } }
  const { version: seen, values } = await town.office.client.call(people.endpoints.show, person)
  await town.office.client.call(people.endpoints.change, {
    ...person,
    input: { version: seen, form: { name: values.name ?? '', deputyGroupId: id, groupLeader: true } },
  })
  const shown = await town.office.client.call(endpoints.show, { params: { ...params(), id } })
  expect(shown.history.at(-1)?.why).toBe('王建国编入本组；王建国任组长')
  expect(shown.words).toMatchObject({ leader: '王建国', members: '王建国', reach: '有人收得到' })
  const refused = await town.office.client.refused(endpoints.end, {
    params: { ...params(), id },
    input: { version: version + 1, form: ended },
  })
  expect(refused.fields.endedWhy).toBe('王建国还在这个小组，请先把他们编到别的小组。')
})
