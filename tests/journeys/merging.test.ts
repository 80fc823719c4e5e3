import { showBoard } from '../../shared/api/board'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { startSuggestion } from '../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../shared/rules/days'
import { bring, notSatisfied } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, signedIn, type TestPerson, type TestTown } from '../support/town'
import { workOf } from '../support/work'

/** Two deputies have seen the same broken bank: 王建国 was first, 李志强 comes after. */
let server: TestServer
let town: TestTown
let second: TestPerson
let main: string

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  second = town.otherDeputy
  main = await bring(server, town, 'accepted')
})
afterEach(() => server.stop())

const again = { ...text, subject: '大郭西段河堤塌了要修' }

async function underReview(more: Record<string, unknown> = {}) {
  const { id } = await second.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...again, ...more },
  })
  await step(town, second, id, 'submit')
  await step(town, town.office, id, 'startReview')
  return id
}
const merge = (id: string, targetId = main) =>
  step(town, town.office, id, 'merge', { targetId, reason: '说的是同一段河堤。' })
async function merged() {
  const id = await underReview()
  await merge(id)
  return id
}

/** The main one is handed over, consulted about and replied to. */
async function replyToMain(reply: Record<string, unknown> = forms(town).reply) {
  const form = forms(town)
  await step(town, town.office, main, 'assign', form.assign)
  await step(town, town.unit, main, 'receive', form.receive)
  const { merged: others } = await see(town, town.unit, main)
  await consult([main, ...others.map((other) => other.id)])
  await confirm(town.deputy)
  if (others.length > 0) await confirm(second)
  await step(town, town.unit, main, 'reply', reply)
}
const consult = (proposerIds?: readonly string[]) =>
  step(town, town.unit, main, 'consult', {
    ...forms(town).consult,
    heldOn: beijingDay(server.clock.now()),
    ...(proposerIds ? { proposerIds } : {}),
  })
async function confirm(deputy: TestPerson) {
  const [round] = (await see(town, deputy, main)).rounds
  const own = round?.consultations.find(({ answer, isYours }) => answer === 'open' && isYours)
  return step(town, deputy, main, 'confirmConsultation', { consultationId: own?.id })
}
const toldOf = async (person: TestPerson) => (await toldTo(server, person)).join('\n')

test('it is registered with a number of its own, and both deputies and the office can see both', async () => {
  const id = await merged()
  expect(await see(town, second, id)).toMatchObject({
    state: 'merged',
    no: '2026-0002',
    mergedInto: { id: main, no: '2026-0001', subject: text.subject },
    waitsFor: 'system',
  })
  expect((await see(town, second, main)).actions).toEqual([])
  expect((await see(town, town.deputy, main)).merged).toMatchObject([
    { id, subject: again.subject, leadDeputy: '李志强', facts: again.facts },
  ])
  expect(await toldOf(town.deputy)).toContain('李志强代表的《大郭西段河堤塌了要修》（2026-0002）')
  expect(await toldOf(second)).toContain('王建国代表的《修复大郭西段河堤》（2026-0001）')
  const others = await workOf(town, second, 'others')
  expect(others.map(({ id: of }) => of).sort()).toEqual([id, main].sort())
})

test('handled once: the second deputy is told at hand-over and receipt, and gets the reply to rate', async () => {
  const id = await merged()
  await replyToMain()
  const told = await toldOf(second)
  expect(told).toContain('已交办给镇水利站')
  expect(told).toContain('镇水利站已签收')
  const seen = await see(town, second, id)
  expect(seen).toMatchObject({
    state: 'replied',
    unit: '镇水利站',
    actions: ['evaluate', 'passLead', 'nameConcerned'],
    rounds: [{ no: 1, reply: { publicResult: forms(town).reply.publicResult }, evaluation: null }],
  })
  expect(seen.rounds[0]?.deadline).toEqual((await see(town, town.deputy, main)).rounds[0]?.deadline)
  expect((await see(town, town.unit, id)).state).toBe('replied')
})

