import { noteReading, showAloud } from '../../shared/api/aloud'
import { showMatter } from '../../shared/api/work'
import { showToldFigures } from '../../shared/api/figures'
import { noteEndSeen } from '../../shared/matters/opinion/endpoints'
import { recordVoice, showVoice } from '../../shared/matters/opinion/voice-endpoints'
import { listUntold, showToldHow, toldHowSteps } from '../../shared/matters/told-how/endpoints'
import { beijingDay } from '../../shared/rules/days'
import { bring } from '../support/bring'
import { everythingPasses } from '../support/checks'
import { opinionsOf } from '../support/opinions'
import { startServer, type TestServer } from '../support/server'
import { statementsOf } from '../support/statements'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, signedInAgain, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** The closing is not the result: whoever spoke hears it, by whatever way they can, or it says why they could not. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { at, see, open, take, received, shown } = opinionsOf(() => ({ server, town }))
const here = () => ({ town: town.id })
const today = () => beijingDay(server.clock.now())
const untold = async (person: TestPerson, lane: 'mine' | 'others' = 'mine') =>
  (await person.client.call(listUntold, { params: here(), query: { lane } })).items
const ofOpinion = async (id: string) => (await see(town.office, id)).told

/** A matter that has ended just now. */
async function ended(text = '路灯不亮。', explanation = '路灯修好了，昨晚亮了。') {
  const id = await received(text)
  await shown(town.deputy, id, 'close', { explanation })
  return id
}
/** Somebody without a phone, whose neighbour speaks for them and gives no name. */
async function heard(more: Record<string, unknown> = {}) {
  const input = {
    ...{ deputyId: town.deputy.id, kind: 'report', text: '门前的桥板断了。', spokeHow: 'inPerson' },
    ...{ spokeOn: today(), phone: '0871-12345678', ...more },
  }
  const slip = await town.office.client.call(recordVoice, { params: here(), input })
  await server.run('checkOpinions')
  return slip as { id: string; code: string }
}
async function step(
  person: TestPerson,
  id: string,
  action: keyof typeof toldHowSteps,
  form: Record<string, unknown>,
) {
  const { version } = await person.client.call(showToldHow, { params: at(id) })
  return person.client.ask(toldHowSteps[action] as typeof toldHowSteps.tell, {
    params: at(id),
    input: { version, form },
  })
}

