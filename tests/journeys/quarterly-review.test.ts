import { listWork } from '../../shared/api/work'
import {
  listMeetingMatters,
  meetingSteps,
  type MeetingView,
  planMeeting,
  showMeetingMatter,
} from '../../shared/matters/meeting/endpoints'
import { showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { showSuggestion } from '../../shared/matters/suggestion/endpoints'
import { findDifferences } from '../../server/engine/rebuild'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { send } from '../support/send'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'

/** 汇总 (catalogue 34): a group leader’s afternoon. Twelve opinions become three suggestions and nine answers. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let cityDeputy: TestPerson
let outsider: TestPerson
let params: { town: string }
/** Somebody who has no phone. */
let farmer: string
const opinions: string[] = []

const secret = '吴海涛'
const words = [
  ...['桥头的护栏松了，孩子从那边走。', '东头路灯不亮。', '水渠堵了，稻子浇不上。', '桥上的栏杆也晃。'],
  ...['医保在哪里交？', '谁家可以办低保？', '垃圾几天收一次？', '村务多久公开一次？', '老年卡怎么办？'],
  ...['那段路是谁修的？', '水费好像多了。', '想让村里给我家门口单独修条路。'],
]

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
  leader = await addGroup(server, town, [town.deputy, town.coSigner], '第三代表小组')
  cityDeputy = await member('龚保山', 'city')
  farmer = (await member('刘守田', 'township', false)).id
  outsider = town.otherDeputy
  const deputies = [town.deputy.id, town.coSigner.id, cityDeputy.id, farmer]
  for (const [at, text] of words.entries()) {
    server.clock.advance({ minutes: 1 })
    const { id } = await town.villager.client.call(writeOpinion, {
      params,
      input: {
        ...{ deputyId: deputies[at % deputies.length] ?? '', kind: 'report', text, again: true },
        ...{ name: secret, phone: '13800000000' },
      },
    })
    opinions.push(id)
  }
  await server.run('checkOpinions')
})
afterAll(() => server.stop())

async function member(name: string, level: 'city' | 'township', bound = true): Promise<TestPerson> {
  const id = await addDeputy(server, town.id, name)
  await server.database.transaction(async (tx) => {
    await tx.query(
      'UPDATE person SET deputy_group_id = (SELECT g.id FROM deputy_group g WHERE g.town_id = ?) WHERE id = ?',
      [...[town.id, id]],
    )
    await tx.query('UPDATE mandate SET congress_level = ? WHERE person_id = ?', [level, id])
  })
  return bound ? signedIn(server, id) : { ...town.villager, id }
}

let id = ''
type Action = keyof typeof meetingSteps
const see = ({ client }: TestPerson) => client.call(showMeetingMatter, { params: { ...params, id } })
async function asked({ client }: TestPerson, action: Action, form: object, version?: number) {
  server.clock.advance({ minutes: 1 })
  const answer = await client.ask(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
    params: { ...params, id },
    input: { version: version ?? (await see(leader)).version, form: form as { reason: string } },
  })
  return { code: undefined, message: undefined, fields: undefined, body: undefined, ...answer }
}
async function step(person: TestPerson, action: Action, form: object): Promise<MeetingView> {
  const answer = await asked(person, action, form)
  if (answer.code !== undefined)
    throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  return answer.body
}
const itemOf = async (at: number) => {
  const { items } = await see(leader)
  const order = await server.database.reader.query<{ id: string; opinionId: string }[]>(
    'SELECT id, opinion_id AS opinionId FROM review_item WHERE meeting_id = ?',
    [id],
  )
  const itemId = order.find(({ opinionId }) => opinionId === opinions[at])?.id ?? ''
  return items.find((one) => one.id === itemId)?.id ?? ''
}
const decide = async (action: Action, at: number, form: object = {}, by = leader) =>
  asked(by, action, { itemId: await itemOf(at), ...form })
async function decided(...of: Parameters<typeof decide>) {
  const answer = await decide(...of)
  if (answer.code !== undefined) throw new Error(`${answer.message} ${JSON.stringify(answer.fields)}`)
  return answer.body
}
const opinion = (at: number, by = town.villager) =>
  by.client.call(showOpinion, { params: { ...params, id: opinions[at] ?? '' } })
