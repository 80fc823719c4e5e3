import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { showSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { opinionsOf } from '../../support/opinions'
import { startServer, type TestServer } from '../../support/server'
import { forms, refusedStep as refused, see, step, text } from '../../support/suggestion'
import { buildTown, signedIn, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

const { take, see: seeOpinion } = opinionsOf(() => ({ server, town }))
const phone = '13900002222'

/** From an account of its own: what one may send in ten minutes is limited. */
async function send(words: string, sender: { name: string; phone: string }) {
  const somebody = await signedIn(server)
  const { id } = await somebody.client.call(writeOpinion, {
    params: { town: town.id },
    input: { deputyId: town.deputy.id, kind: 'report', text: words, ...sender },
  })
  await server.run('checkOpinions')
  return id
}

/** A complaint with a name and a number, made into a draft. */
async function raised(form = {}) {
  const id = await send(`我叫试丙，电话 ${phone}，水利站的人收了钱不修三号沟。`, { name: '试丙', phone })
  await take(town.deputy, id, 'raise', form)
  return (await seeOpinion(town.deputy, id)).suggestion?.id ?? ''
}
const refusedStep = (id: string, action: Parameters<typeof refused>[3], form = {}) =>
  refused(town, town.deputy, id, action, form)

describe('the one complained about', () => {
  test('reads nothing of who complained: the draft is empty, and what others read names nobody', async () => {
    const id = await raised()
    const draft = await see(town, town.deputy, id)
    expect([draft.facts, draft.subject.includes('试丙')]).toEqual(['', false])
    expect(draft.opinions[0]?.text).toContain(phone)
    await step(town, town.deputy, id, 'edit', { ...text, facts: `群众试丙（${phone}）反映，水沟不通。` })

    const answer = await refusedStep(id, 'submit')
    expect(answer.code).toBe('bad_input')
    expect(answer.fields.facts).toContain(`反映情况的群众“试丙”`)
    expect(answer.fields.facts).toContain(phone)
    expect(answer.message).toContain('“情况和原因”')
    expect(answer.message).toContain('修改内容')
    const invited = await refusedStep(id, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
    expect(invited.fields.facts).toContain('试丙')

    await step(town, town.deputy, id, 'edit', text)
    await step(town, town.deputy, id, 'submit')
    const office = await town.office.client.call(showSuggestion, { params: { town: town.id, id } })
    expect(JSON.stringify(office)).not.toContain('试丙')
    expect(JSON.stringify(office)).not.toContain(phone)
  })

  test.each([
    ['a phone, spaced and full-width', { proposal: '请打１３９ ００００ ２２２２问他。' }, 'proposal'],
    ['an ID number', { facts: '给11010519491231002X补办低保。' }, 'facts'],
    ['the name, spaced', { subject: '请给试 丙修沟' }, 'subject'],
    ['the name in the place', { origin: 'visit', originPlace: '试丙家门前' }, 'originPlace'],
  ])('is not told %s once others read the draft', async (_, words, field) => {
    const id = await raised()
    await step(town, town.deputy, id, 'edit', text)
    await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
    const answer = await refusedStep(id, 'edit', { ...text, ...words })
    expect(Object.keys(answer.fields)).toEqual([field])
    const read = await town.coSigner.client.call(showSuggestion, { params: { town: town.id, id } })
    expect([read.facts, read.opinions]).toEqual([text.facts, []])
  })

  test('is not told in a revision either', async () => {
    const id = await raised()
    await step(town, town.deputy, id, 'edit', text)
    await step(town, town.deputy, id, 'submit')
    await step(town, town.office, id, 'startReview')
    await step(town, town.office, id, 'requestRevision', forms(town).requestRevision)
    expect((await refusedStep(id, 'edit', { ...text, facts: '试丙说水沟不通。' })).fields.facts).toContain(
      '试丙',
    )
  })

  test('is not told by the summary that a draft begins with', async () => {
    const id = await send('水沟不通。', { name: '试丙', phone })
    const answer = await take(town.deputy, id, 'raise', { summary: '试丙家门前的沟' })
    expect('fields' in answer && answer.fields.summary).toContain('试丙')
    expect((await take(town.deputy, id, 'raise', { summary: '三组的沟不通' })).status).toBe(200)
  })

  test('may read of an office, a hotline, a sum and a document', async () => {
    const id = await raised()
    const facts = '12345热线转来，王建国代表看过，禾水〔2026〕34号写明投入1380000元。'
    await step(town, town.deputy, id, 'edit', { ...text, facts })
    await step(town, town.deputy, id, 'submit')
  })
})