describe('an ended matter', () => {
  test('stands under 还没告诉 until the resident opens it; a push that was handed over leaves it there', async () => {
    const id = await ended()
    await server.run('deliver')
    const owed = await untold(town.deputy)
    expect(owed).toMatchObject([
      { opinionId: id, says: '您说的“路灯不亮”有结果了：路灯修好了，昨晚亮了。', onSlip: false },
    ])
    expect(await ofOpinion(id)).toMatchObject({ state: 'owed', how: null })
    expect((await untold(town.office, 'others')).map(({ opinionId }) => opinionId)).toEqual([id])
    // Others who look do not open it for the resident, and nor does a look before the page stood there.
    await see(town.deputy, id)
    expect((await town.deputy.client.refused(noteEndSeen, { params: at(id), input: {} })).code).toBe(
      'not_your_step',
    )
    await see(town.villager, id)
    expect((await untold(town.deputy)).length).toBe(1)
    await open(town.villager, id)
    expect(await untold(town.deputy)).toEqual([])
    expect(await ofOpinion(id)).toMatchObject({ state: 'told', how: 'opened', toldOn: today(), toldBy: null })
    // Seen again it stays as it was.
    await open(town.villager, id)
    expect(await ofOpinion(id)).toMatchObject({ state: 'told', how: 'opened' })
  })

  test('is told by the deputy in one act; who told it, how, when, and in whose words is part of the matter', async () => {
    const id = await ended('水管漏水。', '水管换好了。')
    const [one] = await untold(town.deputy)
    const form = { how: 'phone', on: today(), inWords: 'own', said: '谢谢，好了。' }
    expect((await step(town.deputy, one?.id ?? '', 'tell', form)).code).toBeUndefined()
    const told = { state: 'told', how: 'phone', toldBy: '王建国', inWords: 'own', said: '谢谢，好了。' }
    expect(await ofOpinion(id)).toMatchObject({ ...told, toldOn: today() })
    // The resident reads it as well.
    expect((await see(town.villager, id)).told).toMatchObject(told)
    const { timeline } = await town.office.client.call(showToldHow, { params: at(one?.id ?? '') })
    expect(timeline.at(-1)?.note).toMatch(/^电话（.*），用自己的话说的，他说：谢谢，好了。$/)
  })

  test('is not told by a village notice or the loudspeaker, and none by anybody else', async () => {
    const id = await ended('井盖丢了。', '井盖补上了。')
    const [one] = await untold(town.deputy)
    for (const how of ['notice', 'loudspeaker'])
      expect(
        await step(town.office, one?.id ?? '', 'tell', { how, on: today(), inWords: 'asWritten' }),
      ).not.toHaveProperty('code')
    expect(await ofOpinion(id)).toMatchObject({ state: 'owed', how: null })
    for (const person of [town.unit, town.villager, town.presidium])
      expect((await person.client.refused(showToldHow, { params: at(one?.id ?? '') })).code).toBe(
        'not_allowed',
      )
    expect((await town.otherDeputy.client.refused(showToldHow, { params: at(one?.id ?? '') })).code).toBe(
      'not_found',
    )
    const early = { how: 'phone', on: '2026-01-05', inWords: 'asWritten' }
    expect((await step(town.deputy, one?.id ?? '', 'tell', early)).code).toBe('bad_input')
    // Whoever rates it has read it.
    await take(town.villager, id, 'rate', { rating: 'satisfied' })
    expect(await ofOpinion(id)).toMatchObject({ state: 'told', how: 'opened' })
  })

  test('goes to the office after the days of the rules, or at once where the deputy cannot', async () => {
    const id = await ended('沟堵了。', '沟通了。')
    const [one] = await untold(town.deputy)
    expect(one?.due?.on).toBe('2026-11-30')
    server.clock.advance({ days: 8 })
    town = await signedInAgain(server, town)
    await server.run('clock')
    expect(await untold(town.deputy)).toEqual([])
    expect((await untold(town.office)).map(({ opinionId }) => opinionId)).toEqual([id])
    expect(await toldTo(server, town.office)).toContain(
      '“沟堵了”办结了，王建国代表还没有告诉群众，请镇人大办告诉。',
    )
    const row = (await workOf(town, town.office, 'mine', { kind: 'toldHow' }))[0]
    expect(row).toMatchObject({ next: { label: '告诉他了' }, stateLabel: '还没告诉，由镇人大办告诉' })
    const could = { because: 'noAnswer', tried: '周一、周三各打一次，没有人接。' }
    await step(town.office, one?.id ?? '', 'couldNotTell', could)
    expect(await ofOpinion(id)).toMatchObject({ state: 'unreachable', because: 'noAnswer' })
    expect((await toldTo(server, town.deputy)).join()).toContain('的结果告诉不到群众')
    // Found after all.
    await step(town.deputy, one?.id ?? '', 'tell', { how: 'inPerson', on: today(), inWords: 'asWritten' })
    expect(await ofOpinion(id)).toMatchObject({ state: 'told', how: 'inPerson', because: null })

    const away = await addDeputy(server, town.id, '刘守田')
    const slip = await heard({ deputyId: away, text: '水表坏了。' })
    await shown(town.office, slip.id, 'takeOver', { explanation: '水表换好了。' })
    expect((await untold(town.office)).map(({ opinionId }) => opinionId)).toEqual([slip.id])
  })

  test('that goes on before anybody was told is told at its next end', async () => {
    const { id } = await heard({ text: '闸门坏了。' })
    await shown(town.deputy, id, 'close', { explanation: '闸门修好了。' })
    const first = await ofOpinion(id)
    const said = { spokeHow: 'phone', spokeOn: today() }
    await take(town.office, id, 'notSolvedByWord', { text: '又坏了。', ...said })
    await server.run('checkOpinions')
    // Whoever says that it is not solved was told by the same telephone.
    expect(await ofOpinion(id)).toMatchObject({ id: first?.id, state: 'told', how: 'phone' })
    expect((await shown(town.deputy, id, 'close', { explanation: '换了新的。' })).code).toBeUndefined()
    const next = await ofOpinion(id)
    expect([next?.state, next?.id === first?.id]).toEqual(['owed', false])
    await step(town.deputy, next?.id ?? '', 'tell', { how: 'letter', on: today(), inWords: 'asWritten' })
  })
})

