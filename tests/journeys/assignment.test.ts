import { congressSessions } from '../../shared/registers/congress-sessions'
import { holdMeeting, listMeetings, listToHandOver, showMeeting } from '../../shared/api/hand-over'
import { pickProfile } from '../../shared/api/rules'
import { showBoard } from '../../shared/api/board'
import { bring } from '../support/bring'
import { createClient } from '../support/client'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, start, step, text } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'
import { workOf } from '../support/work'
import { seenRules } from '../support/settings'

/** Hand-over to several units that each answer for themselves, and what is carried upward. */
let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterEach(() => server.stop())

test('handled separately: every unit has its own clock, its own reply and its own rating', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'accepted')
  const assigned = await step(town, town.office, id, 'assign', {
    ...form.assign,
    separateUnitIds: [town.coUnitId],
  })
  expect(assigned).toMatchObject({ no: '2026-0001', unit: '镇水利站', separated: [{ name: '2026-0001-2' }] })
  const other = assigned.separated[0]?.id ?? ''
  expect(await see(town, town.deputy, other)).toMatchObject({
    state: 'assigned',
    no: '2026-0001-2',
    unit: '镇财政所',
    subject: assigned.subject,
    coSigners: [{ name: '张春梅', answer: 'signed' }],
    rounds: [{ no: 1, deadline: { on: '2027-02-23' } }],
    separated: [{ id, name: '2026-0001' }],
  })
  expect(await toldTo(server, town.coUnit)).toContain(
    '新交办：《修复大郭西段河堤》（2026-0001-2），由你单位主办，请在2027年2月23日前答复代表。',
  )

  // One unit replies; the other one's clock runs on.
  await step(town, town.coUnit, other, 'receive', form.receive)
  const consulted = await step(town, town.coUnit, other, 'consult', { ...form.consult, heldOn: '2026-11-23' })
  await step(town, town.deputy, other, 'confirmConsultation', {
    consultationId: consulted.rounds[0]?.consultations[0]?.id,
  })
  await step(town, town.coUnit, other, 'reply', form.reply)
  expect((await step(town, town.deputy, other, 'evaluate', form.evaluate)).state).toBe('closed')
  expect((await see(town, town.deputy, id)).state).toBe('assigned')
  const board = await createClient(server.url).call(showBoard, { params: { town: town.id } })
  expect(board.items.map(({ unit, result }) => [unit, result.state]).sort()).toEqual([
    ['镇水利站', 'assigned'],
    ['镇财政所', 'closed'],
  ])
})

test('a unit is chosen once, and separate handling has no co-units', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'accepted')
  const twice = { ...form.assign, separateUnitIds: [town.unitId] }
  expect((await refusedStep(town, town.office, id, 'assign', twice)).fields).toEqual({
    separateUnitIds: '这个单位已经选在上面了，请选别的单位。',
  })
  const both = { ...form.assign, coUnitIds: [town.coUnitId], separateUnitIds: [town.coUnitId] }
  expect((await refusedStep(town, town.office, id, 'assign', both)).fields).toEqual({
    separateUnitIds: '分办不分主办、协办。请只选协办单位，或只选分办单位。',
  })
  expect(await workOf(town, town.office, 'mine')).toHaveLength(1)
})

test('what is carried upward leaves the deadline of the reply alone, and its answer is followed', async () => {
  const form = forms(town)
  const id = await bring(server, town, 'handling')
  const referred = await step(town, town.presidium, id, 'referUpward', form.referUpward)
  expect(referred).toMatchObject({
    state: 'handling',
    referrals: [{ route: 'countyCongress', on: '2026-11-23', answer: null }],
    rounds: [{ deadline: { on: '2027-02-23' } }],
  })
  expect(await toldTo(server, town.deputy)).toContain(
    '《修复大郭西段河堤》超出本镇职权的部分已报县人大常委会：请县里列入明年水利项目。',
  )
  expect((await refusedStep(town, town.office, id, 'referUpward', form.referUpward)).code).toBe(
    'referral_open',
  )
  const early = { ...form.recordUpwardAnswer, answeredOn: '2026-11-24' }
  expect((await refusedStep(town, town.office, id, 'recordUpwardAnswer', early)).fields).toEqual({
    answeredOn: '答复日期还没有到，最迟填今天（2026年11月23日）。',
  })
  const answered = await step(town, town.office, id, 'recordUpwardAnswer', form.recordUpwardAnswer)
  expect(answered.referrals).toMatchObject([{ answeredOn: '2026-11-23', answer: '已列入明年计划。' }])
  expect(await toldTo(server, town.deputy)).toContain(
    '县人大常委会答复了《修复大郭西段河堤》：已列入明年计划。',
  )
})

