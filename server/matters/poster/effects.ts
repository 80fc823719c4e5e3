import { issueLine } from '../../../shared/matters/poster/words'
import { addMonths, beijingDay } from '../../../shared/rules/days'
import { Poster } from '../../database/entities/matters/poster'
import type { StepOf } from '../../engine/kind'
import type { PosterRecord } from './record'

/** It says what is so today, and holds as long as the one before. */
export async function printNext({ tx, record, now }: StepOf<PosterRecord>) {
  const asOf = beijingDay(now)
  const issueNo = Number(record.issueNo) + 1
  const nextOn = addMonths(asOf, Number(record.everyMonths))
  await tx.update(Poster, { id: record.id }, { issueNo, asOf, nextOn })
  return { reason: issueLine(issueNo, asOf) }
}

/** Another one may be hung up at its station from now on. */
export async function takeDown({ tx, record, form }: StepOf<PosterRecord>) {
  await tx.update(Poster, { id: record.id }, { hangingStationId: null })
  return { reason: (form as { reason: string }).reason }
}