test('the unit consults every proposer before it replies, and whoever is awaited has it on the list', async () => {
  const id = await merged()
  await step(town, town.office, main, 'assign', forms(town).assign)
  await step(town, town.unit, main, 'receive', forms(town).receive)
  const toReply = () => refusedStep(town, town.unit, main, 'reply', forms(town).reply)
  await consult()
  expect(await toldOf(second)).not.toContain('登记了和您的面商')
  await confirm(town.deputy)
  expect(await toldOf(town.unit)).toContain('代表已确认面商（《修复大郭西段河堤》），还有 1 位代表没有确认。')
  expect((await toReply()).message).toContain('并案的每位代表确认后才能答复')

  server.clock.advance({ minutes: 1 })
  const { rounds } = await consult([id])
  expect(rounds[0]?.consultations.map(({ withDeputy }) => withDeputy)).toEqual([null, '李志强'])
  expect(await toldOf(second)).toContain('登记了和您的面商（和您的建议并案的《修复大郭西段河堤》）')
  const mine = await workOf(town, second, 'mine')
  expect(mine.find(({ id: of }) => of === main)?.next?.step).toBe('confirmConsultation')
  expect((await workOf(town, town.unit, 'mine')).map(({ id: of }) => of)).not.toContain(main)
  const open = rounds[0]?.consultations.find(({ withDeputy }) => withDeputy)?.id ?? ''
  const anothers = { consultationId: open }
  expect((await refusedStep(town, town.deputy, main, 'confirmConsultation', anothers)).code).toBe(
    'no_open_consultation',
  )
  await step(town, second, main, 'disputeConsultation', { ...anothers, reason: '没有找过我。' })
  expect((await toReply()).code).toBe('consultation_not_confirmed')
  await consult([id])
  await confirm(second)
  await step(town, town.unit, main, 'reply', forms(town).reply)
  const own = (await see(town, second, id)).rounds[0]?.consultations ?? []
  expect(own.map(({ answer }) => answer).sort()).toEqual(['confirmed', 'disputed'])
})

test('one of the proposers is silent: the presidium lets the unit reply; nobody waits for whoever is out of it', async () => {
  const id = await merged()
  await step(town, town.office, main, 'assign', forms(town).assign)
  await step(town, town.unit, main, 'receive', forms(town).receive)
  await consult([main, id])
  await confirm(town.deputy)
  expect((await refusedStep(town, town.presidium, main, 'openReply', forms(town).openReply)).code).toBe(
    'deputy_not_silent',
  )
  expect(
    (
      await refusedStep(town, town.unit, main, 'consult', {
        ...forms(town).consult,
        heldOn: beijingDay(server.clock.now()),
        proposerIds: [town.unitId],
      })
    ).fields,
  ).toMatchObject({ proposerIds: expect.stringContaining('并在一起办的代表') as string })
  server.clock.set('2026-12-15T01:00:00.000Z')
  expect((await step(town, town.presidium, main, 'openReply', forms(town).openReply)).waitsFor).toBe(
    'leadUnit',
  )
  await step(town, town.office, id, 'unmerge', forms(town).unmerge)
  expect((await step(town, town.unit, main, 'reply', forms(town).reply)).state).toBe('replied')
})

test('each rates: one is satisfied, the other has a second round of their own', async () => {
  const id = await merged()
  await replyToMain()
  await step(town, town.deputy, main, 'evaluate', forms(town).evaluate)
  await step(town, second, id, 'evaluate', notSatisfied)
  const again = await step(town, town.office, id, 'reHandle', forms(town).reHandle)
  expect(again.rounds.map(({ no, leadUnit }) => [no, leadUnit.name])).toEqual([
    [1, '镇水利站'],
    [2, '镇水利站'],
  ])
  expect((await see(town, town.deputy, main)).state).toBe('closed')
})