describe('a hand-over meeting', () => {
  const params = () => ({ town: town.id })
  const itemOf = async (id: string, unit: string) => ({
    id,
    version: (await see(town, town.office, id)).version,
    form: { leadUnitId: unit },
  })

  test('hands over many at once, with a list that shows who has signed', async () => {
    const form = forms(town)
    const first = await bring(server, town, 'accepted')
    const second = await bring(server, town, 'accepted')
    const waiting = async (on?: string) => {
      const query = on === undefined ? {} : { on }
      const { items } = await town.office.client.call(listToHandOver, { params: params(), query })
      return items.map(({ no, wishedUnit, deadlineOn }) => [no, wishedUnit?.name ?? null, deadlineOn])
    }
    const wish = 'UPDATE suggestion SET wished_unit_id = ? WHERE id = ?'
    await server.database.transaction((tx) => tx.query(wish, [town.coUnitId, second]))
    expect(await waiting()).toEqual([
      ['2026-0001', null, '2027-02-23'],
      ['2026-0002', '镇财政所', '2027-02-23'],
    ])
    expect((await waiting('2026-12-01'))[0]?.[2]).toBe('2027-03-01')
    const held = await town.office.client.call(holdMeeting, {
      params: params(),
      input: {
        heldOn: '2026-11-23',
        place: '镇政府会议室',
        items: [await itemOf(first, town.unitId), await itemOf(second, town.coUnitId)],
      },
    })
    expect(held).toMatchObject({ count: 2, received: 0 })
    expect(await waiting()).toEqual([])
    expect(held.items.map(({ no, unit, deadlineOn }) => [no, unit, deadlineOn])).toEqual([
      ['2026-0001', '镇水利站', '2027-02-23'],
      ['2026-0002', '镇财政所', '2027-02-23'],
    ])
    await step(town, town.unit, first, 'receive', form.receive)
    const { items } = await town.presidium.client.call(listMeetings, { params: params() })
    expect(items).toMatchObject([{ heldOn: '2026-11-23', count: 2, received: 1 }])
    const shown = await town.office.client.call(showMeeting, { params: { ...params(), id: held.id } })
    expect(shown.items.map(({ receivedOn, handler }) => [receivedOn, handler])).toEqual([
      ['2026-11-23', '赵永强'],
      [null, null],
    ])
  })

  test('hands over all or nothing, and says which one could not be', async () => {
    const good = await bring(server, town, 'accepted')
    const gone = await bring(server, town, 'assigned')
    const refused = await town.office.client.refused(holdMeeting, {
      params: params(),
      input: {
        heldOn: '2026-11-23',
        place: '镇政府会议室',
        items: [await itemOf(good, town.unitId), await itemOf(gone, town.unitId)],
      },
    })
    expect(refused).toMatchObject({
      code: 'wrong_state',
      message:
        '《修复大郭西段河堤》没有交办成，全部没有交办：这件事已经走到别的步骤，请刷新后看看现在能办什么。',
    })
    expect((await see(town, town.office, good)).state).toBe('accepted')
    expect((await town.office.client.call(listMeetings, { params: params() })).items).toEqual([])
  })

  test('that is written down later counts from its own day, as does a consultation', async () => {
    const form = forms(town)
    const id = await bring(server, town, 'accepted')
    server.clock.set('2026-12-08T01:00:00Z')
    const tried = async (heldOn: string) =>
      town.office.client.ask(holdMeeting, {
        params: params(),
        input: {
          ...{ heldOn, place: '镇政府会议室' },
          items: [
            {
              ...(await itemOf(id, town.unitId)),
              form: { leadUnitId: town.unitId, coUnitIds: [town.coUnitId] },
            },
          ],
        },
      })
    // It was handed in on the twenty-third.
    expect(await tried('2026-11-20')).toMatchObject({
      code: 'bad_input',
      fields: { heldOn: '交办会日期要在这件事提出以后，最早填2026年11月23日，请核对。' },
    })
    expect((await tried('2026-11-24')).status).toBe(200)
    const assigned = await see(town, town.office, id)
    expect(assigned.rounds[0]).toMatchObject({ handedOverOn: '2026-11-24', deadline: { on: '2027-02-24' } })
    await step(town, town.unit, id, 'receive', form.receive)
    const consultation = { ...form.consult, heldOn: '2026-12-01' }
    await step(town, town.unit, id, 'consult', consultation)
    const days = await server.database.reader.query<{ action: string; onDay: string }[]>(
      `SELECT action, on_day AS onDay FROM matter_event WHERE matter_id = ? AND kind = 'suggestion'
         AND action IN ('assign', 'receive', 'consult') ORDER BY version`,
      [id],
    )
    expect(days.map(({ action, onDay }) => [action, onDay])).toEqual([
      ['assign', '2026-11-24'],
      ['receive', '2026-12-08'],
      ['consult', '2026-12-01'],
    ])
    const [ask] = await server.database.reader.query<{ askedOn: string; dueOn: string }[]>(
      'SELECT asked_on AS askedOn, due_on AS dueOn FROM ask WHERE matter_id = ?',
      [id],
    )
    expect(ask?.askedOn).toBe('2026-11-24')
    const { items } = await createClient(server.url).call(showBoard, { params: { town: town.id } })
    expect(items).toHaveLength(1)
  })

  test('is for the office, in the past, with each suggestion once', async () => {
    const id = await bring(server, town, 'accepted')
    const item = await itemOf(id, town.unitId)
    const input = { heldOn: '2026-11-23', place: '镇政府会议室', items: [item] }
    const tried = async (person: typeof town.office, changed: object) =>
      (await person.client.refused(holdMeeting, { params: params(), input: { ...input, ...changed } }))
        .message
    expect(await tried(town.unit, {})).toContain('这件事不归您办')
    expect(await tried(town.presidium, {})).toContain('这一步不归您办')
    expect(await tried(town.office, { heldOn: '2026-11-24' })).toBe(
      '交办会日期还没有到，最迟填今天（2026年11月23日）。',
    )
    expect(await tried(town.office, { items: [item, item] })).toBe('同一件建议选了两次，请去掉一个。')
    expect(await tried(town.office, { items: [] })).toBe('请至少选一件建议。')
  })
})

