import {
  askGroups,
  groupQuestionSteps,
  showGroupQuestion,
} from '../../shared/matters/group-question/endpoints'
import { answersOfGroups } from '../../shared/matters/group-question/paper'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 请各组讨论: one question goes down to every group, and comes back in one table. */
let server: TestServer
let town: TestTown
let first: TestPerson
let second: TestPerson
let id: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  first = await addGroup(server, town, [town.deputy])
  second = await addGroup(server, town, [town.otherDeputy], '第二代表小组')
  await server.database.transaction((tx) =>
    tx.query("UPDATE deputy_group SET position = 2 WHERE name = '第二代表小组'"),
  )
  await staySignedIn(server)
})
afterAll(() => server.stop())

const see = ({ client }: TestPerson = town.office) =>
  client.call(showGroupQuestion, { params: { town: town.id, id } })
async function asked(by: TestPerson, action: keyof typeof groupQuestionSteps, form: object) {
  const { version } = await see()
  server.clock.advance({ minutes: 1 })
  const answer = await by.client.ask(groupQuestionSteps[action] as typeof groupQuestionSteps.close, {
    params: { town: town.id, id },
    input: { version, form: form as { reason: string } },
  })
  return { code: undefined, fields: undefined, ...answer }
}

test('every group is asked; its leader hears of it, and whoever sits in it reads the question', async () => {
  const input = { question: '集镇停车怎么管？', until: '2026-12-10' }
  ;({ id } = await town.office.client.call(askGroups, { params: { town: town.id }, input }))
  const line = '请你们小组讨论：“集镇停车怎么管？”，12月10日前报上来。'
  for (const leader of [first, second]) expect((await toldTo(server, leader))[0]).toBe(line)
  const { groups, actions } = await see(town.deputy)
  expect([groups.length, groups.every(({ answered }) => !answered), actions]).toEqual([2, true, []])
  expect((await see(first)).actions).toEqual(['answer'])
  const { code } = await town.unit.client.refused(showGroupQuestion, { params: { town: town.id, id } })
  expect(code).toBe('not_found')
})

test('a leader answers for the own group alone; who has not answered is a group, and never a person', async () => {
  const nobody = await asked(first, 'answer', { inFavour: 0, against: 0, noOpinion: 0 })
  expect(nobody.fields).toEqual({ inFavour: '赞成、不赞成、没有意见至少有一位；没有开会的先开会。' })
  const said = { inFavour: 9, against: 1, noOpinion: 0, reasons: '路太窄', proposals: '划线停车' }
  expect((await asked(first, 'answer', said)).code).toBeUndefined()
  expect((await see(first)).actions).toEqual([])
  const { plain, groups } = await see()
  const [answered, open] = groups
  expect(plain).toContain(`还没有报的：${open?.name}。`)
  expect(answered).toMatchObject({ answered: true, inFavour: 9, against: 1, noOpinion: 0 })
  expect(JSON.stringify(await see())).not.toContain(second.id)
  server.clock.set('2026-12-11T01:00:00Z')
  await staySignedIn(server)
  await server.run('clock')
  expect((await toldTo(server, second))[0]).toContain('过了12月10日小组还没有报，请今天就报')
  expect((await toldTo(server, town.office))[0]).toBe(
    `“集镇停车怎么管？”过了12月10日，还没有报的：${open?.name}，请问一问，也可以代填。`,
  )
})

test('what is told by telephone the office types; with the last group the table is whole', async () => {
  const open = (await see()).groups.find(({ answered }) => !answered)
  const said = { groupId: open?.id, inFavour: 6, against: 3, noOpinion: 1 }
  expect((await asked(town.office, 'answerForGroup', said)).code).toBeUndefined()
  const view = await see()
  expect(view.state).toBe('answered')
  expect((await toldTo(server, town.presidium))[0]).toBe('“集镇停车怎么管？”各组都报上来了，可以打开看汇总。')
  const table = answersOfGroups(view, '大郭镇', '2026-12-11').blocks.find(({ is }) => is === 'table')
  expect(table).toMatchObject({
    rows: [
      [view.groups[0]?.name, '10', '9', '1', '0', '路太窄', '划线停车'],
      [view.groups[1]?.name, '10', '6', '3', '1', '', ''],
      ['合计', '20', '15', '4', '1', '', ''],
    ],
  })
})

test('what nobody answers is ended with a ground, and stands in the table as a group that has not', async () => {
  const input = { question: '要不要修文化广场？', until: '2026-12-20' }
  ;({ id } = await town.presidium.client.call(askGroups, { params: { town: town.id }, input }))
  expect((await asked(town.presidium, 'close', { reason: '不等了' })).code).toBe('not_your_step')
  expect((await asked(town.office, 'close', { reason: '县里已经定了' })).code).toBeUndefined()
  const view = await see()
  expect(view.state).toBe('closed')
  expect(JSON.stringify(answersOfGroups(view, '大郭镇', '2026-12-11'))).toContain('还没有报')
})
