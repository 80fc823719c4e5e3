import type { ReportMeetingAction } from '../../shared/matters/duty-report-meeting/table'
import type { DutyReportAction } from '../../shared/matters/duty-report/table'
import { type Rating, ratings } from '../../shared/matters/duty-report-meeting/words'
import { addDays, beijingDay, startOfDay } from '../../shared/rules/days'
import { act } from '../../server/engine/act'
import { personas } from '../../server/features/demo/personas'
import { castBallot, drawSlip } from '../../server/matters/duty-report-meeting/ballots'
import { kind as feedback } from '../../server/matters/duty-report/kind'
import { kind } from '../../server/matters/duty-report-meeting/kind'
import { planReportMeeting } from '../../server/matters/duty-report-meeting/plan'
import type { Seeding } from './seeding'

const heldDaysAgo = 5
const noticeDays = 12
const nextDaysAhead = 9
/** Who came, and of these who took paper. */
const voters = 34
const onPaper = 14
/** What thirteen papers said of each, whoever it is: 满意, 基本满意, 不满意. */
const paper = [9, 3, 1] as const

/** 述职: one district has reported and was rated, the notice of a second is out, a third is planned. */
export async function reportToVoters(seeding: Seeding) {
  const { database, townId, today, secretKey } = seeding
  const held = addDays(today, -heldDaysAgo)
  const [first, second, third] = await districtsOf(seeding)
  const before = new Date(startOfDay(addDays(held, -noticeDays)).getTime() + 9 * 3_600_000)
  const at = (hour: number) => new Date(startOfDay(held).getTime() + hour * 3_600_000)

  const meeting = await planned(seeding, first, before)
  await meeting.take('notice', await noticeOf(seeding, held), before)
  const { id, reportIds } = meeting
  await meeting.take(
    'openMeeting',
    { tellerOne: '钱有才', tellerTwo: '孙二妹', hereIds: reportIds },
    at(14.5),
  )
  await meeting.take('openRating', { presentVoters: voters, paperSlips: onPaper }, at(15.5))
  const [open] = await database.reader.query<{ roomCode: string }[]>(
    'SELECT room_code AS roomCode FROM report_rating WHERE meeting_id = ?',
    [id],
  )
  const roomCode = open?.roomCode ?? ''
  for (let voter = 0; voter < voters - onPaper; voter += 1) {
    const { slip } = await database.transaction((tx) => drawSlip(tx, townId, { roomCode }))
    const said = reportIds.map((reportId, no) => ({ reportId, rating: ratingOf(voter + no) }))
    await database.transaction((tx) => castBallot(tx, secretKey, townId, { roomCode, slip, ratings: said }))
  }
  await meeting.take('endRating', {}, at(15.7))
  const [satisfied, basicallySatisfied, notSatisfied] = paper
  const counts = reportIds.map((reportId) => ({ reportId, satisfied, basicallySatisfied, notSatisfied }))
  for (const step of ['countFirst', 'countSecond'] as const)
    await meeting.take(step, { returned: onPaper, spoiled: 1, counts }, at(15.8))
  await meeting.take('announce', {}, at(15.9))
  await sendLetters(seeding, reportIds, new Date(at(15.9).getTime() + 86_400_000))

  const next = await planned(seeding, second, new Date(seeding.now.getTime() - 7_200_000))
  const notice = await noticeOf(seeding, addDays(today, nextDaysAhead))
  await next.take('notice', notice, new Date(seeding.now.getTime() - 3_600_000))
  await planned(seeding, third, new Date(seeding.now.getTime() - 1_800_000))
}

/** One has answered all that was said and everyone reads it, one has the letter, the others wait for theirs. */
async function sendLetters(seeding: Seeding, [first, second]: readonly string[], on: Date) {
  const { database, secretKey } = seeding
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  const take = (id: string, action: DutyReportAction, form: object) =>
    database.transaction((tx) => act(tx, feedback, office, id, action, { form: { ...form }, secretKey }, on))
  for (const id of [first, second]) {
    if (id === undefined) continue
    await take(id, 'sendLetter', { opinions: said.map(([opinion]) => opinion).join('\n') })
  }
  if (first === undefined) return
  const opinions = await database.reader.query<{ id: string; text: string }[]>(
    'SELECT id, text FROM report_opinion WHERE report_id = ? ORDER BY position',
    [first],
  )
  const spokeOn = beijingDay(on)
  for (const { id: opinionId, text } of opinions) {
    const answer = said.find(([opinion]) => opinion === text)?.[1]
    await take(first, 'respondByWord', { opinionId, answer, spokeHow: 'phone', spokeOn })
  }
  await take(first, 'publishResponse', {})
}

/** What the voters said, and what one answers. */
const said = [
  ['多到几个偏远的组走一走。', '每个季度各去一次，日子提前贴在组里。'],
  ['提的建议办得怎么样，回来讲一讲。', '公开栏上都有；看不清的，赶集那天在活动室讲。'],
] as const

const ratingOf = (no: number): Rating => ratings[no % 7 === 3 ? 2 : no % 3 === 1 ? 1 : 0] ?? 'satisfied'

async function noticeOf({ database, townId }: Seeding, heldOn: string) {
  const [chair] = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM person WHERE town_id = ? AND name = ?',
    [townId, personas.find(({ key }) => key === 'presidium')?.name],
  )
  return { heldOn, startsAt: '14:30', place: '村文化广场', chairId: chair?.id ?? '' }
}

/** In the order of the register, those whose deputies do not sit in the presidium. */
async function districtsOf({ database, townId }: Seeding) {
  const found = await database.reader.query<{ id: string }[]>(
    `SELECT d.id FROM electoral_district d WHERE d.town_id = ? AND d.congress_level = 'township'
       AND d.ended_on IS NULL AND EXISTS (SELECT 1 FROM mandate h WHERE h.electoral_district_id = d.id
         AND h.congress_level = 'township' AND h.ended_on IS NULL)
       AND NOT EXISTS (SELECT 1 FROM mandate h JOIN person p ON p.id = h.person_id
         WHERE h.electoral_district_id = d.id AND p.name = ?) ORDER BY d.position, d.id LIMIT 3`,
    [townId, personas.find(({ key }) => key === 'presidium')?.name],
  )
  return found.map(({ id }) => id)
}

async function planned(seeding: Seeding, district: string | undefined, on: Date) {
  const { database, secretKey, today } = seeding
  const office = await seeding.actorOf(personas.find(({ key }) => key === 'office')?.name ?? '')
  const input = { planYear: Number(today.slice(0, 4)), electoralDistrictId: district ?? '' }
  const id = await database.transaction((tx) => planReportMeeting(tx, office, input, on))
  const reports = await database.reader.query<{ id: string }[]>(
    'SELECT id FROM duty_report WHERE meeting_id = ? ORDER BY position, id',
    [id],
  )
  return {
    id,
    reportIds: reports.map((one) => one.id),
    take: (action: ReportMeetingAction, form: object, at: Date) =>
      database.transaction((tx) => act(tx, kind, office, id, action, { form: { ...form }, secretKey }, at)),
  }
}