const lastTold = async (person: TestPerson) => (await toldTo(server, person))[0]

test('the leader plans the meeting of the quarter, nobody else of the group does, and there is one', async () => {
  expect((await town.deputy.client.refused(planMeeting, { params, input: {} })).code).toBe('not_allowed')
  const planned = await leader.client.call(planMeeting, { params, input: {} })
  ;({ id } = planned)
  expect([planned.title, planned.state, planned.heldBy]).toEqual([
    '第三代表小组2026年四季度意见汇总会',
    'planned',
    '2026-12-31',
  ])
  expect((await leader.client.refused(planMeeting, { params, input: {} })).fields).toEqual({
    groupId: '第三代表小组2026年四季度已经排了一次，请从下面的列表里打开。',
  })
  const { items } = await leader.client.call(listWork, { params, query: { lane: 'mine' } })
  expect(items.map((one) => one.id)).toContain(id)
})

test('whoever is expected reads day and place; its page is filled with what lies open, and with nobody’s words', async () => {
  const when = { day: '2026-11-30', startsAt: '14:00', place: '大郭西活动室' }
  const convened = await step(leader, 'convene', when)
  expect(await lastTold(town.deputy)).toBe(
    '11月30日 周一 14:00 在大郭西活动室开第三代表小组2026年四季度意见汇总会，来不来请回一声，打电话也行。',
  )
  expect([convened.items.length, convened.expected]).toEqual([12, 5])
  for (const who of [leader, town.deputy, town.office, town.presidium]) {
    const shown = JSON.stringify(await see(who))
    for (const kept of [...words, secret, '13800000000']) expect(shown).not.toContain(kept)
  }
  for (const who of [outsider, town.unit, town.villager])
    expect(['not_found', 'not_allowed']).toContain(
      (await who.client.refused(showMeetingMatter, { params: { ...params, id } })).code,
    )
})

test('each brings what was said to them in words of their own, without the person; the leader types for the others', async () => {
  const mine = { itemId: await itemOf(0), gist: '桥头护栏松动，请加固' }
  const named = await asked(town.deputy, 'bring', { ...mine, gist: `${secret}说桥头护栏松了` })
  expect(named.fields?.gist).toContain('小组的人都看得到，请改成不写姓名和号码的话。')
  expect((await asked(town.coSigner, 'bring', mine)).fields).toEqual({
    itemId: '这一条是王建国代表收到的，请他自己写，或者请组长代写。',
  })
  await step(town.deputy, 'bring', mine)
  const typed = await step(leader, 'bring', { itemId: await itemOf(3), gist: '桥上栏杆晃' })
  expect(typed.items.map(({ gist }) => gist).filter(Boolean)).toEqual(['桥头护栏松动，请加固', '桥上栏杆晃'])
})

test('a leave is told to whoever convenes it, and its reason to nobody else', async () => {
  await step(cityDeputy, 'askLeave', { reason: '在市里开会' })
  expect(await lastTold(leader)).toBe(
    '龚保山请假：第三代表小组2026年四季度意见汇总会。原因：在市里开会。请答复准不准。',
  )
  await step(leader, 'grantLeave', { expectedId: cityDeputy.id })
  expect(JSON.stringify(await see(town.deputy))).not.toContain('在市里开会')
  expect((await see(leader)).members.find(({ name }) => name === '龚保山')).toMatchObject({
    leave: '在市里开会',
    attendance: 'leave',
  })
})

