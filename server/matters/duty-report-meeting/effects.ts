import type * as z from 'zod/mini'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import type {
  ReportMeetingAction,
  reportMeetingActions,
} from '../../../shared/matters/duty-report-meeting/table'
import {
  fewestNoticeDays,
  spokenTellers,
  spokenWhen,
} from '../../../shared/matters/duty-report-meeting/words'
import { beijingDay, daysBetween } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { DutyReport } from '../../database/entities/matters/duty-report'
import { DutyReportMeeting } from '../../database/entities/matters/duty-report-meeting'
import { ReportRating } from '../../database/entities/matters/report-rating'
import { updateEach } from '../../database/update-each'
import { personIdOf } from '../../engine/begin'
import type { Effect, StepOf } from '../../engine/kind'
import { away } from './away'
import { rating } from './rating'
import type { ReportMeetingRecord } from './record'

type FormOf<A extends ReportMeetingAction> = z.output<(typeof reportMeetingActions)[A]['input']>
type Step = StepOf<ReportMeetingRecord>

/** What a step changes besides the state. */
export const effects: { readonly [A in ReportMeetingAction]?: Effect<ReportMeetingRecord> } = {
  ...rating,
  ...away,
  notice: setDay,
  async moveMeeting(step) {
    const { heldOn, startsAt, place, chairId } = step.record
    refuseSame({ heldOn, startsAt, place, chairId }, { ...(step.form as FormOf<'moveMeeting'>) })
    return setDay(step)
  },
  callOff: ({ form }) => Promise.resolve({ reason: (form as FormOf<'callOff'>).reason }),
  async writeReport({ tx, record, form, asker }) {
    const said = form as FormOf<'writeReport'>
    const own = record.reports.find(({ personId }) => personId === personIdOf(asker))
    if (own === undefined) return
    const { resolutions = null, deliberations = null, betweenSessions = null, contacts = null } = said
    const { id } = own
    await tx.update(DutyReport, { id }, { resolutions, deliberations, betweenSessions, contacts })
  },
  async writeReportFor({ tx, record, form }) {
    const { reportId, ...said } = form as FormOf<'writeReportFor'>
    const report = record.reports.find(({ id }) => id === reportId)
    if (report === undefined) throw wrongField('reportId', '这一位不在这次述职的名单里，请重新选择。')
    if (Object.values(said).every((text) => text === undefined))
      throw wrongField('contacts', '还没有写，请至少写一段。')
    await tx.update(DutyReport, { id: reportId }, said)
    return { whose: report.personId, reason: report.name }
  },
  async openMeeting({ tx, record, form }) {
    const { tellerOne, tellerTwo, hereIds } = form as FormOf<'openMeeting'>
    const { reports } = record
    if (tellerOne === tellerTwo || reports.some(({ name }) => name === tellerOne || name === tellerTwo))
      throw wrongField('tellerTwo', '监票人要两位，不能是述职的代表。')
    if (hereIds.some((one) => !reports.some(({ id }) => id === one)))
      throw wrongField('hereIds', '有人不在这次述职的名单里，请重新选择。')
    await tx.update(DutyReportMeeting, { id: record.id }, { tellerOne, tellerTwo })
    await updateEach(
      tx,
      'duty_report',
      reports.map(({ id }) => ({ id, here: hereIds.includes(id) ? 1 : 0 })),
    )
    return { reason: spokenTellers(tellerOne, tellerTwo) }
  },
  async closeMeeting({ tx, record, form }) {
    const { minutes } = form as FormOf<'closeMeeting'>
    await tx.update(DutyReportMeeting, { id: record.id }, { minutes })
    await tx.delete(ReportRating, { meetingId: record.id })
  },
}

/** @throws Refusal `bad_input` where it is announced late and nobody says why, or whoever reports would chair it */
async function setDay({ tx, record, form, now }: Step) {
  const { heldOn, startsAt, place, chairId, lateWhy = null } = form as FormOf<'notice'>
  const today = beijingDay(now)
  if (!record.chairs.some(({ id }) => id === chairId))
    throw wrongField('chairId', '主持人要是主席团成员，请重新选择。')
  if (record.reports.some(({ personId }) => personId === chairId))
    throw wrongField('chairId', '述职的代表不能主持，请换一位主席团成员。')
  if (daysBetween(today, heldOn) < fewestNoticeDays && lateWhy === null)
    throw wrongField('lateWhy', `公告要提前 ${fewestNoticeDays} 天，请改期或写明原因。`)
  await tx.update(DutyReportMeeting, { id: record.id }, { heldOn, startsAt, place, chairId, lateWhy })
  return {
    latest: spokenWhen({ heldOn, startsAt, place }, today),
    ...(lateWhy === null ? {} : { reason: lateWhy }),
  }
}
