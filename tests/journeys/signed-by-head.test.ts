import { newId } from '../../server/database/id'
import { Post } from '../../server/database/entities/people/post'
import { showBoardItem } from '../../shared/api/board'
import { replyTemplates } from '../../shared/registers/reply-templates'
import { bring } from '../support/bring'
import { everythingPasses } from '../support/checks'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, type TestTown } from '../support/town'

/** Who comes to a 面商 and who signs the reply; and that whoever says “solved” says what one can go and see. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

async function setHead(name: string, handlingUnitId: string) {
  const personId = await addDeputy(server, town.id, name)
  await server.database.transaction(async (tx) => {
    await tx.insert(Post, { id: newId(), townId: town.id, personId, postKind: 'unitHead', handlingUnitId })
  })
}

test('where the register knows the head, nobody else signs: not the reply, and not its correction', async () => {
  await setHead('吴海涛', town.unitId)
  const id = await bring(server, town, 'handling')
  const { reply, correctReply } = forms(town)
  const wrong = await refusedStep(town, town.unit, id, 'reply', { ...reply, signer: '赵永强' })
  expect(wrong.fields).toEqual({
    signer: '请由单位负责人签发。名册上的负责人是吴海涛，换了人请镇人大办先改名册。',
  })
  // What the board shows and the loudspeaker reads out is one short sentence, and there is one.
  for (const publicResult of ['', '修'.repeat(61)]) {
    const unread = await refusedStep(town, town.unit, id, 'reply', { ...reply, publicResult })
    expect(unread.fields).toHaveProperty('publicResult')
  }
  expect((await step(town, town.unit, id, 'reply', reply)).rounds[0]?.reply?.signer).toBe('吴海涛')

  const corrected = await refusedStep(town, town.unit, id, 'correctReply', {
    ...correctReply,
    signer: '赵永强',
  })
  expect(corrected.fields).toHaveProperty('signer')
  expect((await see(town, town.deputy, id)).rounds[0]?.reply?.version).toBe(1)
})

test('a reply that began as a copy of a template stays as it was signed, whatever becomes of the template', async () => {
  const id = await bring(server, town, 'handling')
  const { endpoints } = replyTemplates
  const params = { town: town.id }
  const written = { name: '已修好的', outcome: 'solved', text: '收到建议后，____ 日派人看过现场。' } as const
  expect((await town.unit.client.refused(endpoints.add, { params, input: written })).code).toBe('not_allowed')
  const { id: template } = await town.office.client.call(endpoints.add, { params, input: written })
  const twice = await town.office.client.refused(endpoints.add, { params, input: written })
  expect(twice.fields).toEqual({ name: '已经有这个名称的范文，请换一个名称，或直接改那一份。' })

  const offered = await town.unit.client.call(endpoints.list, { params })
  expect(offered.items.map(({ values }) => values)).toEqual([{ ...written, kind: null }])
  await step(town, town.unit, id, 'reply', { ...forms(town).reply, text: offered.items[0]?.values.text })
  await town.office.client.call(endpoints.change, {
    params: { ...params, id: template },
    input: { version: 0, form: { ...written, text: '改过的范文。' } },
  })
  await town.office.client.call(endpoints.end, {
    params: { ...params, id: template },
    input: { version: 1, form: { endedOn: '2026-11-23', endedWhy: '不再用了' } },
  })
  expect((await see(town, town.deputy, id)).rounds[0]?.reply?.text).toBe(written.text)
  expect((await town.unit.client.call(endpoints.list, { params })).items).toEqual([])
})

test('the head of another unit binds nobody; without a head in the register the name is free', async () => {
  await setHead('孙丽华', town.coUnitId)
  const id = await bring(server, town, 'handling')
  const reply = { ...forms(town).reply, signer: '钱局长' }
  expect((await step(town, town.unit, id, 'reply', reply)).rounds[0]?.reply?.signer).toBe('钱局长')
})

test('whoever comes says whether they can decide; once in a round the deputy asks for the head, and it holds up nothing', async () => {
  const id = await bring(server, town, 'received')
  const { consult, reply } = forms(town)
  const heldOn = '2026-11-23'
  await step(town, town.coUnit, id, 'giveCoOpinion', forms(town).giveCoOpinion)
  const { mayDecide: _, ...unsaid } = consult
  expect((await refusedStep(town, town.unit, id, 'consult', { ...unsaid, heldOn })).fields).toEqual({
    mayDecide: '请选择单位来的人能不能拍板。',
  })
  const talk = async (record: string) => {
    const seen = await step(town, town.unit, id, 'consult', { ...consult, heldOn, record })
    return seen.rounds[0]?.consultations.at(-1)?.id
  }
  const wanted = { consultationId: await talk('看了现场。'), reason: '钱从哪里来，经办人说不了。' }
  server.clock.advance({ minutes: 1 })
  await step(town, town.deputy, id, 'askForHead', wanted)
  expect((await toldTo(server, town.unit))[0]).toBe(
    '代表确认谈过《修复大郭西段河堤》，可以答复了；还请单位负责人再来当面定：钱从哪里来，经办人说不了。',
  )
  expect((await see(town, town.unit, id)).actions).toContain('reply')
  const again = { ...wanted, consultationId: await talk('又看了一次。') }
  expect((await refusedStep(town, town.deputy, id, 'askForHead', again)).code).toBe('head_asked_before')
  await step(town, town.deputy, id, 'confirmConsultation', { consultationId: again.consultationId })
  expect((await see(town, town.office, id)).rounds[0]?.consultations).toMatchObject([
    { mayDecide: 'mustAsk', headAsked: true, answer: 'confirmed', disputeReason: null },
    { mayDecide: 'mustAsk', headAsked: false, answer: 'confirmed' },
  ])

  const { toSee: __, ...unseen } = reply
  expect((await refusedStep(town, town.unit, id, 'reply', unseen)).fields).toEqual({
    toSee: '说“已经解决”，请写清楚现在去哪里、能看到什么，代表和群众好去看。',
  })
  const onBoard = () => town.villager.client.call(showBoardItem, { params: { town: town.id, id } })
  await step(town, town.unit, id, 'reply', { ...reply, personTimes: 120, vehicleTrips: 15 })
  expect(await onBoard()).toMatchObject({
    toSee: '核对中',
    card: { personTimes: 120, vehicleTrips: 15, fundsYuan: null },
    result: { outcome: 'solved', confirmed: false },
  })
  await everythingPasses(server)
  server.clock.advance({ seconds: 5 })
  expect((await onBoard()).toSee).toBe('大郭村东新修的河堤和围栏')
  await step(town, town.deputy, id, 'evaluate', forms(town).evaluate)
  server.clock.advance({ seconds: 5 })
  expect((await onBoard()).result.confirmed).toBe(true)
})
