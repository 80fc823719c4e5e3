import type { MeetingAction } from '../../shared/matters/meeting/table'
import { addDays, startOfDay } from '../../shared/rules/days'
import { isHeld } from '../../server/database/in-office'
import { newId } from '../../server/database/id'
import { act } from '../../server/engine/act'
import { personas } from '../../server/features/demo/personas'
import { kind as questionKind } from '../../server/matters/group-question/kind'
import { startQuestion } from '../../server/matters/group-question/start'
import { kind } from '../../server/matters/meeting/kind'
import { keepMarks } from '../../server/matters/meeting/marks'
import { planBodyMeeting } from '../../server/matters/meeting/plan'
import { kind as resolutionKind } from '../../server/matters/resolution/kind'
import type { Seeding } from './seeding'

const unitName = '镇民政办公室'
const place = '镇政府小会议室'
/** Days from today: two that were held, and one that is called together. */
const days = { first: -88, second: -16, next: 9 } as const
const fire = '把敬老院的消防改好'
const wall = '把本年的预算表贴到各村公开栏'

/** 主席团会议: of what the first one gave somebody to do, one thing is done, and one stands on the next agenda again. */
export async function meetPresidium(seeding: Seeding) {
  const { database, townId, today, now, unitId, staffOf } = seeding
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  // It may be early in the day that the town is begun on.
  const at = (day: number, hour: number) =>
    new Date(Math.min(startOfDay(addDays(today, day)).getTime() + hour * 3_600_000, now.getTime()))
  const members = await database.reader.query<{ id: string }[]>(
    `SELECT DISTINCT o.person_id AS id FROM post o
     WHERE o.town_id = ? AND o.post_kind = 'presidiumMember' AND ${isHeld('o')} ORDER BY o.person_id`,
    [townId],
  )
  const convened = async (title: string, day: number, agenda: readonly string[], noticed: number) => {
    const input = { meetingKind: 'presidiumMeeting', title, heldBy: addDays(today, day) } as const
    const id = await database.transaction((tx) => planBodyMeeting(tx, office, input, at(noticed, 9)))
    const take = (action: MeetingAction, form: object, when: Date) =>
      database.transaction((tx) => act(tx, kind, office, id, action, { form: { ...form } }, when))
    const form = { day: input.heldBy, startsAt: '9:00', place, agenda: agenda.join('\n') }
    await take('conveneBody', form, at(noticed, 10))
    return { id, take }
  }
  const held = async (title: string, day: number, agenda: readonly string[]) => {
    const { id, take } = await convened(title, day, agenda, day - 7)
    const marks = members.map(({ id: personId }, no) => ({
      ...{ id: newId(), personId, mark: no === 0 ? 'absent' : 'arrived', undoes: null },
      ...{ at: at(day, 8.9).getTime() + no * 3_000, source: 'clerk' },
    })) as Parameters<typeof keepMarks>[3]['marks']
    const roll = { rollNo: 1, observers: 7, marks }
    await database.transaction((tx) => keepMarks(tx, office, id, roll, at(day, 9)))
    await take('open', {}, at(day, 9.1))
    const items = await database.reader.query<{ id: string; resolutionId: string | null }[]>(
      'SELECT id, resolution_id AS resolutionId FROM agenda_item WHERE meeting_id = ? ORDER BY position',
      [id],
    )
    return { id, take, items }
  }
  const first = await held('主席团第八次会议', days.first, ['研究敬老院消防', '听取预算执行情况'])
  const given = { first: [fire, unitId(unitName)], second: [wall, undefined] } as const
  for (const [no, [what, by]] of Object.values(given).entries()) {
    const form = { agendaItemId: first.items[no]?.id ?? '', what, unitId: by }
    await first.take(
      'assign',
      { ...form, dueOn: addDays(today, days.first + 45) },
      at(days.first, 10 + no / 2),
    )
  }
  for (const { id } of first.items)
    await first.take('endItem', { agendaItemId: id, outcome: 'noted' }, at(days.first, 11))
  await first.take('end', {}, at(days.first, 11.5))
  await first.take('draftMinutes', {}, at(days.first + 1, 15))
  const [fireId = '', wallId = ''] = (
    await database.reader.query<{ id: string }[]>(
      'SELECT id FROM resolution WHERE meeting_id = ? ORDER BY position',
      [first.id],
    )
  ).map(({ id }) => id)
  const report = async (id: string, actor: typeof office, result: string, day: number) =>
    database.transaction((tx) =>
      act(tx, resolutionKind, actor, id, 'report', { form: { result } }, at(day, 10)),
    )
  await report(wallId, office, '各村都贴了，附了一句能听懂的说明。', days.first + 20)
  await report(fireId, await staffOf(unitName), '灭火器换了十二具，喷淋在等配件。', days.first + 43)
  const second = await held('主席团第九次会议', days.second, ['听取建议办理情况'])
  const still = { reason: '喷淋的配件下月才到', dueOn: addDays(today, 30) }
  await second.take('keepResolution', { resolutionId: fireId, ...still }, at(days.second, 9.3))
  await second.take('closeResolution', { resolutionId: wallId, note: '几个村都去看了' }, at(days.second, 9.5))
  await second.take('approveMinutes', { meetingId: first.id }, at(days.second, 9.6))
  for (const { id, resolutionId } of second.items)
    if (resolutionId === null)
      await second.take('endItem', { agendaItemId: id, outcome: 'noted' }, at(days.second, 11))
  await second.take('end', {}, at(days.second, 11.5))
  await second.take('draftMinutes', {}, at(days.second + 1, 15))
  await convened('主席团第十次会议', days.next, ['研究下次人代会的议程'], 0)
  await askAllGroups(seeding, office, at(-5, 9))
}

const answers = [
  [9, 1, 0, '路窄，逢集堵。', '划线停车，集市挪到广场。'],
  [8, 0, 2, '支持，要留出村民的车位。', '先试三个月。'],
  [9, 0, 0, '', ''],
] as const

/** 请各组讨论: some groups have answered, and the others have some days yet. */
async function askAllGroups(
  { database, townId, today }: Seeding,
  office: Awaited<ReturnType<Seeding['actorOf']>>,
  at: Date,
) {
  const input = { question: '集镇停车怎么管？', until: addDays(today, 12) }
  const id = await database.transaction((tx) => startQuestion(tx, office, input, at))
  const groups = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM deputy_group WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  for (const [no, [inFavour, against, noOpinion, reasons, proposals]] of answers.entries()) {
    const form = { groupId: groups[no]?.id ?? '', inFavour, against, noOpinion, reasons, proposals }
    await database.transaction((tx) =>
      act(tx, questionKind, office, id, 'answerForGroup', { form }, new Date(at.getTime() + no * 3_600_000)),
    )
  }
}
