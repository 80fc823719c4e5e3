import { showContactFigures } from '../../shared/api/contacts'
import { showReceptionDays } from '../../shared/api/reception'
import { listWork } from '../../shared/api/work'
import { opinionSteps, showOpinion } from '../../shared/matters/opinion/endpoints'
import { showVoice } from '../../shared/matters/opinion/voice-endpoints'
import {
  listReceptions,
  planReceptions,
  receptionSteps,
  type ReceptionView,
  showReception,
} from '../../shared/matters/reception/endpoints'
import { absences } from '../../shared/registers/absences'
import { liaisonStations } from '../../shared/registers/liaison-stations'
import { findDifferences } from '../../server/engine/rebuild'
import { newArea } from '../support/matrix/new-area'
import { createClient } from '../support/client'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 代表接访日 (catalogue 27–32; field notes M9, M16): a month of roster and reception, lived through. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
  const { endpoints } = liaisonStations
  const one = { params: { ...params, id: town.station } }
  const { version, values } = await town.office.client.call(endpoints.show, one)
  await town.office.client.call(endpoints.change, {
    ...one,
    input: {
      version,
      form: {
        ...values,
        receptionDays: '每月1日；每月第二个星期二；逢五',
        deputyIds: [town.deputy.id, town.coSigner.id, town.otherDeputy.id],
        // 领导带头坐班: a member of the presidium who is no deputy.
        leaderIds: [town.presidium.id],
      },
    },
  })
})
afterAll(() => server.stop())

type Action = keyof typeof receptionSteps
const onDay = new Map<string, string>()
const idOn = (day: string) => onDay.get(day) ?? ''
const see = ({ client }: TestPerson, day: string) =>
  client.call(showReception, { params: { ...params, id: idOn(day) } })
async function asked({ client }: TestPerson, day: string, action: Action, form: object) {
  server.clock.advance({ minutes: 1 })
  const { version } = await town.office.client.call(showReception, { params: { ...params, id: idOn(day) } })
  const endpoint = receptionSteps[action] as (typeof receptionSteps)['move']
  return client.ask(endpoint, {
    params: { ...params, id: idOn(day) },
    input: { version, form: form as { heldOn: string; reason: string } },
  })
}
async function step(person: TestPerson, day: string, action: Action, form: object) {
  const answer = await asked(person, day, action, form)
  if (answer.code !== undefined)
    throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  return answer.body
}
const names = ({ sitters }: ReceptionView) => sitters.map(({ name }) => name)
const lastTold = async (person: TestPerson) => (await toldTo(server, person))[0]
const plan = (to: string) =>
  town.office.client.call(planReceptions, {
    params,
    input: { stationId: town.station, from: '2026-12-01', to, each: '1' },
  })

test('an absence is one’s own to note and to see; the office notes it for whoever telephones', async () => {
  const { endpoints } = absences
  const form = { fromOn: '2026-12-01', untilOn: '2026-12-10', reason: '外出务工' }
  const own = await town.otherDeputy.client.call(endpoints.add, { params, input: form })
  expect(own.title).toBe('李志强 12月1日到12月10日')
  const seenBy = async ({ client }: TestPerson) =>
    (await client.call(endpoints.list, { params, query: {} })).items.map(({ title }) => title)
  expect([await seenBy(town.otherDeputy), await seenBy(town.deputy), await seenBy(town.office)]).toEqual([
    [own.title],
    [],
    [own.title],
  ])
  expect((await town.office.client.refused(endpoints.add, { params, input: form })).fields).toEqual({
    personId: '请选择是谁的。',
  })
})

test('the roster goes by turns, over leaders too, around holidays, market days and whoever is away', async () => {
  const { planned, short } = await plan('2027-01-05')
  for (const { id, heldOn } of planned) onDay.set(heldOn, id)
  // 12月3日, 13日, 23日 and 1月2日 are 农历廿五, 初五, 十五, 廿五; New Year’s Day moves to the Monday after it.
  expect(planned.map(({ heldOn, sitters }) => [heldOn, ...sitters])).toEqual([
    ['2026-12-01', '王建国'],
    ['2026-12-03', '张春梅'],
    ['2026-12-08', '周明德'],
    ['2026-12-13', '李志强'],
    ['2026-12-23', '王建国'],
    ['2027-01-02', '张春梅'],
    ['2027-01-04', '周明德'],
  ])
  expect(short).toBe(0)
  expect(await lastTold(town.deputy)).toBe(
    '大郭西人大代表活动室的接访请您值守 2 次：12月1日 周二、12月23日 周三。来不了的，请早些请人换班或说一声。',
  )
  expect((await plan('2027-01-05')).planned).toEqual([])
  const anyone = createClient(server.url)
  const { days } = await anyone.call(showReceptionDays, { params })
  expect(days.slice(0, 4).map(({ on, sitters }) => [on, sitters])).toEqual([
    // 农历十月十五, before the roster begins.
    ['2026-11-23', []],
    ['2026-12-01', ['王建国']],
    ['2026-12-03', ['张春梅']],
    ['2026-12-08', ['周明德']],
  ])
  expect(days.find(({ on }) => on === '2027-01-04')?.movedFrom).toBe('2027-01-01')
})

