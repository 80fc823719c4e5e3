import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { addDeputy, buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

let server: TestServer
let town: TestTown
let signers: TestPerson[]

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  const more = ['罗桂芬', '杨志明'].map(async (name) =>
    signedIn(server, await addDeputy(server, town.id, name)),
  )
  signers = [town.coSigner, town.otherDeputy, ...(await Promise.all(more))]
})
afterEach(() => server.stop())

/** A motion with this many co-signers. */
async function moved(coSigners: number): Promise<string> {
  const id = await start(town, { ...text, kind: 'motion' })
  const asked = signers.slice(0, coSigners)
  await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: asked.map((one) => one.id) })
  for (const one of asked) await step(town, one, id, 'coSign')
  return id
}
async function underReview() {
  const id = await moved(4)
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  return id
}

test('four signers are one too few, and the sentence says so', async () => {
  const id = await moved(3)
  await expect(step(town, town.deputy, id, 'submit')).rejects.toThrow('还差 1 人')
  const seen = await see(town, town.deputy, id)
  expect([seen.signersMissing, seen.gated]).toEqual([1, [{ action: 'submit', because: 'signers_missing' }]])
})

test('who has signed an older text does not count', async () => {
  const id = await moved(4)
  await step(town, town.deputy, id, 'edit', { ...text, kind: 'motion', proposal: '改一改。' })
  await step(town, town.deputy, id, 'endInvitations')
  await expect(step(town, town.deputy, id, 'submit')).rejects.toThrow('还差 4 人')
})

test('a draft may go on as a suggestion instead', async () => {
  const id = await moved(0).catch(() => start(town, { ...text, kind: 'motion' }))
  await step(town, town.deputy, id, 'edit', { ...text, kind: 'suggestion' })
  expect((await step(town, town.deputy, id, 'submit')).state).toBe('submitted')
})

test('it is the presidium’s turn; the office cannot accept it', async () => {
  const id = await underReview()
  const mine = await workOf(town, town.presidium, 'mine')
  expect(mine.map((row) => [row.id, row.turn])).toEqual([[id, 'presidium']])
  await expect(step(town, town.office, id, 'accept', forms(town).accept)).rejects.toThrow(
    '议案先由主席团决定',
  )
})

test('put on the agenda, it is accepted with the decision, and numbered as a motion', async () => {
  const id = await underReview()
  const accepted = await step(town, town.presidium, id, 'putOnAgenda', forms(town).putOnAgenda)
  expect(accepted).toMatchObject({
    state: 'accepted',
    kind: 'motion',
    no: '2026-0001',
    agendaDecision: forms(town).putOnAgenda.decision,
  })
  expect((await toldTo(server, town.coSigner)).join()).toContain('列入大会议程')
  expect((await step(town, town.office, id, 'assign', forms(town).assign)).state).toBe('assigned')
})

test('not put on the agenda, it goes on as a suggestion, and its signers are told why', async () => {
  const id = await underReview()
  const converted = await step(town, town.presidium, id, 'convertMotion', forms(town).convertMotion)
  expect(converted).toMatchObject({ state: 'underReview', kind: 'suggestion', waitsFor: 'congressOffice' })
  for (const person of [town.deputy, ...signers]) {
    expect((await toldTo(server, person)).join()).toContain(forms(town).convertMotion.reason)
  }
  expect((await step(town, town.office, id, 'accept', forms(town).accept)).state).toBe('accepted')
})

test('a suggestion is nothing to decide about', async () => {
  const id = await start(town)
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  const { actions } = await see(town, town.presidium, id)
  expect(actions).toEqual(['refuseAcceptance', 'nameConcerned'])
})