test('the roll is called by name: who is there, who has leave, who comes late and who leaves', async () => {
  server.clock.set('2026-11-30T06:00:00Z')
  await step(leader, 'open', {})
  const early = await asked(leader, 'end', {})
  expect([early.code, early.message]).toEqual([
    'roll_incomplete',
    '还没有点名，请先点名：谁到了、谁请假，一次点完。',
  ])
  const both = await asked(leader, 'callRoll', {
    presentIds: [leader.id],
    leaveIds: [leader.id],
    source: 'clerk',
  })
  expect(both.fields?.leaveIds).toBeDefined()
  await step(leader, 'callRoll', { presentIds: [leader.id, town.deputy.id, farmer], source: 'clerk' })
  // Called once, the button for it is no more; whoever comes later is added.
  const called = await see(leader)
  expect([called.actions.includes('callRoll'), called.actions.includes('amendRoll')]).toEqual([false, true])
  expect((await asked(leader, 'callRoll', { presentIds: [leader.id], source: 'clerk' })).code).toBe(
    'roll_called',
  )
  const later = await step(leader, 'amendRoll', {
    ...{ presentIds: [leader.id, town.deputy.id, farmer, town.coSigner.id], source: 'clerk' },
  })
  const attended = new Map(later.members.map(({ name, attendance }) => [name, attendance]))
  expect(attended).toEqual(
    new Map([
      ...(['王建国', '刘守田', '郑开明'] as const).map((name) => [name, 'present'] as const),
      ['张春梅', 'late'],
      ['龚保山', 'leave'],
    ]),
  )
  const left = await step(leader, 'noteLeft', { personIds: [town.deputy.id] })
  expect([left.expected, left.present]).toEqual([5, 3])
  expect(left.members.find(({ name }) => name === '王建国')?.attendance).toBe('present')
})

/** Whoever writes the same item down second reads who was first. */
async function refusesTheSecond() {
  const { version } = await see(leader)
  const again = { itemId: await itemOf(4), reason: '不办' }
  const second = await asked(town.office, 'dropItem', again, version)
  expect([second.code, second.message]).toEqual([
    'item_decided',
    '这一条刚刚记好了：向群众说明（郑开明记的），请接着看下一条。',
  ])
  const late = await asked(town.office, 'dropItem', again, version - 1)
  expect([late.code, late.message]).toEqual(['stale', expect.stringContaining('郑开明')])
  expect((await asked(town.deputy, 'dropItem', again)).code).toBe('not_your_step')
}

test('12 opinions become 3 suggestions and 9 answers, each by a step of its own', async () => {
  const city = await decide('raiseItem', 0, { leadId: cityDeputy.id, summary: '加固桥头护栏' })
  expect(city.fields).toEqual({
    leadId: '龚保山不是镇人大代表，不能提镇人大的建议，请换一位镇人大代表领衔。',
  })
  const named = await decide('raiseItem', 0, { leadId: town.deputy.id, summary: `${secret}家门口的护栏` })
  expect(named.fields?.summary).toBeDefined()
  await decided('raiseItem', 0, { leadId: town.deputy.id, summary: '加固桥头护栏' })
  await decided('raiseItem', 1, { leadId: leader.id, summary: '修好东头路灯' })
  // Of a deputy of the city, led by one of the township.
  const raised = await decided('raiseItem', 2, { leadId: town.coSigner.id, summary: '疏通水渠' })
  expect(await lastTold(town.coSigner)).toBe(
    '第三代表小组2026年四季度意见汇总会请您领衔写一件建议：“疏通水渠”。草稿已经放好，请补上情况和建议再提交。',
  )
  expect(await lastTold(cityDeputy)).toBe('代表小组会议定了：您收到的“水渠堵了，稻子浇不上”写成建议。')
  const [bridge] = raised.mergeTargets
  expect(raised.mergeTargets.map(({ name }) => name)).toEqual(['加固桥头护栏', '修好东头路灯', '疏通水渠'])
  await decided('mergeItem', 3, { suggestionId: bridge?.id })
  for (const at of [4, 5, 6, 7, 8])
    await decided('explainItem', at, { explanation: `问过了，第 ${at} 条是这样的。` })
  for (const at of [9, 10]) await decided('askAgainItem', at, { text: '是去年冬天的事吗？' })
  await refusesTheSecond()
  const early = await asked(leader, 'end', {})
  expect(early.code).toBe('items_open')
  const done = await decided('dropItem', 11, { reason: '一家一户门口的路由自家修，镇里没有这笔钱。' })
  expect(done.decided).toEqual({ raise: 3, merge: 1, explain: 5, askAgain: 2, drop: 1 })

  await server.run('checkOpinions')
  const states = await Promise.all(opinions.map(async (_, at) => (await opinion(at)).state))
  expect(states).toEqual([
    ...Array<string>(4).fill('inSuggestion'),
    ...Array<string>(5).fill('closed'),
    ...['askedBack', 'askedBack', 'closed'],
  ])
  expect((await opinion(11)).explanation).toBe('一家一户门口的路由自家修，镇里没有这笔钱。')
  // Who wrote the decision down stands in the history of the message, and not as the deputy’s own step.
  expect((await opinion(4, town.deputy)).timeline.find(({ action }) => action === 'closeInMeeting')?.by).toBe(
    '代表小组会议 郑开明',
  )
  // Every one of the twelve has heard since.
  const told = await toldTo(server, town.villager)
  expect(told.filter((text) => text.includes('要写成建议'))).toHaveLength(4)
  expect(told.filter((text) => text.includes('把结果告诉您了'))).toHaveLength(6)
  expect(told.filter((text) => text.includes('想问您一句'))).toHaveLength(2)
})

