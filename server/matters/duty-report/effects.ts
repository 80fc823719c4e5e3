import type * as z from 'zod/mini'
import {
  type DutyReportAction,
  type dutyReportActions,
  longestOpinion,
  mostOpinions,
  spokenAnswer,
} from '../../../shared/matters/duty-report/table'
import { linesIn } from '../../../shared/matters/activity/inspecting'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { wrongField } from '../../../shared/words/refusals'
import { DutyReport } from '../../database/entities/matters/duty-report'
import { ReportOpinion } from '../../database/entities/matters/report-opinion'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import { updateEach } from '../../database/update-each'
import { personIdOf } from '../../engine/begin'
import type { Effect, StepOf } from '../../engine/kind'
import { openNew } from '../content-check/open'
import type { DutyReportRecord } from './record'

type FormOf<A extends DutyReportAction> = z.output<(typeof dutyReportActions)[A]['input']>
type Step = StepOf<DutyReportRecord>

/** What a step changes besides the state. */
export const effects: { readonly [A in DutyReportAction]?: Effect<DutyReportRecord> } = {
  async sendLetter({ tx, record, form, at, now, calendar }) {
    const { letterNo = null, opinions } = form as FormOf<'sendLetter'>
    const texts = opinionsIn(opinions)
    const today = beijingDay(at)
    const answerBy = endOfSpan(today, { months: rulesOf(record).reportResponseMonths }, calendar)
    await tx.update(DutyReport, { id: record.id }, { letterNo, letterOn: today, answerBy })
    await insertMany(
      tx,
      ReportOpinion,
      texts.map((text, position) => ({
        ...{ id: newId(), reportId: record.id, position, text },
        ...{ answer: null, textCheckId: null, answerCheckId: null },
      })),
    )
    return { count: `${texts.length}`, deadline: spokenDay(answerBy, beijingDay(now)) }
  },
  respond,
  respondByWord: respond,
  complete: ({ record }) => Promise.resolve({ result: `${record.opinions.length}` }),
  waitNoLonger: ({ form }) => Promise.resolve({ reason: (form as FormOf<'waitNoLonger'>).reason }),
  publishResponse,
}

/** One a line. @throws Refusal `bad_input` */
function opinionsIn(written: string): string[] {
  const texts = linesIn(written)
  if (texts.length === 0) throw wrongField('opinions', '还没有写意见；选民没有提的，请点“选民没有提意见”。')
  if (texts.length > mostOpinions)
    throw wrongField('opinions', `最多 ${mostOpinions} 条，现在是 ${texts.length} 条，请把同样的并成一条。`)
  const long = texts.findIndex((text) => text.length > longestOpinion)
  if (long >= 0)
    throw wrongField('opinions', `第 ${long + 1} 条超过 ${longestOpinion} 个字，请写短一点，或者分成两条。`)
  return texts
}

/** @throws Refusal `bad_input` */
async function respond({ tx, record, form }: Step) {
  const { opinionId, answer } = form as FormOf<'respond'>
  const at = record.opinions.findIndex(({ id }) => id === opinionId)
  const opinion = record.opinions[at]
  if (opinion === undefined) throw wrongField('opinionId', '没有这一条，请重新选择。')
  refuseSame(opinion, { answer })
  await tx.update(ReportOpinion, { id: opinionId }, { answer })
  return { reason: spokenAnswer(at + 1, answer) }
}

/** What has no answer stays between the deputy and the office. */
async function publishResponse({ tx, record, asker, calendar, now }: Step) {
  const answered = record.opinions.flatMap(({ id, text, answer }) =>
    answer === null ? [] : [{ id, text, answer }],
  )
  const written = { townId: record.townId, suggestionId: null, personId: personIdOf(asker), calendar, now }
  const checks = await openNew(
    tx,
    written,
    answered.flatMap(({ text, answer }) => [
      { kind: 'reportOpinion' as const, text },
      { kind: 'reportAnswer' as const, text: answer },
    ]),
  )
  await updateEach(
    tx,
    'report_opinion',
    answered.map(({ id }, at) => ({
      ...{ id, text_check_id: checks[at * 2] ?? null, answer_check_id: checks[at * 2 + 1] ?? null },
    })),
  )
}
