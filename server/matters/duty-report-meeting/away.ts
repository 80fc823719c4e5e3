import type * as z from 'zod/mini'
import { isRipe } from '../../../shared/matters/duty-report-meeting/plan'
import type { reportMeetingActions } from '../../../shared/matters/duty-report-meeting/table'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { DutyReport } from '../../database/entities/matters/duty-report'
import { ReportPutOff } from '../../database/entities/matters/report-put-off'
import type { Tx } from '../../database/source'
import type { Effect, StepOf } from '../../engine/kind'
import { readLastYear } from './read-plan'
import type { Report, ReportMeetingRecord } from './record'

type FormOf<A extends 'postpone' | 'release'> = z.output<(typeof reportMeetingActions)[A]['input']>
type Step = StepOf<ReportMeetingRecord>

/** One who does not report at this meeting: in a later year, or, with a ground, no more in this term. */
export const away: { readonly [A in 'postpone' | 'release']: Effect<ReportMeetingRecord> } = {
  async postpone(step) {
    const { reportId, planYear, reason } = step.form as FormOf<'postpone'>
    const { record, tx } = step
    const report = reportIn(record, reportId)
    const last = await readLastYear(tx, record.townId, record.planYear)
    if (record.planYear >= last)
      throw wrongField(
        'planYear',
        `${last} 年是本届最后一年，不能再往后改；来不了的，请写好述职稿，由主持人代念。`,
      )
    if (planYear <= record.planYear || planYear > last)
      throw wrongField('planYear', `请填 ${record.planYear + 1} 到 ${last}。`)
    await putOff(step, report, planYear, reason)
    return { reason, deputy: report.name, year: String(planYear) }
  },

  async release(step) {
    const { reportId, reason } = step.form as FormOf<'release'>
    const { record, tx } = step
    const report = reportIn(record, reportId)
    if (!(await hasGround(tx, record, report)))
      throw wrongField('reportId', '只有代表资格终止、暂停到届末或届末补选的才可以不述职。')
    await putOff(step, report, null, reason)
    return { reason, deputy: report.name }
  },
}

/** @throws Refusal `bad_input` */
function reportIn({ reports }: ReportMeetingRecord, reportId: string): Report {
  const report = reports.find(({ id }) => id === reportId)
  if (report === undefined) throw wrongField('reportId', '这一位不在这次述职的名单里，请重新选择。')
  return report
}

async function putOff({ tx, record, at }: Step, report: Report, notBefore: number | null, reason: string) {
  const { id, mandateId } = report
  const row = { mandateId, townId: record.townId, notBefore, reason, putOffOn: beijingDay(at) }
  await tx.upsert(ReportPutOff, row, ['mandateId'])
  await tx.delete(DutyReport, { id })
}

interface MandateRow {
  begunOn: Day | null
  endedOn: Day | null
  suspendedOn: Day | null
}

async function hasGround(tx: Tx, { townId, planYear }: ReportMeetingRecord, { mandateId }: Report) {
  const [mandate] = await tx.query<MandateRow[]>(
    'SELECT begun_on AS begunOn, ended_on AS endedOn, suspended_on AS suspendedOn FROM mandate WHERE id = ?',
    [mandateId],
  )
  if (mandate === undefined || mandate.endedOn !== null || mandate.suspendedOn !== null) return true
  return !isRipe(mandate.begunOn, await readLastYear(tx, townId, planYear))
}
