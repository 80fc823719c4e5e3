import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import type {
  castBallot as castEndpoint,
  drawSlip as drawEndpoint,
} from '../../../shared/matters/duty-report-meeting/ballots'
import type { ReportMeetingState } from '../../../shared/matters/duty-report-meeting/table'
import { meetingTitle } from '../../../shared/matters/duty-report-meeting/words'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import { ReportRating } from '../../database/entities/matters/report-rating'
import { ReportSlip } from '../../database/entities/matters/report-slip'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { openSums, sealSums } from './sealed-ratings'

/**
 * 选民表决. What is written here is a slip, its mark, and a sealed sum: nothing that leads to whoever votes, no time, no
 * order, no event, nobody woken. A request carries no key and leaves no line in the log.
 */

interface Room {
  meetingId: string
  state: ReportMeetingState
  district: string
}

/** @throws Refusal `rating_not_open`, `rating_over` */
async function roomOf(tx: Tx, townId: string, roomCode: string): Promise<Room> {
  const [room] = await tx.query<Room[]>(
    `SELECT x.meeting_id AS meetingId, m.state, d.name AS district
     FROM report_rating x JOIN matter m ON m.id = x.meeting_id
       JOIN duty_report_meeting v ON v.id = x.meeting_id
       JOIN electoral_district d ON d.id = v.electoral_district_id
     WHERE x.town_id = ? AND x.room_code = ?`,
    [townId, roomCode],
  )
  if (room === undefined) throw new Refusal('rating_not_open')
  if (room.state !== 'rating') throw new Refusal('rating_over')
  return room
}

const reportsIn = (tx: Tx, meetingId: string) =>
  tx.query<{ id: string; deputy: string }[]>(
    `SELECT r.id, p.name AS deputy FROM duty_report r JOIN person p ON p.id = r.person_id
     WHERE r.meeting_id = ? AND r.here = 1 ORDER BY r.position, r.id`,
    [meetingId],
  )

const stillRating = `EXISTS (SELECT 1 FROM matter m WHERE m.id = report_rating.meeting_id AND m.state = 'rating')`

/** One for each head that has no paper. @throws Refusal `slips_used_up`, and as `roomOf` says */
export async function drawSlip(
  tx: Tx,
  townId: string,
  { roomCode, slip: drawn }: InputOf<typeof drawEndpoint>,
): Promise<OutputOf<typeof drawEndpoint>> {
  const { meetingId, district } = await roomOf(tx, townId, roomCode)
  const shown = { title: meetingTitle(district), reports: await reportsIn(tx, meetingId) }
  const own = drawn && (await tx.findOneBy(ReportSlip, { meetingId, digest: digestOf(drawn) }))
  if (own) return { ...shown, slip: drawn, used: Boolean(own.used) }
  const counted = await tx
    .createQueryBuilder()
    .update(ReportRating)
    .set({ drawn: () => 'drawn + 1' })
    .where(`meeting_id = :meetingId AND drawn < phone_slips AND ${stillRating}`, { meetingId })
    .execute()
  if (counted.affected !== 1) throw new Refusal('slips_used_up')
  const slip = newId()
  await tx.insert(ReportSlip, { meetingId, digest: digestOf(slip), used: false })
  return { ...shown, slip, used: false }
}

/** Counts once; whoever did not hear the answer asks again. @throws Refusal `slip_unknown`, `bad_input`, as `roomOf` says */
export async function castBallot(
  tx: Tx,
  secretKey: string,
  townId: string,
  { roomCode, slip, ratings }: InputOf<typeof castEndpoint>,
): Promise<OutputOf<typeof castEndpoint>> {
  const { meetingId } = await roomOf(tx, townId, roomCode)
  const known = new Set((await reportsIn(tx, meetingId)).map(({ id }) => id))
  const isOnce = new Set(ratings.map(({ reportId }) => reportId)).size === ratings.length
  if (!isOnce || ratings.some(({ reportId }) => !known.has(reportId)))
    throw wrongField('ratings', '有的代表不在这次会上，请重新扫码。')
  const digest = digestOf(slip)
  const marked = await tx.update(ReportSlip, { meetingId, digest, used: false }, { used: true })
  if (marked.affected !== 1) {
    if (await tx.existsBy(ReportSlip, { meetingId, digest })) return { done: true, already: true }
    throw new Refusal('slip_unknown')
  }
  // Whoever ends it moves the meeting: a vote comes before that, or finds it ended and takes its mark back with it.
  const counted = await tx
    .createQueryBuilder()
    .update(ReportRating)
    .set({ used: () => 'used + 1' })
    .where(`meeting_id = :meetingId AND ${stillRating}`, { meetingId })
    .execute()
  if (counted.affected !== 1) throw new Refusal('rating_over')
  // The row is ours until the end of the transaction, so nobody counts between these two.
  const [open] = await tx.query<{ sealed: string }[]>(
    'SELECT sealed_tally AS sealed FROM report_rating WHERE meeting_id = ?',
    [meetingId],
  )
  const sums = new Map(openSums(secretKey, meetingId, open?.sealed ?? ''))
  for (const { reportId, rating } of ratings) {
    const votes = sums.get(reportId)
    if (votes !== undefined) sums.set(reportId, { ...votes, [rating]: votes[rating] + 1 })
  }
  await tx.update(ReportRating, { meetingId }, { sealedTally: sealSums(secretKey, meetingId, sums) })
  return { done: true, already: false }
}