test('each draft lies with whoever leads it, and is nobody else’s to read', async () => {
  const rows = await server.database.reader.query<{ subject: string; leadId: string }[]>(
    `SELECT s.subject, s.lead_deputy_id AS leadId FROM suggestion s WHERE s.town_id = ? ORDER BY s.subject`,
    [town.id],
  )
  expect(new Map(rows.map(({ subject, leadId }) => [subject, leadId]))).toEqual(
    new Map([
      ['加固桥头护栏', town.deputy.id],
      ['修好东头路灯', leader.id],
      ['疏通水渠', town.coSigner.id],
    ]),
  )
  const [{ id: bridge = '' } = {}] = await server.database.reader.query<{ id: string }[]>(
    "SELECT id FROM suggestion WHERE subject = '加固桥头护栏'",
  )
  const at = { params: { ...params, id: bridge } }
  expect((await leader.client.refused(showSuggestion, at)).code).toBe('not_found')
  expect((await town.deputy.client.call(showSuggestion, at)).state).toBe('draft')
})

test('the minutes write themselves and are reported; an objection stays beside them', async () => {
  const ended = await step(leader, 'end', {})
  expect(ended.minutes?.blocks[0]).toEqual({
    is: 'grid',
    rows: [
      ['时间', '2026年11月30日 14:00'],
      ['地点', '大郭西活动室'],
      ['到会', '应到 5，开会时到 3，后到 1，请假 1（龚保山）'],
    ],
  })
  const said = JSON.stringify(ended.minutes)
  expect(said).toContain(
    '议了 12 条意见：写成建议 3 条，并入别的建议 1 条，说明结果 5 条，再问群众 2 条，不往上提，说明原因 1 条',
  )
  for (const kept of [...words, secret, '13800000000']) expect(said).not.toContain(kept)
  await step(leader, 'draftMinutes', { remarks: '下次会议学习代表法。' })
  expect(await lastTold(town.coSigner)).toBe(
    '第三代表小组2026年四季度意见汇总会的纪要拟好了，有不对的请说，下次会上通过。',
  )
  await step(town.coSigner, 'object', { reason: '我不是后到，是在门口签的字。' })
  const put = await step(leader, 'amendRoll', {
    presentIds: [leader.id, town.deputy.id, farmer, town.coSigner.id],
    source: 'paper',
  })
  expect(put.state).toBe('drafted')
  expect(await lastTold(town.presidium)).toMatch(
    /^第三代表小组2026年四季度意见汇总会报上来了：议了 12 条意见：/,
  )
  const { minutes } = await see(town.presidium)
  expect(JSON.stringify(minutes)).toContain('我不是后到，是在门口签的字。')
  const file = await send(`${server.url}/api/towns/${town.id}/meetings/${id}/minutes/word`, {
    headers: { authorization: `Bearer ${leader.client.token}` },
  })
  expect([file.status, file.text.slice(0, 2)]).toEqual([200, 'PK'])
})

test('the office and the presidium see what each group decided, in figures; a deputy only that of the own group', async () => {
  for (const { client } of [town.office, town.presidium, town.deputy]) {
    const { items } = await client.call(listMeetingMatters, { params, query: {} })
    expect(
      items.map(({ title, state, expected, present, decided: of }) => [title, state, expected, present, of]),
    ).toEqual([
      [
        '第三代表小组2026年四季度意见汇总会',
        'drafted',
        5,
        4,
        { raise: 3, merge: 1, explain: 5, askAgain: 2, drop: 1 },
      ],
    ])
  }
  expect((await outsider.client.call(listMeetingMatters, { params, query: {} })).items).toEqual([])
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
})
