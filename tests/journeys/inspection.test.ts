import { activitySteps, announceActivity, showActivity } from '../../shared/matters/activity/endpoints'
import { rectificationSteps, showRectification } from '../../shared/matters/rectification/endpoints'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 视察: what is asked stands before the day, and it ends in findings that go to a unit, or says why there are none. */
let server: TestServer
let town: TestTown
let at: { params: { town: string; id: string } }
const title = '看敬老院消防'

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  await addGroup(server, town, [town.deputy, town.coSigner, town.otherDeputy])
  await staySignedIn(server)
})
afterAll(() => server.stop())

const notice = () => ({
  ...{ activityKind: 'inspection' as const, title, day: '2026-12-01', meetAt: '8:30', place: '镇政府门口' },
  ...{ purpose: '看敬老院的消防。', openTo: 'all' as const, unitId: town.unitId },
})
const announce = async (more: object) => {
  const answer = await town.office.client.ask(announceActivity, {
    params: { town: town.id },
    input: { ...notice(), ...more },
  })
  return { fields: undefined, body: undefined, ...answer }
}
type Action = keyof typeof activitySteps
const see = ({ client }: TestPerson) => client.call(showActivity, at)
async function asked(person: TestPerson, action: Action, form: object) {
  const { version } = await see(town.office)
  server.clock.advance({ minutes: 1 })
  const answer = await person.client.ask(activitySteps[action] as (typeof activitySteps)['callOff'], {
    ...at,
    input: { version, form: form as { reason: string } },
  })
  return { code: undefined, message: undefined, fields: undefined, ...answer }
}
async function step(...of: Parameters<typeof asked>) {
  const answer = await asked(...of)
  expect([of[1], answer.code, answer.message, answer.fields]).toEqual([
    ...[of[1], undefined, undefined, undefined],
  ])
}
const told = async (person: TestPerson) =>
  (await toldTo(server, person)).filter((text) => text.includes(title))

test('an inspection says where it goes, a law check which articles; the unit hears of the day and of nothing else', async () => {
  expect((await announce({})).fields).toEqual({ sites: '请写看哪几处，一行一处。' })
  const check = { activityKind: 'lawEnforcementInspection', sites: '敬老院' }
  expect((await announce(check)).fields).toEqual({ law: '请写检查哪部法。' })
  expect((await announce({ ...check, law: '消防法' })).fields).toEqual({
    articles: '请写查哪几条，一行一条。',
  })
  const { body } = await announce({ sites: '敬老院\n\n光荣院\n日间照料中心' })
  at = { params: { town: town.id, id: body?.id ?? '' } }
  expect((await see(town.deputy)).sites).toEqual(['敬老院', '光荣院', '日间照料中心'])
  expect(await told(town.unit)).toEqual([
    `12月1日 周二 8:30在镇政府门口集合，有代表来视察：${title}，请安排人介绍情况。`,
  ])
  expect((await town.unit.client.refused(showActivity, at)).code).toBe('not_allowed')
})

test('a deputy who is concerned stands aside, and is asked nothing more', async () => {
  await step(town.otherDeputy, 'standAside', { concerned: true })
  expect((await see(town.office)).people.map(({ joins }) => joins)).toContain('aside')
  expect((await told(town.office))[0]).toBe(`李志强回避：${title}。`)
  expect((await asked(town.otherDeputy, 'listQuestions', { questions: '谁查的？' })).code).toBe(
    'stands_aside',
  )
})

test('it is not held while the list of questions is short', async () => {
  await step(town.deputy, 'listQuestions', { questions: '灭火器多久查一次？\n谁查的？' })
  server.clock.set('2026-12-01T08:00:00Z')
  await step(town.office, 'callRoll', {
    ...{ presentIds: [town.deputy.id, town.coSigner.id], source: 'paper' },
  })
  const refused = await asked(town.office, 'done', {})
  expect([refused.code, refused.message]).toEqual([
    ...['questions_missing', '请先列出要问的问题，还差 1 个。'],
  ])
  await step(town.coSigner, 'listQuestions', { questions: '夜里谁值班？' })
  expect((await told(town.deputy))[0]).toBe(`${title}要问的问题列好了（3 个），您还可以加。`)
  expect((await see(town.office)).questions).toHaveLength(3)
  await step(town.office, 'done', {})
})

