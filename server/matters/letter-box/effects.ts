import { type Opening, openingLine } from '../../../shared/matters/letter-box/opening'
import { LetterBox } from '../../database/entities/matters/letter-box'
import type { StepOf } from '../../engine/kind'
import type { LetterBoxRecord } from './record'

/** An opening that is typed late changes nothing of the last one. */
export async function open({ tx, record, form }: StepOf<LetterBoxRecord>) {
  const { openedOn, letters } = form as Opening
  if (openedOn >= record.openedOn) await tx.update(LetterBox, { id: record.id }, { openedOn, letters })
  return { reason: openingLine(letters) }
}

/** A new one may hang at its station from now on. */
export async function remove({ tx, record, form }: StepOf<LetterBoxRecord>) {
  await tx.update(LetterBox, { id: record.id }, { hungStationId: null })
  return { reason: (form as { reason: string }).reason }
}
