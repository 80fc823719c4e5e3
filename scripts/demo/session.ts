import type { MeetingAction } from '../../shared/matters/meeting/table'
import { addDays, startOfDay } from '../../shared/rules/days'
import { isTownshipDeputy } from '../../server/database/in-office'
import { newId } from '../../server/database/id'
import { act } from '../../server/engine/act'
import { personas } from '../../server/features/demo/personas'
import { kind as summaryKind } from '../../server/matters/deliberation-summary/kind'
import { kind } from '../../server/matters/meeting/kind'
import { keepMarks } from '../../server/matters/meeting/marks'
import { planBodyMeeting } from '../../server/matters/meeting/plan'
import type { Seeding } from './seeding'

const daysAgo = 24
const noticeDays = 12
const agenda = ['听取和审议镇人民政府工作报告', '审查和批准预算执行情况']
const said = [
  ['opinion', '几个村的路灯坏了没有人修，报告里没有写谁来管。'],
  ['opinion', '村口的灯天黑以后不亮，老人出门摔过。'],
  ['opinion', '水渠清淤要赶在入冬以前，不要拖到开春。'],
  ['question', '敬老院的消防改造花了多少钱，什么时候完？'],
  ['praise', '通村路修得好，群众都说方便了。'],
] as const

/** 人代会: a session that was held and minuted; what was said in the groups is with the government, half of it answered. */
export async function holdSession(seeding: Seeding) {
  const { database, townId, today, unitId } = seeding
  const on = addDays(today, -daysAgo)
  const at = (hour: number, days = 0) => new Date(startOfDay(addDays(on, days)).getTime() + hour * 3_600_000)
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  const chair = await seeding.actorOf(personas.find(({ key }) => key === 'presidium')?.name ?? '')
  const input = { meetingKind: 'congressSession', title: '第19届第3次会议', heldBy: on } as const
  const id = await database.transaction((tx) => planBodyMeeting(tx, office, input, at(9, -noticeDays - 1)))
  const take = (action: MeetingAction, form: object, when: Date) =>
    database.transaction((tx) => act(tx, kind, office, id, action, { form: { ...form } }, when))
  const where = { day: on, startsAt: '9:00', place: '镇政府三楼会议室' }
  await take('conveneBody', { ...where, agenda: agenda.join('\n') }, at(9, -noticeDays))
  const seats = await database.reader.query<{ id: string; groupId: string | null }[]>(
    `SELECT p.id, p.deputy_group_id AS groupId FROM person p
     WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`,
    [townId],
  )
  const marks = seats.map(({ id: personId }, no) => ({
    ...{ id: newId(), personId, mark: no < seats.length - 3 ? 'arrived' : 'absent', undoes: null },
    ...{ at: at(8.9).getTime() + no * 3_000, source: 'clerk' },
  })) as Parameters<typeof keepMarks>[3]['marks']
  await database.transaction((tx) => keepMarks(tx, office, id, { rollNo: 1, observers: 16, marks }, at(9)))
  await take('open', {}, at(9.1))
  const items = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM agenda_item WHERE meeting_id = ? ORDER BY position',
    [id],
  )
  const [first = { id: '' }, second = { id: '' }] = items
  for (const [no, [noteKind, text]] of said.entries()) {
    const speaker = seats[no * 9]
    const who = speaker === undefined ? {} : { speakerId: speaker.id, groupId: speaker.groupId ?? undefined }
    await take('noteDeliberation', { agendaItemId: first.id, noteKind, text, ...who }, at(10 + no / 10))
  }
  const vote = { method: 'showOfHands', no: 1, abstain: 2, yes: seats.length - 6 }
  await take('decideItem', { agendaItemId: first.id, text: '批准镇人民政府工作报告。', ...vote }, at(11))
  await take('decideItem', { agendaItemId: second.id, text: '批准预算执行情况的报告。', ...vote }, at(11.2))
  await take('end', {}, at(11.5))
  await take('draftMinutes', {}, at(15, 1))
  await answerHalf(seeding, id, { office, chair, unitId: unitId('镇财政所') }, at)
}

type Actor = Parameters<typeof planBodyMeeting>[1]

async function answerHalf(
  { database, townId, staffOf }: Seeding,
  meetingId: string,
  { office, chair, unitId }: { office: Actor; chair: Actor; unitId: string },
  at: (hour: number, days: number) => Date,
) {
  const [summary] = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM deliberation_summary WHERE town_id = ? AND meeting_id = ?',
    [townId, meetingId],
  )
  const notes = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM deliberation_note WHERE meeting_id = ? ORDER BY position',
    [meetingId],
  )
  const take = (actor: Actor, action: string, form: object, when: Date) =>
    database.transaction((tx) =>
      act(tx, summaryKind, actor, summary?.id ?? '', action, { form: { ...form } }, when),
    )
  const [lamp = '', lights = '', ditch = '', fire = ''] = notes.map((one) => one.id)
  const items = [
    { noteIds: [lamp, lights], text: '村里的路灯坏了要有人修，写明谁管、几天修好。' },
    { noteIds: [ditch], text: '水渠清淤赶在入冬以前。' },
    { noteIds: [fire], text: '敬老院消防改造花了多少钱、什么时候完，请说明。' },
  ]
  for (const [no, form] of items.entries()) await take(office, 'gather', form, at(9 + no, 2))
  await take(chair, 'handOver', { unitId }, at(15, 3))
  const [first] = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM summary_item WHERE summary_id = ? ORDER BY position LIMIT 1',
    [summary?.id ?? ''],
  )
  const answer = '定了由各村管护员报修，五天内修好；坏的十一盏已经换了七盏。'
  await take(
    await staffOf('镇财政所'),
    'answer',
    { itemId: first?.id ?? '', answerKind: 'planned', answer },
    at(10, 15),
  )
}
