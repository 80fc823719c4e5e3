import type * as z from 'zod/mini'
import type { AwardAction, awardActions } from '../../../shared/matters/award/table'
import {
  certificateNamed,
  certificateNoIn,
  honoursPage,
  noticeToGroup,
} from '../../../shared/matters/award/words'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { numberOf } from '../../../shared/words/messages'
import { wrongField } from '../../../shared/words/refusals'
import { Award } from '../../database/entities/matters/award'
import { AwardObjection } from '../../database/entities/matters/award-objection'
import { newId } from '../../database/id'
import { nextInSeries, type Series } from '../../database/next-in-series'
import type { Tx } from '../../database/source'
import { personIdOf } from '../../engine/begin'
import { group, peopleBehind } from '../../engine/holders'
import type { Effect, StepOf } from '../../engine/kind'
import { tell } from '../../engine/tell'
import type { AwardRecord } from './record'

type FormOf<A extends AwardAction> = z.output<(typeof awardActions)[A]['input']>
type Step = StepOf<AwardRecord>

const because: Effect<AwardRecord> = ({ form }) =>
  Promise.resolve({ reason: (form as FormOf<'revoke'>).reason })

/** What a step changes besides the state. */
export const effects: { readonly [A in AwardAction]?: Effect<AwardRecord> } = {
  async publishNames(step) {
    const { tx, record, at, calendar } = step
    const noticeFrom = beijingDay(at)
    const { awardNoticeWorkingDays, awardDecisionWorkingDays } = rulesOf(record)
    const noticeTo = addWorkingDays(noticeFrom, awardNoticeWorkingDays, calendar)
    const decideBy = addWorkingDays(noticeTo, awardDecisionWorkingDays, calendar)
    await tx.update(Award, { id: record.id }, { noticeFrom, noticeTo, decideBy })
    const latest = spokenDay(noticeTo, noticeFrom)
    await tellGroup(step, latest)
    return { latest }
  },
  async noteObjection({ tx, record, form }) {
    const { notedOn, way, text } = form as FormOf<'noteObjection'>
    if (record.noticeFrom !== null && notedOn < record.noticeFrom)
      throw wrongField('notedOn', '收到的那天在公示以前，请核对。')
    await tx.insert(AwardObjection, {
      ...{ id: newId(), awardId: record.id, position: record.objections.length, notedOn, way, text },
      ...{ answer: null, answeredOn: null },
    })
    return { reason: text }
  },
  async answerObjection({ tx, record, form, at }) {
    const { objectionId, answer } = form as FormOf<'answerObjection'>
    const objection = record.objections.find(({ id }) => id === objectionId)
    if (objection?.answer !== null)
      throw wrongField('objectionId', '这一条已经答复，或者不在这里，请重新选。')
    await tx.update(AwardObjection, { id: objectionId }, { answer, answeredOn: beijingDay(at) })
    return { reason: answer }
  },
  async grant({ tx, record, form, at }) {
    const { id, townId, year } = record
    const { decidedHow } = form as FormOf<'grant'>
    const certificateNo = certificateNoIn(year, await nextCertificate(tx, townId, year))
    await tx.update(Award, { id }, { certificateNo, decidedHow, decidedOn: beijingDay(at) })
    return { result: certificateNamed(certificateNo) }
  },
  refuse: because,
  revoke: because,
}

async function nextCertificate(tx: Tx, townId: string, year: number) {
  const series = `award-${year}`
  const taken = await tx.query<Series[]>(
    'SELECT series, last FROM number_series WHERE town_id = ? AND series = ?',
    [townId, series],
  )
  return nextInSeries(tx, townId, series, taken)
}

/** The group of whoever stands on the notice hears of it where everyone reads it; they themselves by the step. */
async function tellGroup({ tx, record, asker, now }: Step, latest: string) {
  const { id, townId, personId, ownGroupId, whose, subject } = record
  if (personId === null || ownGroupId === null) return
  const people = await peopleBehind(tx, townId, [group(ownGroupId)])
  const others = people.filter((one) => one.id !== personId && one.id !== personIdOf(asker))
  await tell(
    tx,
    others.map((one) => ({
      ...{ townId, recipientId: one.id, recipientKind: 'person' as const, push: 'progress' as const },
      text: noticeToGroup(whose, subject, latest),
      ...{ page: honoursPage(townId), number: numberOf(id) },
    })),
    now,
  )
}
