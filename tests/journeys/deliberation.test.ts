import { showSummary } from '../../shared/matters/deliberation-summary/endpoints'
import { deliberationIn } from '../support/deliberation'
import { addGroup } from '../support/group'
import { hallIn, seatDeputies } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'

/** 审议意见: what was said in the groups becomes one list, which the government answers item by item. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let summary: ReturnType<typeof deliberationIn>
let meetingId: string
let id: string
const title = '第19届第3次会议'
const said = Array.from({ length: 46 }, (_, at) => `第${at + 1}条意见`)

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  await seatDeputies(server, town, 3)
  await addGroup(server, town, [town.deputy, town.coSigner])
  await staySignedIn(server)
  hall = hallIn(server, town)
  summary = deliberationIn(server, town)
  meetingId = await hall.plan('congressSession', title)
  await hall.step(meetingId, 'conveneBody', {
    ...{
      day: '2026-12-10',
      startsAt: '9:00',
      place: '镇政府三楼会议室',
      agenda: '听取和审议镇人民政府工作报告',
    },
  })
  server.clock.set('2026-12-10T01:00:00Z')
  await staySignedIn(server)
  const { persons } = await hall.roll(meetingId)
  await hall.mark(
    meetingId,
    'arrived',
    persons.map((one) => one.id),
  )
  await hall.step(meetingId, 'open')
})
afterAll(() => server.stop())

const agendaItemId = async () => (await hall.see(meetingId)).agenda[0]?.id ?? ''
const notesOf = async (kind = 'opinion') =>
  (await summary.see(id)).notes.filter((one) => one.kind === kind).map((one) => one.id)
const waitsFor = async () => (await summary.see(id)).waitsFor

test('notes are typed by group while it is held; each group reads its own, the clerk and the presidium all', async () => {
  const [{ id: groupId } = { id: '' }] = await server.database.reader.query<{ id: string }[]>(
    'SELECT deputy_group_id AS id FROM person WHERE id = ?',
    [town.deputy.id],
  )
  await summary.note(meetingId, await agendaItemId(), [
    ...said.map((text, at) => ({
      ...{ text, ...(at < 10 ? { groupId } : {}) },
      ...(at === 0 ? { speakerId: town.deputy.id } : {}),
    })),
    ...Array.from({ length: 5 }, (_, at) => ({ text: `第${at + 1}个询问`, noteKind: 'question' as const })),
    ...Array.from({ length: 6 }, (_, at) => ({ text: `第${at + 1}句肯定`, noteKind: 'praise' as const })),
  ])
  expect((await hall.see(meetingId)).notes).toHaveLength(57)
  expect((await hall.see(meetingId, town.presidium)).notes).toHaveLength(57)
  expect((await hall.see(meetingId, town.coSigner)).notes.map(({ text }) => text)).toEqual(said.slice(0, 10))
  expect((await hall.see(meetingId, town.otherDeputy)).notes).toEqual([])
  const stranger = { agendaItemId: await agendaItemId(), noteKind: 'opinion', text: '他说的' }
  expect(
    (await hall.asked(meetingId, 'noteDeliberation', { ...stranger, speakerId: town.unit.id })).fields,
  ).toEqual({ speakerId: '这位不在应到的人里，请重新选择；列席的人说的不用选。' })
})

test('when it is over the office sorts them; the sheets of a group may still be typed', async () => {
  await hall.step(meetingId, 'endItem', { agendaItemId: await agendaItemId(), outcome: 'noted' })
  expect((await hall.see(meetingId)).summary).toBeNull()
  await hall.step(meetingId, 'end')
  id = (await hall.see(meetingId)).summary?.id ?? ''
  expect((await toldTo(server, town.office))[0]).toBe(
    '发言 57 条：意见 46 条，询问 5 条，肯定 6 条，请在12月17日前整理成审议意见，交镇政府。',
  )
  expect((await hall.see(meetingId, town.deputy)).summary).toBeNull()
  const { code } = await town.deputy.client.refused(showSummary, { params: { town: town.id, id } })
  expect(code).toBe('not_found')
  await summary.note(meetingId, await agendaItemId(), [{ text: '纸上的一条' }])
  expect((await summary.see(id)).notes).toHaveLength(58)
})

test('nothing that was said is lost: each opinion stands in an item, or it is said why not', async () => {
  const [paper = '', ...opinions] = [(await notesOf()).at(-1) ?? '', ...(await notesOf()).slice(0, -1)]
  const questions = await notesOf('question')
  const early = await summary.asked(id, 'handOver', { unitId: town.coUnitId }, town.presidium)
  expect([early.code, early.message]).toEqual([
    'notes_unused',
    '还有52条没有列入，也没写为什么：一条一条整理，或者点“不列入，写原因”。',
  ])
  await summary.step(id, 'gather', { noteIds: opinions.slice(0, 20), text: '写错了' }, town.office)
  const wrong = (await summary.see(id)).items[0]?.id ?? ''
  const twice = { noteIds: opinions.slice(0, 1), text: '再列一次' }
  expect((await summary.asked(id, 'gather', twice, town.office)).fields).toEqual({
    noteIds: '有的发言已经列进别的一条，请重新选；要改的，先拆开那一条。',
  })
  await summary.step(id, 'takeApart', { itemId: wrong }, town.office)
  await summary.step(
    id,
    'gather',
    { noteIds: opinions.slice(0, 21), text: '路灯要亮', unitId: town.unitId },
    town.office,
  )
  for (const [at, noteId] of [...opinions.slice(21), ...questions].entries())
    await summary.step(id, 'gather', { noteIds: [noteId], text: `整理的第${at + 2}条` }, town.office)
  const last = await summary.asked(id, 'handOver', { unitId: town.coUnitId }, town.presidium)
  expect(last.message).toContain('还有1条没有列入')
  expect(await waitsFor()).toBe('congressOffice')
  await summary.step(id, 'leaveOut', { noteIds: [paper], reason: '和第一条一样' }, town.office)
  expect(await waitsFor()).toBe('presidium')
  expect((await summary.see(id)).items.map(({ notes }) => notes)).toEqual([21, ...Array<number>(30).fill(1)])
  expect((await summary.asked(id, 'dropAll', { reason: '没有' }, town.presidium)).code).toBe(
    'summary_items_there',
  )
})

test('the presidium hands it over: the government is told once, every deputy reads it, and no name goes along', async () => {
  await summary.step(id, 'handOver', { unitId: town.coUnitId }, town.presidium)
  const line = `${title}审议意见 31 条`
  expect(await toldTo(server, town.coUnit)).toEqual([`${line}请研究办理，2027年2月10日前答复。`])
  expect((await toldTo(server, town.otherDeputy))[0]).toBe(
    `${line}交镇政府了，2027年2月10日前答复，您可以打开看。`,
  )
  for (const reader of [town.coUnit, town.otherDeputy]) {
    const { items, notes, timeline } = await summary.see(id, reader)
    expect([items.length, notes]).toEqual([31, []])
    expect(JSON.stringify(timeline)).not.toContain('和第一条一样')
  }
  const { code } = await town.unit.client.refused(showSummary, { params: { town: town.id, id } })
  expect(code).toBe('not_found')
  const closed = { agendaItemId: await agendaItemId(), noteKind: 'opinion', text: '晚了的一条' }
  expect((await hall.asked(meetingId, 'noteDeliberation', closed)).code).toBe('notes_closed')
  expect((await hall.see(meetingId, town.otherDeputy)).summary).toEqual({ id, says: '等镇政府答复' })
})

const answer = (itemId: string, text: string) => ({ itemId, answerKind: 'planned', answer: text })

test('each item is answered; what is late is asked for, and with the last one the presidium is asked to hear it', async () => {
  const items = (await summary.see(id)).items.map((one) => one.id)
  for (const itemId of items.slice(0, 28))
    await summary.step(id, 'answer', answer(itemId, '明年春天换灯'), town.coUnit)
  const onPaper = { spokeHow: 'paper', spokeOn: '2026-12-10' }
  await summary.step(id, 'answerByWord', { ...answer(items[28] ?? '', '在办'), ...onPaper }, town.office)
  for (const day of ['2027-02-08', '2027-02-11']) {
    server.clock.set(`${day}T01:00:00Z`)
    await server.run('clock')
  }
  await staySignedIn(server)
  expect((await toldTo(server, town.coUnit))[0]).toBe(
    `${title}审议意见还有 2 条没有答复，请在2月10日前一条一条答复。`,
  )
  expect((await toldTo(server, town.office))[0]).toBe(
    `${title}审议意见还有 2 条没有答复，镇财政所过了2月10日，请提醒一下。`,
  )
  expect((await summary.see(id)).due?.urgency).toBe('overdue')
  for (const itemId of items.slice(29)) await summary.step(id, 'answer', answer(itemId, '在办'), town.coUnit)
  expect((await summary.see(id)).state).toBe('answered')
  expect((await toldTo(server, town.presidium))[0]).toBe(`${title}审议意见都答复了，请安排听取。`)
})

test('what is not enough is asked for again, once; then it is heard, and whoever left the name reads the answer', async () => {
  const [first = '', second = '', third = '', other = ''] = (await summary.see(id)).items.map((one) => one.id)
  const again = { itemIds: [first, second, third], reason: '哪个月换，花多少钱' }
  await summary.step(id, 'sendBack', again, town.presidium)
  expect((await toldTo(server, town.coUnit))[0]).toBe(
    `${title}审议意见有 3 条请再答复，3月11日前：哪个月换，花多少钱`,
  )
  expect((await summary.asked(id, 'answer', answer(other, '没有问的'), town.coUnit)).fields).toEqual({
    itemId: '这一条主席团没有要求再答复，请选要再答复的。',
  })
  for (const itemId of again.itemIds)
    await summary.step(id, 'answer', answer(itemId, '三月换，两万元'), town.coUnit)
  const once = await summary.asked(id, 'sendBack', again, town.presidium)
  expect([once.code, once.message]).toEqual([
    'answer_sent_back',
    '已经请政府再答复过一次，可以列入下次大会议程。',
  ])
  await summary.step(id, 'hear', { heardOn: '2027-02-11', note: '主席团第十一次会议' }, town.presidium)
  expect((await toldTo(server, town.deputy)).slice(0, 2)).toContain(
    '您在会上说的“第1条意见”答复了（有计划，正在办）：三月换，两万元',
  )
  expect((await toldTo(server, town.otherDeputy))[0]).toBe(
    `${title}审议意见的答复，主席团听取了，您可以打开看。`,
  )
  expect((await summary.see(id, town.deputy)).state).toBe('heard')
})

test('a meeting at which nothing was said leaves none; the minutes count what was said', async () => {
  await hall.step(meetingId, 'draftMinutes', {})
  expect(JSON.stringify((await hall.see(meetingId)).minutes)).toContain(
    '审议发言 58 条：意见 47 条，询问 5 条，肯定 6 条。',
  )
  const next = await hall.plan('presidiumMeeting', '主席团第十一次会议', '2027-03-31')
  await hall.step(next, 'conveneBody', {
    ...{ day: '2027-02-20', startsAt: '9:00', place: '会议室', agenda: '听取汇报' },
  })
  await hall.mark(next, 'arrived', [town.presidium.id])
  await hall.step(next, 'open')
  const item = (await hall.see(next)).agenda[0]?.id ?? ''
  await summary.note(next, item, [{ text: '办得好', noteKind: 'praise' }])
  await hall.step(next, 'endItem', { agendaItemId: item, outcome: 'noted' })
  await hall.step(next, 'end')
  expect((await hall.see(next)).summary).toBeNull()
})
