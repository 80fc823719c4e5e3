import { congressSessions } from '../../shared/registers/congress-sessions'
import { listPromises } from '../../shared/api/promises'
import { overrideRule } from '../../shared/api/rules'
import { showBoardItem } from '../../shared/api/board'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, everyoneIsThere, signedInAgain, type TestTown } from '../support/town'
import { workOf } from '../support/work'
import { seenRules } from '../support/settings'

/** 承诺台账 on the public board, across the turn of the year and of the term; and who is answered, and how it is shown. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

const register = (termNo: number, sessionNo: number, openedOn: string, closedOn: string) =>
  town.office.client.call(congressSessions.endpoints.add, {
    params: { town: town.id },
    input: { termNo, sessionNo, openedOn, closedOn },
  })
/** A while later, when what is public is read anew. */
const tracker = async (query: object = {}) => {
  server.clock.advance({ minutes: 10 })
  everyoneIsThere(server)
  await server.run('checkContent')
  return (await createClient(server.url).call(listPromises, { params: { town: town.id }, query })).items
}
const at = async (moment: string) => {
  server.clock.set(moment)
  town = await signedInAgain(server, town)
}
const endMandates = (personId: string) =>
  server.database.transaction((tx) =>
    tx.query("UPDATE mandate SET ended_on = '2027-01-10' WHERE person_id = ?", [personId]),
  )

test('every promise is listed for everyone: who, what, by when, and whether it was kept', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'tracking')
  expect(await tracker()).toEqual([
    {
      id,
      item: '修复大郭西段河堤',
      unit: '镇水利站',
      promise: '修完其余 120 米河堤',
      promisedOn: '2026-11-23',
      dueOn: '2027-05-31',
      standing: 'open',
      result: null,
      percent: null,
      carriedOver: null,
    },
  ])
  await at('2027-06-01T01:00:00Z')
  expect(await tracker({ standing: 'late' })).toMatchObject([{ standing: 'late', carriedOver: 'year' }])
  await step(town, town.unit, id, 'reportCommitment', form.reportCommitment)
  expect(await tracker()).toMatchObject([{ standing: 'kept', result: '河堤全部修完' }])
  expect(await tracker({ standing: 'late' })).toEqual([])
  // The deputy does not agree: it was not kept, and it stands again.
  await step(town, town.deputy, id, 'rateCommitment', { rating: 'notSatisfied', reason: '还差 60 米。' })
  expect((await tracker()).map(({ standing }) => standing)).toEqual(['open', 'notKept'])
})

test('is seen on its way, in percent and by dated steps, to everyone who waits for it', async () => {
  const id = await bring(server, town, 'tracking')
  const { reportMilestone } = forms(town)
  const late = await refusedStep(town, town.unit, id, 'reportMilestone', {
    ...reportMilestone,
    nextOn: '2027-06-01',
  })
  expect(late.fields).toEqual({ nextOn: '答应的是 2027-05-31 前办成，下一步要在那以前。' })
  await step(town, town.unit, id, 'reportMilestone', { ...reportMilestone, percent: 0 })
  server.clock.advance({ days: 30 })
  town = await signedInAgain(server, town)
  await step(town, town.unit, id, 'reportMilestone', reportMilestone)
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '镇水利站报告《修复大郭西段河堤》承诺的事办到 40%：材料已经进场。',
  )
  expect((await refusedStep(town, town.unit, id, 'reportMilestone', reportMilestone)).code).toBe(
    'nothing_changed',
  )
  expect((await see(town, town.deputy, id)).rounds[0]?.commitments[0]?.milestones).toEqual([
    { on: '2026-11-23', percent: 0, note: '材料已经进场。', nextStep: '打桩', nextOn: '2027-03-31' },
    { on: '2026-12-23', percent: 40, note: '材料已经进场。', nextStep: '打桩', nextOn: '2027-03-31' },
  ])
  expect(await tracker()).toMatchObject([{ standing: 'open', percent: 40 }])
})

test('what is confidential or not to be published is not in it', async () => {
  const id = await bring(server, town, 'tracking')
  await server.database.transaction((tx) =>
    tx.query('UPDATE suggestion SET confidential = 1 WHERE id = ?', [id]),
  )
  expect(await tracker()).toEqual([])
})

test('a promise outlives the term, and is still answered to the one who proposed it', async () => {
  const form = forms(town)
  await register(18, 5, '2026-02-01', '2026-02-02')
  const id = await bring(server, town, 'tracking')
  await at('2027-01-20T01:00:00Z')
  await register(19, 1, '2027-01-15', '2027-01-16')
  await endMandates(town.deputy.id)
  expect(await tracker()).toMatchObject([{ standing: 'open', carriedOver: 'term' }])

  await step(town, town.unit, id, 'reportCommitment', form.reportCommitment)
  expect((await toldTo(server, town.deputy))[0]).toBe(
    '镇水利站报告了《修复大郭西段河堤》承诺事项的落实（已经落实），请评价。',
  )
  expect((await workOf(town, town.deputy, 'mine', { kind: 'suggestion' })).map((row) => row.id)).toEqual([id])
  const closed = await step(town, town.deputy, id, 'rateCommitment', form.rateCommitment)
  expect(closed.state).toBe('closed')
  expect(await tracker()).toMatchObject([{ standing: 'kept', carriedOver: 'term' }])
  // They begin nothing new.
  await expect(start(town, text)).rejects.toThrow('not_allowed')
})

describe('a joint suggestion', () => {
  test('is answered to each who signed, or, where the rules say so, to the lead deputy who passes it on', async () => {
    const form = forms(town)
    const each = await bring(server, town, 'handling')
    await step(town, town.unit, each, 'reply', form.reply)
    expect(await toldTo(server, town.coSigner)).toContain('镇水利站答复了您附议的《修复大郭西段河堤》。')
    expect(await toldTo(server, town.deputy)).toContain(
      '镇水利站答复了《修复大郭西段河堤》，请评价办得怎么样。',
    )

    await town.office.client.call(overrideRule, {
      params: { town: town.id },
      input: {
        version: await seenRules(town),
        field: 'replyToCosigners',
        value: 'leadDeputy',
        reason: '镇人代会决定',
      },
    })
    const lead = await bring(server, town, 'handling')
    const before = await toldTo(server, town.coSigner)
    await step(town, town.unit, lead, 'reply', form.reply)
    expect(await toldTo(server, town.coSigner)).toEqual(before)
    expect(await toldTo(server, town.deputy)).toContain(
      '镇水利站答复了《修复大郭西段河堤》，请评价办得怎么样。请转告附议的代表。',
    )
    // Whoever signed may look at the reply; the lead deputy rates for all.
    expect((await see(town, town.coSigner, lead)).rounds[0]?.reply?.outcome).toBe('solved')
    expect((await refusedStep(town, town.coSigner, lead, 'evaluate', form.evaluate)).code).toBe(
      'not_your_step',
    )
  })
})

test('the letter of the class stands beside the outcome where the town turns it on, also for what is done already', async () => {
  const id = await bring(server, town, 'replied')
  const marks = async () => {
    const item = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
    return [item.result.mark, (await see(town, town.deputy, id)).rounds[0]?.reply?.mark]
  }
  expect(await marks()).toEqual([null, null])
  await town.office.client.call(overrideRule, {
    params: { town: town.id },
    input: { version: await seenRules(town), field: 'classMarks', value: 'four', reason: '按县里的格式' },
  })
  server.clock.advance({ minutes: 10 })
  expect(await marks()).toEqual(['A', 'A'])
})