test('it ends with findings, each for a unit and with a day, or says why nothing was found', async () => {
  const report = '看了三处，问了三个问题，一一记在下面，灭火器的事要抓紧。'
  expect((await asked(town.office, 'report', { report })).fields).toEqual({
    noFindingBecause: '没有发现问题要写明为什么，至少 30 个字：看了哪里、查了什么。发现了问题的，先记下来。',
  })
  const finding = { site: '敬老院', seen: '两具灭火器过期', problem: '灭火器没有按时检查' }
  await step(town.deputy, 'noteFinding', { ...finding, unitId: town.unitId, dueOn: '2026-12-20' })
  await step(town.office, 'noteFinding', { ...finding, unitId: town.coUnitId, dueOn: '2026-12-31' })
  const [, second] = (await see(town.office)).findings
  await step(town.office, 'dropFinding', { findingId: second?.id })
  const { findings } = await see(town.coSigner)
  expect(findings).toMatchObject([{ problem: '灭火器没有按时检查', dueOn: '2026-12-20' }])
  expect((await asked(town.office, 'report', { report, noFindingBecause: report })).fields).toEqual({
    noFindingBecause: '已经记了 1 条问题，这一栏不用填；记错了的先去掉那一条。',
  })
  await step(town.office, 'report', { report })
})

const finding = async () => (await see(town.office)).findings[0]
async function rectify(person: TestPerson, action: keyof typeof rectificationSteps, form: object) {
  const id = (await finding())?.id ?? ''
  const params = { town: town.id, id }
  const { version } = await town.office.client.call(showRectification, { params })
  server.clock.advance({ minutes: 11 })
  const answer = await person.client.ask(rectificationSteps[action] as typeof rectificationSteps.report, {
    params,
    input: { version, form: form as { result: string } },
  })
  return { code: undefined, ...answer }
}

test('a finding is with its unit, and is followed until it is mended; no deputy has a step of it', async () => {
  expect((await see(town.deputy)).state).toBe('reporting')
  const problem = '灭火器没有按时检查'
  const toldOf = async (person: TestPerson) =>
    (await toldTo(server, person)).filter((text) => text.includes(problem))
  expect(await toldOf(town.unit)).toEqual([
    `代表视察发现一项问题要改：“${problem}”，请在12月20日前改好，报一下结果。`,
  ])
  expect((await toldOf(town.coUnit)).length).toBe(0)
  const params = { town: town.id, id: (await finding())?.id ?? '' }
  expect((await town.deputy.client.call(showRectification, { params })).actions).toEqual([])
  expect((await town.otherDeputy.client.refused(showRectification, { params })).code).toBe('not_found')
  const look = { seenHow: 'onSpot', note: '都换了新的' }
  const forms = {
    accept: look,
    sendBack: { reason: '还差一具', dueOn: '2026-12-31' },
    setAside: { reason: '不用改了' },
    report: { result: '改好了' },
  }
  for (const action of Object.keys(forms) as (keyof typeof forms)[])
    expect((await rectify(town.deputy, action, forms[action])).code).toBe('not_your_step')
  expect((await rectify(town.unit, 'accept', look)).code).toBe('not_your_step')

  // A unit that says nothing is asked for it.
  server.clock.set('2026-12-18T02:00:00Z')
  await server.run('clock')
  expect((await toldOf(town.unit))[0]).toBe(`视察发现的问题“${problem}”，请在12月20日前改好，报一下结果。`)
  await rectify(town.unit, 'report', { result: '换了两具新的。' })
  expect((await toldOf(town.deputy))[0]).toContain('镇水利站说改好了：换了两具新的。')
  await rectify(town.presidium, 'sendBack', { reason: '还有一具没有换', dueOn: '2026-12-31' })
  expect((await toldOf(town.unit))[0]).toBe(`“${problem}”还没有改好：还有一具没有换。请在12月31日前改好。`)
  // By telephone, typed by the office: as good as their own.
  const spoken = { spokeHow: 'phone', spokeOn: '2026-12-18' }
  await rectify(town.office, 'reportByWord', { result: '三具都换了。', ...spoken })
  expect((await rectify(town.office, 'accept', look)).code).toBeUndefined()
  const { state, findings } = await see(town.coSigner)
  expect([state, findings[0]?.state]).toEqual(['closed', 'done'])
  expect((await told(town.coSigner))[0]).toBe(`${title}提的 1 个问题都有结果了，您可以打开看。`)
  expect((await told(town.otherDeputy)).some((text) => text.includes('都有结果了'))).toBe(false)
})
