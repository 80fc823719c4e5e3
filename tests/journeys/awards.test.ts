import { showDutyFile, showOwnDutyFile } from '../../shared/api/duty-files'
import { showBoardItem } from '../../shared/api/board'
import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { grantAwards, listAwards, proposeAward, publishAwards } from '../../shared/matters/award/endpoints'
import { honourCampaigns } from '../../shared/registers/honour-campaigns'
import { posts } from '../../shared/registers/posts'
import { bring } from '../support/bring'
import { addGroup } from '../support/group'
import { byMeeting, honoursIn } from '../support/honours'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addDeputy, addStaff, buildTown, type TestTown } from '../support/town'

/** E15, 表彰: twelve names on a notice, one objection, ten granted, two not; a group and three suggestions. */
let server: TestServer
let town: TestTown
let params: { town: string }
let honours: ReturnType<typeof honoursIn>
let campaignId: string
const people: string[] = []
const ids: string[] = []
let groupId: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await addGroup(server, town, [town.deputy, town.coSigner])
  const [row] = await server.database.reader.query<{ id: string }[]>(
    'SELECT id FROM deputy_group WHERE town_id = ?',
    [town.id],
  )
  groupId = row?.id ?? ''
  await staySignedIn(server)
  honours = honoursIn(server, town)
  people.push(town.deputy.id, town.otherDeputy.id)
  for (const name of ['郑重', '何方', '吕平', '施恩', '张本'])
    await addStaff(server, town.id, { name, kind: 'presidiumMember', bound: false })
  for (const name of ['赵一', '钱二', '孙三', '周四', '吴五', '冯六', '陈七', '褚八', '卫九', '蒋十'])
    people.push(await addDeputy(server, town.id, name))
  for (const [position, id] of people.entries())
    await server.database.transaction((tx) =>
      tx.query('UPDATE person SET position = ? WHERE id = ?', [position, id]),
    )
  server.clock.set('2026-12-20T02:00:00Z')
})
afterAll(() => server.stop())

const askMany = (
  endpoint: typeof publishAwards | typeof grantAwards,
  awardIds: readonly string[],
  by = town.presidium,
) =>
  by.client.ask(endpoint as typeof publishAwards, {
    params,
    input: { awardIds: [...awardIds], ...byMeeting },
  })

test('a campaign has three to ten criteria, one a line, as the town writes them', async () => {
  const add = (criteria: string) =>
    town.office.client.ask(honourCampaigns.endpoints.add, {
      params,
      input: { name: '五好代表', fromYear: 2026, criteria },
    })
  const few = await add('好\n很好')
  expect(few.code && few.fields).toEqual({ criteria: '标准要 3 到 10 条，现在是 2 条；一行写一条。' })
  const long = await add(`好\n很好\n${'长'.repeat(61)}`)
  expect(long.code && long.fields).toEqual({ criteria: '每条标准最多 60 个字，请删减一些。' })
  campaignId = await honours.campaign()
})

test('twelve names are put forward: with the criteria as they stand, once each, and nobody outside reads it', async () => {
  for (const personId of people) ids.push(await honours.propose({ campaignId, personId }))
  const view = await honours.see(ids[0] ?? '')
  expect([view.title, view.whose, view.criteria.length, view.waitsFor]).toEqual([
    ...['五好代表', '王建国代表', 5, 'presidium'],
  ])
  const again = await town.office.client.ask(proposeAward, {
    params,
    input: { year: 2026, awardKind: 'deputy', campaignId, personId: people[0] ?? '', deeds: '好。' },
  })
  expect(again.code && again.fields).toEqual({ personId: '这一年的这个表彰已经提过名了。' })
  const nameless = await town.office.client.ask(proposeAward, {
    params,
    input: { year: 2026, awardKind: 'deputy', personId: people[0] ?? '', deeds: '好。' },
  })
  expect(nameless.code && nameless.fields).toEqual({ title: '请选一个活动，或者写上表彰的名称。' })
  expect(await honours.everyone()).toEqual([])
  // Whoever it is about reads it first; others do not.
  expect((await honours.see(ids[0] ?? '', town.deputy)).deeds).toBe('走访 40 户，修好两座桥。')
  await expect(honours.see(ids[0] ?? '', town.coSigner)).rejects.toThrow('not_found')
})