test('a swap holds when the other agrees, and not before', async () => {
  const swap = { standInId: town.coSigner.id, inReturnId: idOn('2026-12-03'), reason: '要去县里开会' }
  await step(town.deputy, '2026-12-01', 'askSwap', swap)
  expect(names(await see(town.deputy, '2026-12-01'))).toEqual(['王建国'])
  expect(await lastTold(town.coSigner)).toBe(
    '王建国请您换班：大郭西人大代表活动室的接访，12月1日 周二 9:00。要去县里开会。请回答行不行。',
  )
  const { items } = await town.coSigner.client.call(listWork, { params, query: { lane: 'mine' } })
  expect(items.map(({ id }) => id)).toContain(idOn('2026-12-01'))
  const stranger = await asked(town.otherDeputy, '2026-12-01', 'answerSwap', { agrees: 'yes' })
  expect(stranger.code).toBeDefined()
  await step(town.coSigner, '2026-12-01', 'answerSwap', { agrees: 'no', note: '那天赶集' })
  expect(await lastTold(town.deputy)).toBe(
    '张春梅换不了：大郭西人大代表活动室的接访（12月1日 周二 9:00）：那天赶集。',
  )

  await step(town.deputy, '2026-12-23', 'askSwap', {
    standInId: town.coSigner.id,
    inReturnId: idOn('2026-12-03'),
    reason: '外出',
  })
  await step(town.coSigner, '2026-12-23', 'answerSwap', { agrees: 'yes' })
  expect(names(await see(town.office, '2026-12-23'))).toEqual(['张春梅'])
  expect(names(await see(town.office, '2026-12-03'))).toEqual(['王建国'])
  expect((await toldTo(server, town.deputy)).slice(0, 2).sort()).toEqual([
    '张春梅同意换班：大郭西人大代表活动室的接访（12月23日 周三 9:00）您不用去了。',
    '换班说好了：大郭西人大代表活动室的接访，12月3日 周四 9:00由您值守。',
  ])
})

test('whoever cannot come says so, and the office finds another; a reception is moved with its reason', async () => {
  await step(town.presidium, '2026-12-08', 'beAway', { reason: '县里开会' })
  expect((await see(town.office, '2026-12-08')).waitsFor).toBe('congressOffice')
  expect(await lastTold(town.office)).toBe(
    '周明德来不了：大郭西人大代表活动室的接访（12月8日 周二 9:00）。原因：县里开会',
  )
  const form = { inId: town.otherDeputy.id, reason: '主席开会' }
  const shown = await step(town.office, '2026-12-08', 'replace', form)
  expect([names(shown), shown.waitsFor]).toEqual([['李志强'], 'sitter'])
  expect(
    (await asked(town.deputy, '2026-12-13', 'move', { heldOn: '2026-12-14', reason: '大雨' })).code,
  ).toBeDefined()
  await step(town.office, '2026-12-13', 'move', { heldOn: '2026-12-14', reason: '大雨封路' })
  expect(await lastTold(town.otherDeputy)).toBe(
    '大郭西人大代表活动室的接访改到12月14日 周一 9:00，请您到时候去。原因：大雨封路',
  )
  const { days } = await createClient(server.url).call(showReceptionDays, { params })
  const moved = days.filter(({ on }) => on === '2026-12-13' || on === '2026-12-14')
  expect(moved.map(({ on, movedFrom }) => [on, movedFrom])).toEqual([['2026-12-14', '2026-12-13']])
})

test('notice comes three days before and the evening before, once each', async () => {
  const reminded = async () =>
    (await toldTo(server, town.deputy)).filter((text) =>
      text.startsWith('大郭西人大代表活动室的接访轮到您接访'),
    )
  const counts: number[] = []
  for (const at of [
    '2026-11-27T12:00:00Z',
    '2026-11-28T01:00:00Z',
    '2026-11-30T09:00:00Z',
    '2026-11-30T10:30:00Z',
    '2026-12-01T00:30:00Z',
  ]) {
    server.clock.set(at)
    await server.run('clock')
    await server.run('clock')
    counts.push((await reminded()).length)
  }
  expect(counts).toEqual([0, 1, 2, 3, 3])
})

