import { showDutyBook } from '../../shared/api/duty-books'
import { showDutyFile, showOwnDutyFile } from '../../shared/api/duty-files'
import { showPublicDuties } from '../../shared/api/public-duties'
import {
  dutyWarningSteps,
  listWarnings,
  proposeWarning,
  showWarning,
} from '../../shared/matters/duty-warning/endpoints'
import type { DutyWarningAction } from '../../shared/matters/duty-warning/table'
import { listWork } from '../../shared/api/work'
import { everyone } from '../support/everyone'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { addStaff, buildTown, type TestPerson, type TestTown } from '../support/town'

/** E16, a warning that was none, and one that ends: facts, then the own word, then more than half of the presidium. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let members: string[]
let params: { town: string }
let others: Record<string, TestPerson>

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  others = await everyone(server, town)
  await server.database.transaction((tx) =>
    tx.query("UPDATE post SET presidium_post = 'chairperson' WHERE person_id = ?", [town.presidium.id]),
  )
  for (const name of ['郑重', '何方', '吕平', '施恩', '张本', '孔仪'])
    await addStaff(server, town.id, { name, kind: 'presidiumMember', bound: false })
  const rows = await server.database.reader.query<{ id: string }[]>(
    "SELECT p.id FROM post o JOIN person p ON p.id = o.person_id WHERE p.name = '郑重'",
  )
  members = rows.map(({ id }) => id)
  server.clock.set('2026-10-12T02:00:00Z')
  await staySignedIn(server)
})
afterAll(() => server.stop())

const facts = [
  '2026-06-12 没有请假，缺席视察',
  '2026-08-20 没有请假，缺席小组会议',
  '2026-09-10 没有请假，缺席培训',
]
const mark = '三次没有到的原因'
const propose = async ({ client }: TestPerson, more: object = {}) => ({
  ...{ code: undefined, fields: undefined, message: '' },
  ...(await client.ask(proposeWarning, {
    params,
    input: { deputyId: town.deputy.id, facts: facts.join('\n'), text: `请说说${mark}。`, ...more },
  })),
})
const proposed = async (by: TestPerson) => {
  const answer = await propose(by)
  if (answer.code !== undefined) throw new Error(answer.message)
  return (answer as unknown as { body: { id: string } }).body.id
}
const see = (id: string, { client }: TestPerson) => client.ask(showWarning, { params: { ...params, id } })
const codeOf = async (id: string, who: TestPerson) => (await see(id, who)).code
async function step(id: string, action: DutyWarningAction, form: object = {}, by = town.presidium) {
  server.clock.advance({ seconds: 5 })
  const answer = await by.client.ask(dutyWarningSteps[action] as (typeof dutyWarningSteps)['drop'], {
    params: { ...params, id },
    input: { version: await town.versionOf(id), form: form as { reason: string } },
  })
  return { code: undefined, fields: undefined, ...answer }
}
const listed = async ({ client }: TestPerson) =>
  (await client.call(listWarnings, { params, query: {} })).items.map(({ state }) => state).sort()
const wordsOf = async ({ client }: TestPerson) =>
  JSON.stringify(await client.call(listWork, { params, query: { lane: 'mine' } }))

const talk = () => ({
  ...{ talkedOn: '2026-10-28', memberId: members[0] ?? '', other: '陈静', place: '大郭西村委会' },
  text: '在外务工，电话里请过假。',
})
const decision = {
  ...{ decision: 'notWarned', decisionText: '请过假，只是没有记下来。' },
  decidedHow: '同意：周明德、郑重、何方、吕平',
}

let first: string

test('facts have a day each; whoever neither keeps the office nor chairs writes none', async () => {
  for (const wrong of ['老是不来', '2026-06-12', '', '2026-13-40 缺席', Array(11).fill(facts[0]).join('\n')])
    expect((await propose(town.office, { facts: wrong })).fields?.facts).toBeTruthy()
  expect((await propose(town.office, { facts: '2027-06-12 缺席' })).fields).toEqual({
    facts: '有一件的日期还没有到，请核对。',
  })
  expect((await propose(town.deputy)).code).toBe('not_allowed')
  expect((await propose(town.office, { deputyId: town.presidium.id })).code).toBe('bad_input')
})

test('until the chair has asked or dropped it, the chair and the office read it and nobody else', async () => {
  first = await proposed(town.office)
  expect([await codeOf(first, town.office), await codeOf(first, town.presidium)]).toEqual([
    undefined,
    undefined,
  ])
  for (const who of [town.deputy, town.coSigner, leader, town.unit])
    expect(await codeOf(first, who)).toBe('not_found')
  expect((await toldTo(server, town.deputy)).join()).not.toContain('说明')
  expect(await wordsOf(town.presidium)).toContain(first)
  const dropped = await proposed(town.presidium)
  expect((await step(dropped, 'drop', { reason: '已经当面谈过。' })).code).toBeUndefined()
  expect(await codeOf(dropped, town.deputy)).toBe('not_found')
  expect((await toldTo(server, town.deputy)).join()).not.toContain('说明')
})

test('nothing is decided before the deputy was heard; a talk takes two, one of them of the presidium', async () => {
  expect((await step(first, 'askReply')).code).toBeUndefined()
  expect((await toldTo(server, town.deputy)).at(-1)).toContain('主席团想听听您的说明')
  expect((await see(first, town.deputy)).code).toBeUndefined()
  expect((await step(first, 'decide', decision)).code).toBe('reply_missing')
  server.clock.set('2026-10-29T02:00:00Z')
  await staySignedIn(server)
  const alone = { ...talk(), memberId: town.office.id }
  expect((await step(first, 'recordTalk', alone, town.office)).fields?.memberId).toContain('谈话要两人以上')
  const same = { ...talk(), other: '郑重' }
  expect((await step(first, 'recordTalk', same, town.office)).fields?.other).toContain('谈话要两人以上')
  expect((await step(first, 'recordTalk', talk(), town.office)).code).toBeUndefined()
})

test('more than half of all members decide; only the deputy hears of it, and no file, book, figure or page knows', async () => {
  const few = { ...decision, decidedHow: '同意：周明德、郑重、何方' }
  expect((await step(first, 'decide', few)).fields?.decidedHow).toBeTruthy()
  const endless = { ...decision, decision: 'warned' }
  expect((await step(first, 'decide', endless)).fields?.endsOn).toBe('请写警示到哪天为止，最长十二个月。')
  expect((await step(first, 'decide', decision)).code).toBeUndefined()
  const view = (await see(first, town.deputy)) as { body?: { decisionText: string; state: string } }
  expect(view.body).toMatchObject({ state: 'notWarned', decisionText: decision.decisionText })
  expect(await listed(town.office)).toEqual(['dropped', 'notWarned'])

  const at = { ...params, id: town.deputy.id }
  const readable = JSON.stringify([
    await town.deputy.client.call(showOwnDutyFile, { params, query: {} }),
    await town.office.client.call(showDutyFile, { params: at, query: {} }),
    await town.office.client.call(showDutyBook, { params: at, query: {} }),
    await leader.client.call(showDutyFile, { params: at, query: {} }),
    await town.villager.client.call(showPublicDuties, { params: at }),
  ])
  const outbox = await server.database.reader.query<unknown[]>('SELECT * FROM outbox_message')
  const told = await server.database.reader.query<unknown[]>('SELECT text FROM inbox_message')
  for (const words of [mark, '请过假', '缺席', '警示'])
    expect([words, readable.includes(words), JSON.stringify(outbox).includes(words)]).toEqual([
      words,
      false,
      false,
    ])
  for (const words of [mark, '请过假', '缺席']) expect(JSON.stringify(told)).not.toContain(words)
  for (const who of [town.coSigner, leader, town.unit, town.villager, ...Object.values(others)])
    if (![town.deputy, town.office, town.presidium].some(({ id }) => id === who.id) && who.id !== '')
      expect(await codeOf(first, who)).not.toBe(undefined)
})

test('a warning ends on its day by itself, and is gone from every page', async () => {
  const id = await proposed(town.office)
  await step(id, 'askReply')
  const reply = { text: '家里有病人，没有顾上请假。' }
  expect((await step(id, 'reply', reply, town.deputy)).code).toBeUndefined()
  const late = { ...decision, decision: 'warned', endsOn: '2027-10-30' }
  expect((await step(id, 'decide', late)).fields?.endsOn).toContain('最迟填到')
  expect((await step(id, 'decide', { ...late, endsOn: '2026-12-31' })).code).toBeUndefined()
  server.clock.set('2026-12-31T02:00:00Z')
  await staySignedIn(server)
  await server.run('clock')
  expect(await codeOf(id, town.deputy)).toBeUndefined()
  server.clock.set('2027-01-01T02:00:00Z')
  await staySignedIn(server)
  await server.run('clock')
  for (const who of [town.deputy, town.office, town.presidium])
    expect(await codeOf(id, who)).toBe('not_found')
  expect(await listed(town.office)).toEqual(['dropped', 'notWarned'])
})
