import { randomInt } from 'node:crypto'
import type * as z from 'zod/mini'
import type {
  ReportMeetingAction,
  reportMeetingActions,
} from '../../../shared/matters/duty-report-meeting/table'
import { type Rating as Rate, ratings, spokenSlips } from '../../../shared/matters/duty-report-meeting/words'
import { wrongField } from '../../../shared/words/refusals'
import { DutyReportMeeting } from '../../database/entities/matters/duty-report-meeting'
import { ReportRating } from '../../database/entities/matters/report-rating'
import { ReportSlip } from '../../database/entities/matters/report-slip'
import type { Tx } from '../../database/source'
import { updateEach } from '../../database/update-each'
import type { Effect, StepOf } from '../../engine/kind'
import { beginDutyReports } from '../duty-report/begin-reports'
import { checkCount, type PaperCount } from './paper-counts'
import { countingOf, hereOf, type ReportMeetingRecord } from './record'
import { noVotes, openSums, sealSums } from './sealed-ratings'

type FormOf<A extends ReportMeetingAction> = z.output<(typeof reportMeetingActions)[A]['input']>
type Step = StepOf<ReportMeetingRecord>
type Rating =
  'openRating' | 'shiftSlips' | 'endRating' | 'countFirst' | 'countSecond' | 'announce' | 'voidRating'

/** From the first slip to the sums. */
export const rating: { readonly [A in Rating]: Effect<ReportMeetingRecord> } = {
  async openRating({ tx, record, form, secretKey }) {
    const { presentVoters, paperSlips } = form as FormOf<'openRating'>
    if (presentVoters === 0) throw wrongField('presentVoters', '还没有选民到会，先不表决。')
    if (paperSlips > presentVoters) throw wrongField('paperSlips', '纸质票比到会人数多，请重数。')
    await tx.update(DutyReportMeeting, { id: record.id }, { presentVoters, paperSlips })
    const none = new Map(hereOf(record).map(({ id }) => [id, noVotes] as const))
    await tx.insert(ReportRating, {
      ...{ meetingId: record.id, townId: record.townId, roomCode: await freeCode(tx, record.townId) },
      ...{ phoneSlips: presentVoters - paperSlips, drawn: 0, used: 0, firstCount: null, secondCount: null },
      sealedTally: sealSums(secretKey, record.id, none),
    })
  },

  /** A phone that draws at the same moment comes before it or finds fewer slips: there is one row for both. */
  async shiftSlips({ tx, record, form }) {
    const { slips } = form as FormOf<'shiftSlips'>
    if (slips === 0) throw wrongField('slips', '请填几位改用纸质票，至少 1 位。')
    const shifted = await tx
      .createQueryBuilder()
      .update(ReportRating)
      .set({ phoneSlips: () => `phone_slips - ${Math.trunc(slips)}` })
      .where('meeting_id = :id AND phone_slips - drawn >= :slips', { id: record.id, slips })
      .execute()
    if (shifted.affected !== 1) throw wrongField('slips', '手机票已经都领走了，没有可换的。')
    await tx.update(DutyReportMeeting, { id: record.id }, { paperSlips: (record.paperSlips ?? 0) + slips })
    return { reason: spokenSlips(slips) }
  },

  async endRating({ tx, record }) {
    await tx.delete(ReportSlip, { meetingId: record.id })
  },

  countFirst: (step) => keepCount(step, 'firstCount', step.record.tellerOne),
  countSecond: (step) => keepCount(step, 'secondCount', step.record.tellerTwo),

  async announce({ tx, record, secretKey, at, calendar, now }) {
    const [open] = await tx.query<{ sealed: string }[]>(
      'SELECT sealed_tally AS sealed FROM report_rating WHERE meeting_id = ?',
      [record.id],
    )
    const phone = openSums(secretKey, record.id, open?.sealed ?? '')
    const paper = record.paperSlips === 0 ? [] : (record.rating?.first?.counts ?? [])
    const sums = hereOf(record).map(({ id }) => {
      const [byPhone, onPaper] = [phone.get(id), paper.find(({ reportId }) => reportId === id)]
      const sum = (one: Rate) => (byPhone?.[one] ?? 0) + (onPaper?.[one] ?? 0)
      const [satisfied, basically, not] = ratings.map(sum)
      return { id, satisfied: satisfied ?? 0, basically_satisfied: basically ?? 0, not_satisfied: not ?? 0 }
    })
    await updateEach(tx, 'duty_report', sums)
    // The code is known on, so that whoever comes late hears that it is over; of the votes only the sums are left.
    await tx.update(ReportRating, { meetingId: record.id }, { ...nothingLeft, sealedTally: '' })
    const delivered = hereOf(record).map(({ id }) => id)
    await beginDutyReports(tx, record.townId, delivered, { since: at, calendar, now })
  },

  async voidRating({ tx, record, form }) {
    await tx.delete(ReportSlip, { meetingId: record.id })
    await tx.delete(ReportRating, { meetingId: record.id })
    await tx.update(DutyReportMeeting, { id: record.id }, { presentVoters: null, paperSlips: null })
    return { reason: (form as FormOf<'voidRating'>).reason }
  },
}

const nothingLeft = { phoneSlips: 0, drawn: 0, used: 0, firstCount: null, secondCount: null }

/** @throws Refusal `bad_input` */
async function keepCount(
  { tx, record, form }: Step,
  column: 'firstCount' | 'secondCount',
  teller: string | null,
) {
  const count = form as unknown as PaperCount
  checkCount(countingOf(record), count)
  await tx.update(ReportRating, { meetingId: record.id }, { [column]: JSON.stringify(count) })
  return { reason: teller ?? '' }
}

/** Six digits that no other rating of the town uses. */
async function freeCode(tx: Tx, townId: string): Promise<string> {
  const roomCode = String(randomInt(100_000, 1_000_000))
  return (await tx.existsBy(ReportRating, { townId, roomCode })) ? freeCode(tx, townId) : roomCode
}