test('what the day brought: answered on the spot, kept as a message with a slip, counted; the clerk calls the roll', async () => {
  const early = await asked(town.otherDeputy, '2026-12-08', 'close', { came: 'nobody' })
  expect(early.code).toBeDefined()
  server.clock.set('2026-12-01T03:00:00Z')
  const group = await newArea(town, '三组')
  const visitor = { said: '水费怎么交？', how: 'answered', answer: '到村委会一楼交，每月 10 号前。' }
  const lost = await asked(town.deputy, '2026-12-01', 'receive', { ...visitor, areaId: group })
  expect(lost).toMatchObject({
    fields: { areaId: '这个自然村或小组不在上面选的村里，请重新选，不选也行。' },
  })
  const from = { villageId: town.village, areaId: group }
  await step(town.deputy, '2026-12-01', 'receive', { ...visitor, ...from })
  const noAnswer = await asked(town.deputy, '2026-12-01', 'receive', { said: '修路', how: 'answered' })
  expect(noAnswer).toMatchObject({ fields: { answer: '请写怎么答复的。' } })
  const words = { said: '村口的桥裂了。', name: '吴海涛', ...from, phone: '13800000000' }
  const received = await step(town.deputy, '2026-12-01', 'receive', {
    ...words,
    how: 'message',
    kind: 'report',
  })
  const [, { slip = null } = {}] = received.records
  expect(received.records.map(({ name, village, area, said }) => [name, village, area, said])).toEqual([
    [null, '大郭西村', '三组', '水费怎么交？'],
    // The name is opened where the message is, with a reason.
    [null, '大郭西村', '三组', '村口的桥裂了。'],
  ])
  expect((await asked(town.deputy, '2026-12-01', 'close', { came: 'nobody' })).code).toBe('bad_input')
  expect((await step(town.deputy, '2026-12-01', 'close', { came: 'some', received: 3 })).state).toBe('held')
  const rolled = await step(town.office, '2026-12-01', 'callRoll', { satIds: [town.deputy.id] })
  expect(rolled.sitters).toEqual([{ id: town.deputy.id, name: '王建国', sat: true }])

  // It is a message like any other: answered by the deputy, and told by the number on the slip.
  await server.run('checkOpinions')
  const id = slip?.opinionId ?? ''
  const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id } })
  await town.deputy.client.call(opinionSteps.answer, {
    params: { ...params, id },
    input: { version, form: { text: '已报水利站，先立了警示牌。' } },
  })
  await server.run('checkOpinions')
  const heard = await town.office.client.call(showVoice, { params, input: { code: slip?.code ?? '' } })
  expect(heard.messages.map(({ text }) => text)).toContain('已报水利站，先立了警示牌。')
})

test('whoever said where he lives is counted there, and the others where the station is', async () => {
  const query = { half: '2026-2' }
  const { places, total } = await town.presidium.client.call(showContactFigures, { params, query })
  expect(total.received).toBe(3)
  const counted = places?.map(({ name, received, parts }) => [
    ...[name, received],
    parts.map((part) => [part.name, part.received]),
  ])
  expect(counted).toEqual([['大郭西村', 3, [['三组', 2]]]])
})

test('nobody came is an entry; what was not written down is asked for; nobody else reads who came', async () => {
  server.clock.set('2026-12-03T03:00:00Z')
  const empty = await step(town.deputy, '2026-12-03', 'close', { came: 'nobody' })
  expect([empty.state, empty.plain]).toEqual(['empty', '代表按时在，没有人来。这也是一条记录。'])
  server.clock.set('2026-12-09T01:00:00Z')
  await server.run('clock')
  expect(await lastTold(town.otherDeputy)).toBe(
    '大郭西人大代表活动室的接访（12月8日 周二 9:00）还没有记，请记下来了几位、办了什么；没有人来也记一笔。',
  )
  for (const { client } of [town.unit, town.presidium, town.otherDeputy, town.villager])
    expect(['not_found', 'not_allowed']).toContain(
      (await client.refused(showReception, { params: { ...params, id: idOn('2026-12-01') } })).code,
    )
  const { items } = await town.office.client.call(listReceptions, { params, query: {} })
  expect(items.map(({ heldOn, state, received }) => [heldOn, state, received]).slice(-3)).toEqual([
    ['2026-12-08', 'planned', 0],
    ['2026-12-03', 'empty', 0],
    ['2026-12-01', 'held', 3],
  ])
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
})