test('a correction of the reply reaches both, and so does a promise', async () => {
  const id = await merged()
  await replyToMain(forms(town).promise)
  expect((await see(town, second, id)).rounds[0]?.commitments).toMatchObject([
    { promise: forms(town).promise.promise, dueOn: forms(town).promise.promiseDueOn },
  ])
  await step(town, town.unit, main, 'correctReply', forms(town).correctReply)
  const seen = await see(town, second, id)
  expect(seen.rounds[0]?.reply).toMatchObject({
    version: 2,
    publicResult: forms(town).correctReply.publicResult,
  })
  // One has rated it, the other not yet: what is corrected is rated anew by both.
  await step(town, town.deputy, main, 'evaluate', notSatisfied)
  await step(town, town.unit, main, 'correctRatedReply', forms(town).reply)
  expect((await see(town, second, id)).rounds[0]?.reply?.version).toBe(3)
  await step(town, second, id, 'evaluate', notSatisfied)
  await step(town, town.deputy, main, 'evaluate', notSatisfied)
  await step(town, town.unit, main, 'correctRatedReply', forms(town).correctReply)
  expect(await see(town, second, id)).toMatchObject({ state: 'replied', rounds: [{ evaluation: null }] })
  expect((await step(town, second, id, 'evaluate', forms(town).evaluate)).state).toBe('closed')
  await step(town, town.deputy, main, 'evaluate', notSatisfied)
  await step(town, town.unit, main, 'correctRatedReply', forms(town).reply)
  expect((await see(town, second, id)).state).toBe('closed')
})

test('a promise that both were given is reported once; each rates it', async () => {
  const id = await merged()
  const form = forms(town)
  await replyToMain(form.promise)
  await step(town, town.deputy, main, 'evaluate', form.evaluate)
  expect((await step(town, second, id, 'evaluate', form.evaluate)).state).toBe('tracking')
  // What was promised is corrected: both say anew what they think of it.
  await step(town, town.unit, main, 'correctRatedReply', { ...form.promise, promiseDueOn: '2027-06-30' })
  for (const [deputy, of] of [
    [town.deputy, main],
    [second, id],
  ] as const)
    expect((await step(town, deputy, of, 'evaluate', form.evaluate)).state).toBe('tracking')
  await step(town, town.unit, main, 'reportCommitment', form.reportCommitment)
  expect((await see(town, second, id)).rounds[0]?.commitments).toMatchObject([
    { standing: 'replaced' },
    { result: 'fulfilled', report: form.reportCommitment.report },
  ])
  expect(await toldOf(second)).toContain(
    '镇水利站报告了《大郭西段河堤塌了要修》承诺事项的落实（已经落实，并案办理），请评价。',
  )
  // What is done once more in the one does not report it a second time to the other.
  await step(town, second, id, 'rateCommitment', form.rateCommitment)
  expect((await see(town, second, id)).state).toBe('closed')
  await step(town, town.office, main, 'remind', form.remind)
  expect((await see(town, town.deputy, main)).state).toBe('tracking')
  expect((await step(town, town.deputy, main, 'rateCommitment', form.rateCommitment)).state).toBe('closed')
})

test('where the other one is withdrawn, it goes back to review, says why, and keeps its number', async () => {
  const id = await merged()
  await step(town, town.deputy, main, 'withdraw', forms(town).withdraw)
  const seen = await see(town, second, id)
  expect([seen.state, seen.mergedInto, seen.timeline.at(-1)?.note]).toEqual([
    'underReview',
    null,
    '所并入的王建国代表的《修复大郭西段河堤》（2026-0001）没有答复就结束了。',
  ])
  expect(await toldOf(town.office)).toContain('恢复单独审查，请尽快受理')
  expect((await step(town, town.office, id, 'accept', forms(town).accept)).no).toBe('2026-0002')
})

test('what was merged by mistake is taken apart', async () => {
  const id = await merged()
  expect((await step(town, town.office, id, 'unmerge', forms(town).unmerge)).state).toBe('underReview')
  expect((await see(town, town.deputy, main)).merged).toEqual([])
  await expect(see(town, second, main)).rejects.toThrow('not_found')
})

test('whoever heard of the merging hears that it is over: the unit, both deputies, the co-signers, the residents behind it', async () => {
  await step(town, town.office, main, 'assign', forms(town).assign)
  const villager = await signedIn(server)
  const { id } = await mergedOf(villager)
  const name = '李志强代表的《大郭西段河堤塌了要修》（2026-0002）'
  expect(await toldOf(town.unit)).not.toContain('不再并入')
  await step(town, town.office, id, 'unmerge', forms(town).unmerge)
  expect(await toldOf(town.unit)).toContain(`${name}不再并入《修复大郭西段河堤》（2026-0001）一起办`)
  expect(await toldOf(town.deputy)).toContain(`${name}不再和您的《修复大郭西段河堤》一起办。`)
  expect(await toldOf(second)).toContain('《大郭西段河堤塌了要修》不再并案，单独审查：')
  expect(await toldOf(town.coSigner)).toContain('您附议的《大郭西段河堤塌了要修》不再并案，单独审查。')
  expect(await toldOf(villager)).toContain('您反映的事不再和别的建议一起办')
})

