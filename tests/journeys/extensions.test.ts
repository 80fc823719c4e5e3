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

describe('a suggestion about people of the presidium or of the office', () => {
  let second: TestPerson
  let third: TestPerson
  let clerk: TestPerson
  const appoint = async (name: string, post: Record<string, string>) => {
    const personId = await addDeputy(server, town.id, name)
    const params = { town: town.id }
    await town.office.client.call(posts.endpoints.add, { params, input: { personId, ...post } })
    return signedIn(server, personId)
  }
  beforeEach(async () => {
    second = await appoint('孟长河', { postKind: 'presidiumMember', presidiumPost: 'chairperson' })
    third = await appoint('郑玉兰', { postKind: 'presidiumMember' })
    clerk = await appoint('何静', { postKind: 'congressOffice' })
  })
  const concern = (id: string, by: TestPerson, ...people: TestPerson[]) => {
    const form = { concernedIds: people.map((one) => one.id), reason: '说的是他们经手的事。' }
    return step(town, by, id, 'nameConcerned', form)
  }

  test('stands with the others, who are named to whomever it concerns; more than half of all agree by name', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'extensionRequested')
    const named = { concernedIds: [town.presidium.id], reason: '说的是他。' }
    expect((await refusedStep(town, town.unit, id, 'nameConcerned', named)).code).toBe('not_your_step')
    expect(
      (
        await refusedStep(town, town.deputy, id, 'nameConcerned', {
          ...named,
          concernedIds: [town.coSigner.id],
        })
      ).fields,
    ).toEqual({ concernedIds: '名单里有人现在不在镇人大办或者主席团任职，请重新选择。' })
    expect((await refusedStep(town, town.deputy, id, 'endConcern', { reason: '没有。' })).code).toBe(
      'concerns_nobody',
    )
    const seen = await concern(id, town.deputy, town.presidium, town.office)
    const concerned = seen.deciders.filter((one) => one.concerned).map(({ name }) => name)
    expect([seen.deciders.length, concerned.sort()]).toEqual([5, ['周明德', '陈静']])
    expect((await see(town, town.unit, id)).deciders).toEqual([])
    expect(await toldTo(server, town.presidium)).toContain(
      '《修复大郭西段河堤》（2026-0001）关系到您，由别人来办、来定，您不用办。',
    )
    const others = '这件事关系到您，您不办、也不参加决定：由镇人大办 何静；镇人大主席团 孟长河、郑玉兰来办。'
    for (const [who, action, asked] of [
      [town.presidium, 'grantExtension', form.grantExtension],
      [town.office, 'recordSiteFinding', form.recordSiteFinding],
      [town.office, 'endConcern', { reason: '没有关系。' }],
    ] as const)
      expect(await refusedStep(town, who, id, action, asked)).toMatchObject({
        code: 'concerns_you',
        message: others,
      })
    const waits = async (person: TestPerson) =>
      (await workOf(town, person, 'mine')).some((row) => row.id === id)
    expect([await waits(town.presidium), await waits(second), await waits(third)]).toEqual([
      false,
      true,
      true,
    ])
    // Nobody is asked who may not answer, nor told what others do.
    const heard = async () =>
      (await Promise.all([town.office, clerk].map((one) => toldTo(server, one)))).map((all) => all.length)
    const before = await heard()
    const decidedBy = async (decidedHow: string) =>
      (await refusedStep(town, second, id, 'grantExtension', { ...form.grantExtension, decidedHow })).fields
    expect(await decidedBy('在镇人大会议室问过')).toEqual({
      decidedHow: '请写哪一次主席团会议；没有开会的，写同意的成员的姓名（主席团一共 3 位，要 2 位以上）。',
    })
    expect(await decidedBy('周明德、孟长河同意')).toEqual({
      decidedHow: '写了 1 位同意的成员，主席团一共 3 位，要 2 位以上同意。周明德和这件事有关，不算在内。',
    })
    const decidedHow = '孟长河、郑玉兰同意'
    expect(
      (await step(town, second, id, 'grantExtension', { ...form.grantExtension, decidedHow })).state,
    ).toBe('handling')
    const after = await heard()
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([0, 1])
    // A mark that was wrong is taken off by somebody else; then everything is as it was.
    await step(town, clerk, id, 'endConcern', { reason: '问清楚了，不是他们。' })
    expect((await see(town, town.office, id)).actions).toContain('remind')
  })

  test('goes on where no half is left, or no clerk: the congress decides, the chair acts; somebody is always left', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'extensionRequested')
    await concern(id, clerk, town.presidium, second)
    const grant = (decidedHow: string) => ({ ...form.grantExtension, decidedHow })
    expect((await refusedStep(town, third, id, 'grantExtension', grant('第 3 次主席团会议'))).fields).toEqual(
      {
        decidedHow:
          '主席团一共 3 位，除去这件事关系到的 2 位还有 1 位，不到要有的 2 位，主席团不能定。请提交镇人民代表大会会议决定，或者报县人大常委会，再在这里写明是哪一次会议。',
      },
    )
    const congress = '第十九届人民代表大会第二次会议'
    expect((await step(town, third, id, 'grantExtension', grant(congress))).state).toBe('handling')

    const given = await bring(server, town, 'accepted')
    await concern(given, third, town.office, clerk)
    expect((await refusedStep(town, clerk, given, 'assign', form.assign)).message).toContain(
      '由镇人大主席团 孟长河、',
    )
    expect((await refusedStep(town, third, given, 'assign', form.assign)).code).toBe('not_your_step')
    expect((await workOf(town, second, 'mine')).some((row) => row.id === given)).toBe(true)
    expect((await step(town, second, given, 'assign', form.assign)).state).toBe('assigned')
    // Where it concerns the whole presidium, the clerks write down what the congress or the county decided.
    const typed = await bring(server, town, 'extensionRequested')
    await concern(typed, clerk, town.presidium, second, third)
    const ofNobody = await refusedStep(town, second, typed, 'grantExtension', grant(congress))
    expect([ofNobody.code, ofNobody.message]).toEqual([
      'concerns_you',
      expect.stringMatching(/^这件事关系到您，您不办、也不参加决定：由镇人大办 .*来办。$/),
    ])
    expect((await step(town, clerk, typed, 'grantExtension', grant(congress))).state).toBe('handling')
    // Who stands in follows from who is there: the last clerk leaves whom it did not concern, and a new one comes.
    const left = await bring(server, town, 'accepted')
    await concern(left, third, town.office)
    const waits = async (person: TestPerson) => {
      await server.run('clock')
      return (await workOf(town, person, 'mine')).some((row) => row.id === left)
    }
    const at = { params: { town: town.id } }
    const { items } = await town.office.client.call(posts.endpoints.list, { ...at, query: {} })
    const held = items.find(({ values }) => values.personId === clerk.id)
    expect(await waits(second)).toBe(false)
    const ended = { endedOn: '2026-11-23', endedWhy: '调走了。', endedKind: 'resigned' }
    await town.office.client.call(posts.endpoints.end, {
      params: { ...at.params, id: held?.id ?? '' },
      input: { version: held?.version ?? 0, form: ended },
    })
    expect([await waits(second), await waits(third)]).toEqual([true, false])
    expect((await refusedStep(town, third, left, 'assign', form.assign)).code).toBe('not_your_step')
    clerk = await appoint('罗小敏', { postKind: 'congressOffice' })
    expect([await waits(second), await waits(clerk)]).toEqual([false, true])
    const everybody = [town.office, clerk, town.presidium, second, third]
    const all = { concernedIds: everybody.map((one) => one.id), reason: '都有关系。' }
    expect((await refusedStep(town, town.deputy, given, 'nameConcerned', all)).fields).toEqual({
      concernedIds: '镇人大办和主席团至少要留一位来办这件。都有关系的，请报县人大常委会，由县里指定谁来办。',
    })
  })
})