describe('the elder whose neighbour types, who asks for no name', () => {
  test('is heard, told by phone by the clerk, and nobody asks for a name, a photo or a phone of their own', async () => {
    const { id, code } = await heard()
    await shown(town.deputy, id, 'close', { explanation: '桥板换成新的了。' })
    const one = (await untold(town.deputy)).find(({ opinionId }) => opinionId === id)
    expect(one).toMatchObject({ onSlip: true, hasPhone: true })
    await step(town.deputy, one?.id ?? '', 'askOffice', { reason: '我没有他的电话。' })
    const mine = (await untold(town.office)).find(({ opinionId }) => opinionId === id)
    expect(mine?.says).toBe('您说的“门前的桥板断了”有结果了：桥板换成新的了。')
    await step(town.office, mine?.id ?? '', 'tell', { how: 'phone', on: today(), inWords: 'asWritten' })
    const read = await town.office.client.call(showVoice, { params: here(), input: { code } })
    expect(read.told).toMatchObject({ state: 'told', how: 'phone', toldBy: '陈静' })
    expect(JSON.stringify(read)).not.toContain('12345678')
    const any = { params: { ...at(mine?.id ?? ''), kind: 'toldHow' as const } }
    expect((await town.office.client.call(showMatter, any)).title).toBe('门前的桥板断了')
  })
})

test('of 20 that ended 17 were told, 2 could not be, 1 is open', async () => {
  const before = await town.office.client.call(showToldFigures, { params: here() })
  expect(before.ended).toBe(before.told + before.unreachable + before.open)
  const elsewhere = await buildTown(server, '邻镇')
  const own = town
  town = elsewhere
  try {
    for (let at = 0; at < 20; at += 1) {
      const { id } = await heard({ text: `第 ${at} 盏路灯不亮。`, phone: undefined })
      await shown(town.deputy, id, 'close', { explanation: '修好了。' })
    }
    const all = await untold(town.deputy)
    for (const [at, { id }] of all.entries())
      if (at < 17) await step(town.deputy, id, 'tell', { how: 'inPerson', on: today(), inWords: 'asWritten' })
      else if (at < 19) await step(town.office, id, 'couldNotTell', { because: 'noWay', tried: '问过邻居。' })
    const figures = { ended: 20, told: 17, unreachable: 2, open: 1 }
    expect(await town.office.client.call(showToldFigures, { params: here() })).toMatchObject(figures)
    expect((await town.presidium.client.call(showToldFigures, { params: here() })).told).toBe(17)
    expect((await town.deputy.client.refused(showToldFigures, { params: here() })).code).toBe('not_allowed')
  } finally {
    town = own
  }
  expect((await town.office.client.call(showToldFigures, { params: here() })).ended).toBe(before.ended)
})

test('reading how it ended asks the database no more often than any page', async () => {
  const id = await ended('树倒了。', '树锯走了。')
  expect((await statementsOf(() => see(town.villager, id))).length).toBeLessThanOrEqual(10)
})

test('a public result has a page for the door and a minute for the microphone; that it was read is one act', async () => {
  const id = await bring(server, town, 'closed')
  await everythingPasses(server)
  const params = at(id)
  const before = await town.deputy.client.call(showAloud, { params })
  expect(before).toMatchObject({
    readings: [],
    spoken: expect.stringContaining('镇水利站答复了：') as string,
  })
  expect([before.seconds > 5, before.seconds <= 60]).toEqual([true, true])
  expect(before.spoken).not.toMatch(/王建国|张春梅/)
  const input = { how: 'loudspeaker' as const, readOn: today(), by: '赵支书', villageId: town.village }
  const after = await town.office.client.call(noteReading, { params, input })
  expect(after.readings).toEqual([{ how: 'loudspeaker', on: today(), by: '赵支书', village: '大郭西村' }])
  for (const person of [town.villager, town.unit])
    expect((await person.client.refused(showAloud, { params })).code).toBe('not_allowed')
  // What is not public is read out by nobody.
  const hidden = at(await bring(server, town, 'submitted'))
  expect((await town.office.client.refused(noteReading, { params: hidden, input })).code).toBe('not_found')
})