test('whoever waits merged and withdraws is taken out: the unit and the other deputy hear that too', async () => {
  const id = await merged()
  await step(town, town.office, main, 'assign', forms(town).assign)
  await step(town, second, id, 'withdraw', forms(town).withdraw)
  const name = '李志强代表的《大郭西段河堤塌了要修》（2026-0002）'
  expect(await toldOf(town.unit)).toContain(`${name}不再并入《修复大郭西段河堤》（2026-0001）一起办`)
  expect(await toldOf(town.deputy)).toContain(`${name}不再和您的《修复大郭西段河堤》一起办。`)
  expect(await toldOf(town.office)).toContain('撤回了《大郭西段河堤塌了要修》')
})

test('it counts once in public', async () => {
  await merged()
  await replyToMain()
  server.clock.advance({ minutes: 1 })
  const { items } = await createClient(server.url).call(showBoard, { params: { town: town.id } })
  expect(items.map((item) => item.id)).toEqual([main])
})

/** What a resident told the second deputy becomes a suggestion, which is merged. */
async function mergedOf(villager: TestPerson) {
  const params = { town: town.id }
  const opinion = await villager.client.call(writeOpinion, {
    params,
    input: { deputyId: second.id, kind: 'report', text: '河堤塌了。' },
  })
  await server.run('checkOpinions')
  const { version } = await second.client.call(showOpinion, { params: { ...params, id: opinion.id } })
  const raised = await second.client.call(opinionSteps.raise, {
    params: { ...params, id: opinion.id },
    input: { version, form: {} },
  })
  const id = raised.suggestion?.id ?? ''
  await step(town, second, id, 'edit', again)
  await step(town, second, id, 'inviteCoSigners', { deputyIds: [town.coSigner.id] })
  await step(town, town.coSigner, id, 'coSign')
  await step(town, second, id, 'submit')
  await step(town, town.office, id, 'startReview')
  await merge(id)
  return { id, opinion: opinion.id }
}

test('residents behind it are told of every step, once, and see the five disclosures', async () => {
  const villager = await signedIn(server)
  const { opinion } = await mergedOf(villager)
  await replyToMain()
  const told = await toldTo(server, villager)
  expect(told.filter((one) => one.startsWith('您反映的事有结果了'))).toHaveLength(1)
  expect(told.join()).toContain('您反映的事已经交给镇水利站办')
  const seen = await villager.client.call(showOpinion, { params: { town: town.id, id: opinion } })
  expect(seen.suggestion?.disclosures).toMatchObject({ id: main, unit: '镇水利站' })
})

describe('is refused', () => {
  const why = (id: string, targetId: string) =>
    merge(id, targetId).then(
      () => 'merged',
      (error: Error) => error.message,
    )

  test('into what is replied already, into itself, into what is merged, and into another town’s', async () => {
    const id = await underReview()
    const replied = await bring(server, town, 'replied')
    const other = await merged()
    const elsewhere = await bring(server, await buildTown(server, '云岭坝镇'), 'accepted')
    for (const targetId of [replied, id, other, elsewhere]) {
      expect(await why(id, targetId)).toContain('只能并入已经受理、还没有答复的建议')
    }
  })

  test('for a confidential one, whose text nobody else may read', async () => {
    const id = await underReview({ confidential: true, confidentialReason: '担心被打击报复。' })
    expect(await why(id, main)).toContain('保密的建议不能并案')
  })

  test('to anyone but the office', async () => {
    const id = await underReview()
    await expect(
      step(town, town.presidium, id, 'merge', { targetId: main, reason: '相同。' }),
    ).rejects.toThrow('not_your_step')
  })
})

test('a merge and the other one’s next step at the same moment: one of them is told to look again', async () => {
  const id = await underReview()
  const outcomes = await Promise.allSettled([
    merge(id),
    step(town, town.office, main, 'assign', forms(town).assign),
  ])
  const seen = await see(town, town.office, main)
  const isMerged = (await see(town, second, id)).state === 'merged'
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(seen.merged.length).toBe(isMerged ? 1 : 0)
})