test('who sits in the presidium and is on the list stands aside, and is not counted among those who agree', async () => {
  await town.office.client.call(posts.endpoints.add, {
    params,
    input: { personId: town.otherDeputy.id, postKind: 'presidiumMember' },
  })
  const own = await honours.asked(ids[1] ?? '', 'publishNames', byMeeting, town.otherDeputy)
  expect(own.code).toBe('own_award')
  const many = await askMany(publishAwards, ids, town.otherDeputy)
  expect(many.code && many.message).toMatch(/^李志强代表没有办成，全部没有办：这次表彰的是您/)
  const named = await honours.asked(ids[1] ?? '', 'publishNames', { decidedHow: '周明德、李志强同意' })
  expect(named.fields?.decidedHow).toMatch(/主席团一共 7 位/)
})

test('the notice runs five working days, in the order of the register, whoever did what', async () => {
  server.clock.set('2026-12-24T02:00:00Z')
  const mixed = [...ids].reverse()
  const done = await askMany(publishAwards, mixed)
  expect(done.code === undefined && done.body).toEqual({ count: 12 })
  const list = await honours.everyone()
  expect(list.map(({ deputy }) => deputy)).toEqual([
    ...['王建国', '李志强', '赵一', '钱二', '孙三', '周四', '吴五', '冯六', '陈七', '褚八', '卫九', '蒋十'],
  ])
  expect(list[0]).toEqual({
    ...{ year: 2026, title: '五好代表', awardKind: 'deputy', deputy: '王建国', group: null },
    ...{ suggestion: null, deeds: '走访 40 户，修好两座桥。', noticeTo: '2026-12-31', certificateNo: null },
  })
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '王建国代表在2026 年五好代表的公示名单里，公示到12月31日。',
  )
  expect(await toldTo(server, town.coSigner)).toContain(
    '王建国代表在2026 年五好代表的公示名单里，公示到12月31日。有意见的，写的、说的都行，告诉镇人大办。',
  )
})

test('an objection on paper is written down and answered before anything is decided', async () => {
  server.clock.set('2026-12-29T02:00:00Z')
  const [first = ''] = ids
  const early = { notedOn: '2026-12-20', way: 'written', text: '没见他走访过。' }
  const before = await honours.asked(first, 'noteObjection', early, town.office)
  expect(before.fields).toEqual({ notedOn: '收到的那天在公示以前，请核对。' })
  await honours.step(first, 'noteObjection', { ...early, notedOn: '2026-12-29' }, town.office)
  expect(await toldTo(server, town.presidium)).toContain(
    '对王建国代表评2026 年五好代表有人提了意见，镇人大办答复以后再决定。',
  )
  server.clock.set('2026-12-31T02:00:00Z')
  const running = await honours.asked(ids[2] ?? '', 'grant', byMeeting)
  expect([running.code, running.message]).toEqual(['notice_running', '公示到12月31日，之后再决定。'])
  server.clock.set('2027-01-08T02:00:00Z')
  const open = await honours.asked(first, 'grant', byMeeting)
  expect(open.code).toBe('objection_unanswered')
  const { objections } = await honours.see(first, town.deputy)
  expect(objections).toMatchObject([{ text: '没见他走访过。', answer: null }])
  await honours.step(
    first,
    'answerObjection',
    { objectionId: objections[0]?.id, answer: '查了走访记录，3 月到 11 月 12 次，有群众作证。' },
    town.office,
  )
  // Everyone reads the notice, and nothing of what was said against it.
  expect(JSON.stringify(await honours.everyone())).not.toContain('没见他走访过')
})

test('ten are granted and two not: certificates without gaps, in the order of the register', async () => {
  await honours.step(ids[3] ?? '', 'refuse', { ...byMeeting, reason: '材料还不全。' })
  await honours.step(ids[7] ?? '', 'refuse', { ...byMeeting, reason: '本人不愿意参加。' })
  const left = ids.filter((_, at) => at !== 3 && at !== 7).reverse()
  const done = await askMany(grantAwards, left)
  expect(done.code === undefined && done.body).toEqual({ count: 10 })
  const list = await honours.everyone()
  expect(list.map(({ certificateNo, deputy }) => `${certificateNo} ${deputy}`)).toEqual([
    ...['2026-001 王建国', '2026-002 李志强', '2026-003 赵一', '2026-004 孙三', '2026-005 周四'],
    ...['2026-006 吴五', '2026-007 陈七', '2026-008 褚八', '2026-009 卫九', '2026-010 蒋十'],
  ])
  expect((await toldTo(server, town.deputy))[0]).toBe('您被评为2026 年五好代表。')
  expect(list.every(({ noticeTo }) => noticeTo === null)).toBe(true)
})