test('raised in session under rules that count from its close, the clock starts there', async () => {
  await town.office.client.call(congressSessions.endpoints.add, {
    params: { town: town.id },
    input: { termNo: 19, sessionNo: 2, openedOn: '2026-11-20', closedOn: '2026-11-24' },
  })
  await town.office.client.call(pickProfile, {
    params: { town: town.id },
    input: { version: await seenRules(town), profile: 'shandongTownship', reason: '本镇在山东。' },
  })
  const id = await bring(server, town, 'accepted')
  server.clock.set('2026-12-01T01:00:00Z')
  const assigned = await step(town, town.office, id, 'assign', forms(town).assign)
  // Two months from the close on 24 November, not from the hand-over.
  expect(assigned.rounds[0]).toMatchObject({ handedOverOn: '2026-12-01', deadline: { on: '2027-01-25' } })
})

test('where the deputy wants it so, no unit has it before the presidium has read it, and none reads that it was so', async () => {
  const id = await start(town, { ...text, presidiumFirst: true })
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  const accepted = await step(town, town.office, id, 'accept', forms(town).accept)
  expect(accepted).toMatchObject({ presidiumFirst: true, waitsFor: 'presidium' })
  expect(accepted.gated).toContainEqual({ action: 'assign', because: 'presidium_first' })
  expect(await toldTo(server, town.presidium)).toContain(
    '王建国代表请主席团先看过《修复大郭西段河堤》（2026-0001）再交办，请打开看过。',
  )
  expect((await refusedStep(town, town.office, id, 'assign', forms(town).assign)).code).toBe(
    'presidium_first',
  )
  expect((await workOf(town, town.presidium, 'mine', { kind: 'suggestion' })).map((row) => row.id)).toEqual([
    id,
  ])
  await step(town, town.presidium, id, 'readFirst')
  expect((await refusedStep(town, town.presidium, id, 'readFirst')).code).toBe('presidium_has_read')
  expect((await step(town, town.office, id, 'assign', forms(town).assign)).state).toBe('assigned')
  const { presidiumFirst, leadDeputy, timeline } = await see(town, town.unit, id)
  expect([presidiumFirst, leadDeputy]).toEqual([false, '王建国'])
  expect(timeline.map(({ action }) => action)).not.toContain('readFirst')
  // Nobody asked for it: the presidium is told nothing, and the office hands over.
  const other = await bring(server, town, 'accepted')
  expect((await toldTo(server, town.presidium)).filter((said) => said.includes('先看过'))).toHaveLength(1)
  expect((await see(town, town.office, other)).waitsFor).toBe('congressOffice')
})
