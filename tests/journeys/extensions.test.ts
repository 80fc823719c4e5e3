import { showBoardItem } from '../../shared/api/board'
import { countWork } from '../../shared/api/work'
import { posts } from '../../shared/registers/posts'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import {
  addDeputy,
  buildTown,
  signedIn,
  signedInAgain,
  type TestPerson,
  type TestTown,
} from '../support/town'
import { workOf } from '../support/work'

/** 延办反馈书: asked before the deadline, decided by the presidium, seen by everyone. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('granted: the deputy is told, the public deadline moves and says why', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  const asked = await step(town, town.unit, id, 'requestExtension', form.requestExtension)
  expect(asked).toMatchObject({
    state: 'extensionRequested',
    waitsFor: 'presidium',
    due: { on: '2026-11-30' },
    rounds: [{ deadline: { on: '2027-02-23' }, extension: { answer: 'open', deadlineBefore: '2027-02-23' } }],
  })
  await server.run('checkContent')
  const granted = await step(town, town.presidium, id, 'grantExtension', form.grantExtension)
  expect(granted).toMatchObject({
    state: 'handling',
    rounds: [
      {
        deadline: { on: '2027-04-23' },
        extension: { answer: 'granted', grantedUntil: '2027-04-23', measures: '先加固，再分段修复。' },
      },
    ],
  })
  expect(await toldTo(server, town.deputy)).toContain(
    '主席团同意《修复大郭西段河堤》延到2027年4月23日答复您。要等汛期过后才能施工。',
  )
  expect(await toldTo(server, town.villager)).toContain(
    '您反映的事要多些时间，2027年4月23日前答复：要等汛期过后施工',
  )
  const item = await createClient(server.url).call(showBoardItem, { params: { town: town.id, id } })
  expect(item.deadline?.on).toBe('2027-04-23')
  expect(item.timeline.map(({ line }) => line)).toEqual(
    expect.arrayContaining([
      '镇水利站提出延办，最迟2027年4月23日：要等汛期过后施工',
      '办结时限延到2027年4月23日：要等汛期过后施工',
    ]),
  )
})

test('refused: the old deadline stays, and it cannot be asked for again', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'extensionRequested')
  const refused = await step(town, town.presidium, id, 'refuseExtension', form.refuseExtension)
  expect(refused).toMatchObject({
    state: 'handling',
    rounds: [{ deadline: { on: '2027-02-23' }, extension: { answer: 'refused' } }],
  })
  expect(await refusedStep(town, town.unit, id, 'requestExtension', form.requestExtension)).toMatchObject({
    code: 'extension_closed',
  })
})

test('a matter that nobody has consulted on yet goes back to where it came from', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'received')
  await step(town, town.unit, id, 'requestExtension', form.requestExtension)
  expect((await step(town, town.presidium, id, 'grantExtension', form.grantExtension)).state).toBe('received')
})

test('the cap of the rules holds for the unit and for the presidium', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  const beyond = { ...form.requestExtension, latestOn: '2027-05-25' }
  expect((await refusedStep(town, town.unit, id, 'requestExtension', beyond)).fields).toEqual({
    latestOn: '按规定最迟到2027年5月24日，请选这一天或更早。',
  })
  const sooner = { ...form.requestExtension, latestOn: '2027-02-23' }
  expect((await refusedStep(town, town.unit, id, 'requestExtension', sooner)).fields).toEqual({
    latestOn: '要晚于现在的时限（2027年2月23日），不然不用延办。',
  })
  await step(town, town.unit, id, 'requestExtension', form.requestExtension)
  expect(
    (
      await refusedStep(town, town.presidium, id, 'grantExtension', {
        until: '2027-06-01',
        decidedHow: '第 3 次主席团会议',
      })
    ).code,
  ).toBe('bad_input')
})

test('a day that is off moves on to the next working day', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  // 2027-04-24 is a Saturday.
  await step(town, town.unit, id, 'requestExtension', { ...form.requestExtension, latestOn: '2027-04-24' })
  // The presidium decides together: how is asked, and stays in the history.
  expect(
    (await refusedStep(town, town.presidium, id, 'grantExtension', { until: '2027-04-24' })).fields,
  ).toEqual({ decidedHow: '请填写怎么决定的。' })
  const granted = await step(town, town.presidium, id, 'grantExtension', {
    until: '2027-04-24',
    decidedHow: '第 3 次主席团会议',
  })
  expect(granted.rounds[0]?.deadline.on).toBe('2027-04-26')
  expect(granted.timeline.at(-1)?.note).toBe('要等汛期过后才能施工。　（怎么决定的：第 3 次主席团会议）')
})

test('after the deadline it is too late to ask', async () => {
  const id = await bring(server, town, 'handling')
  server.clock.set('2027-02-23T15:59:00Z')
  town = await signedInAgain(server, town)
  const form = forms(town)
  server.clock.set('2027-02-23T16:00:01Z')
  expect(await refusedStep(town, town.unit, id, 'requestExtension', form.requestExtension)).toMatchObject({
    code: 'extension_closed',
    message: '延办反馈书要在到期以前写，一件只能延一次。请抓紧答复，或向镇人大办说明情况。',
  })
})

test('a member of the presidium with a post in the unit, or who has proposed it, decides nothing of it: another member does', async () => {
  const params = { town: town.id }
  const appoint = (personId: string, postKind: 'presidiumMember' | 'unitHead', handlingUnitId?: string) =>
    town.office.client.call(posts.endpoints.add, {
      params,
      input: { personId, postKind, ...(handlingUnitId === undefined ? {} : { handlingUnitId }) },
    })
  const form = forms(town)
  const id = await bring(server, town, 'extensionRequested')
  const own = await bring(server, town, 'underReview')
  const rejected = await bring(server, town, 'evaluated')
  await appoint(town.presidium.id, 'unitHead', town.unitId)
  await appoint(town.deputy.id, 'presidiumMember')
  expect((await see(town, town.presidium, id)).actions).not.toContain('grantExtension')
  const refused = await refusedStep(town, town.presidium, id, 'grantExtension', form.grantExtension)
  expect([refused.code, refused.message]).toEqual([
    'own_decision',
    expect.stringMatching(/请主席团别的成员来定/),
  ])
  for (const [of, action] of [
    [id, 'refuseExtension'],
    [own, 'refuseAcceptance'],
  ] as const)
    expect((await refusedStep(town, town.deputy, of, action, form[action])).code).toBe('own_decision')

  const second = await signedIn(server, await addDeputy(server, town.id, '孟长河'))
  await appoint(second.id, 'presidiumMember')
  // It waits for the other one, and stands for this one among what waits for others; so it is counted too.
  const lanes = async (person: TestPerson, of: string) => {
    const [mine, others] = [await workOf(town, person, 'mine'), await workOf(town, person, 'others')]
    const { counts } = await person.client.call(countWork, { params })
    const counted = counts
      .filter(({ lane, kind }) => lane === 'mine' && kind === 'suggestion')
      .reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(mine.filter(({ kind }) => kind === 'suggestion').length)
    return [mine, others].map((rows) => rows.some((row) => row.id === of))
  }
  expect([
    await lanes(town.presidium, id),
    await lanes(town.deputy, id),
    await lanes(second, id),
    await lanes(second, rejected),
  ]).toEqual([
    [false, true],
    [false, true],
    [true, false],
    [false, true],
  ])
  expect((await refusedStep(town, town.deputy, rejected, 'reHandle', form.reHandle)).code).toBe(
    'own_decision',
  )
  expect((await see(town, second, id)).actions).toContain('grantExtension')
  expect((await step(town, second, id, 'grantExtension', form.grantExtension)).state).toBe('handling')
  // What is of another unit, or not yet given to any, is decided by whoever has a post in this one.
  expect((await step(town, town.presidium, own, 'refuseAcceptance', form.refuseAcceptance)).state).toBe(
    'notAccepted',
  )
})