const honoursOf = async (who: typeof town.deputy) =>
  (await who.client.call(showOwnDutyFile, { params, query: { from: '2027-01-01', to: '2027-12-31' } })).parts
    .filter(({ part }) => part === 'honours')
    .flatMap(({ lines }) => lines.map(({ on, title, note }) => [on, title, note]))

test('what was granted stands in the eighth part of the file by itself', async () => {
  expect(await honoursOf(town.deputy)).toEqual([['2027-01-08', '2026 年五好代表', '2026-001']])
})

test('a group and three suggestions: theirs who proposed them, and only what is public', async () => {
  const suggestions = [await bring(server, town, 'closed'), await bring(server, town, 'closed')]
  const numbers: string[] = []
  for (const id of suggestions)
    numbers.push((await town.office.client.call(showSuggestion, { params: { ...params, id } })).no ?? '')
  const wrong = await town.office.client.ask(proposeAward, {
    params,
    input: {
      year: 2026,
      awardKind: 'suggestion',
      title: '优秀建议',
      suggestionNo: '9-9-BJ999',
      deeds: '好。',
    },
  })
  expect(wrong.code && wrong.fields?.suggestionNo).toMatch(/^没有找到这个编号的公开建议/)
  const more = [await honours.propose({ awardKind: 'group', title: '先进代表小组', deputyGroupId: groupId })]
  for (const suggestionNo of numbers)
    more.push(await honours.propose({ awardKind: 'suggestion', title: '优秀建议', suggestionNo }))
  await askMany(publishAwards, more)
  server.clock.set('2027-01-25T02:00:00Z')
  const [praised = ''] = suggestions
  const onItsPage = async () =>
    (await town.villager.client.call(showBoardItem, { params: { ...params, id: praised } })).awards
  expect(await onItsPage()).toEqual([])
  await askMany(grantAwards, more)
  expect(await onItsPage()).toEqual([{ year: 2026, title: '优秀建议' }])
  const list = (await honours.everyone()).filter(({ awardKind }) => awardKind !== 'deputy')
  expect(list.map(({ title, group, suggestion }) => [title, group ?? suggestion?.no])).toEqual([
    ['先进代表小组', '第一代表小组'],
    ['优秀建议', numbers[0]],
    ['优秀建议', numbers[1]],
  ])
  expect(list.map(({ certificateNo }) => certificateNo)).toEqual(['2026-011', '2026-012', '2026-013'])
  expect((await honoursOf(town.deputy)).map(([, title]) => title)).toEqual([
    '2026 年五好代表',
    ...suggestions.map(() => expect.stringMatching(/^2026 年优秀建议：/) as string),
  ])
  expect(await toldTo(server, town.coSigner)).toContain('第一代表小组被评为2026 年先进代表小组。')
})

test('what is revoked leaves the page and the file; its number is given to nobody else', async () => {
  await honours.step(ids[0] ?? '', 'revoke', { ...byMeeting, reason: '材料不实。' })
  expect((await honours.everyone()).map(({ certificateNo }) => certificateNo)).not.toContain('2026-001')
  expect((await honoursOf(town.deputy)).map(([, title]) => title)).not.toContain('2026 年五好代表')
  expect((await honours.see(ids[0] ?? '')).certificateNo).toBe('2026-001')
})

test('lists go by certificates and the register; residents, deputies and units read no list of the office', async () => {
  const rows = await honours.all()
  const numbers = rows.flatMap(({ certificateNo }) => (certificateNo === null ? [] : [certificateNo]))
  expect(numbers).toEqual([...numbers].sort())
  for (const who of [town.deputy, town.unit, town.villager]) {
    const answer = await who.client.ask(listAwards, { params, query: {} })
    expect(answer.code).toBe('not_allowed')
  }
  const file = await town.office.client.call(showDutyFile, {
    params: { ...params, id: people[2] ?? '' },
    query: { from: '2027-01-01', to: '2027-12-31' },
  })
  expect(file.parts.at(-1)?.lines).toMatchObject([{ title: '2026 年五好代表', note: '2026-003' }])
})
