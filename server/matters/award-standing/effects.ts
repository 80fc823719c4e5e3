import type * as z from 'zod/mini'
import type { answerInput, appealInput, disqualifyInput } from '../../../shared/matters/award-standing/inputs'
import { appealAnswers } from '../../../shared/matters/award-standing/standing'
import { beijingDay } from '../../../shared/rules/days'
import { AwardStanding } from '../../database/entities/matters/award-standing'
import { DisqualifyingItem } from '../../database/entities/matters/disqualifying-item'
import { isoInstant } from '../../database/sql'
import type { StepOf } from '../../engine/kind'
import type { Item } from './items'
import { type AwardRecord, countOn } from './record'

type Step = StepOf<AwardRecord>

/** A further one is news again, the same ones are not. */
export async function keepTold({ tx, record, now }: Step) {
  const { counted } = countOn(record, beijingDay(now))
  await tx.update(AwardStanding, { id: record.id }, { toldUntil: newestIn(counted) })
}

/** What counted that day is kept as it stood. */
export async function disqualify({ tx, record, form, now }: Step) {
  const { decision } = form as z.output<typeof disqualifyInput>
  const { from, to, counted } = countOn(record, beijingDay(now))
  await tx.update(
    AwardStanding,
    { id: record.id },
    { fromOn: from, toOn: to, decision, decidedAt: now, toldUntil: newestIn(counted) },
  )
  await tx.insert(
    DisqualifyingItem,
    counted.map((item) => ({
      awardStandingId: record.id,
      suggestionId: item.id,
      suggestionNo: item.no,
      subject: item.subject,
      ratedOn: item.ratedOn,
    })),
  )
  return { count: String(counted.length), reason: decision }
}

export async function appeal({ tx, record, form, now }: Step) {
  const { note } = form as z.output<typeof appealInput>
  await tx.update(AwardStanding, { id: record.id }, { appeal: note, appealedAt: now })
  return { reason: note }
}

export async function answer({ tx, record, form, now }: Step) {
  const { verdict, text } = form as z.output<typeof answerInput>
  await tx.update(AwardStanding, { id: record.id }, { appealAnswer: text, answeredAt: now })
  return { outcome: appealAnswers[verdict], reason: text }
}

const newestIn = ([newest]: readonly Item[]) => (newest ? new Date(isoInstant(newest.ratedAt)) : null)
