import { externalActions } from '../../../shared/matters/external-suggestion/table'
import { fill, numberOf } from '../../../shared/words/messages'
import { opinionPage } from '../../../shared/words/pages'
import type { Tx } from '../../database/source'
import { tell } from '../../engine/tell'
import { type ExternalRecord, readExternal } from './record'
import { wordsOf } from './words-of'

/** The words of the last answer are found in order: whoever spoke of it first hears it. */
export async function tellOfAnswer(tx: Tx, townId: string, id: string, now: Date) {
  const record = await readExternal(tx, townId, id)
  if (record !== undefined && record.outcome !== null) await tellResidents(tx, record, now)
}

/**
 * A resident reads it in words that say nothing to others who look on. Residents stand in no list of it, so that no step
 * tells them: each only finds the answer beside the own words.
 */
export async function tellResidents(tx: Tx, record: ExternalRecord, now: Date) {
  const words = wordsOf(record)
  const sentence = externalActions.noteReply.tells.resident
  await tell(
    tx,
    (await toldResidents(tx, record)).map(({ residentId, opinionId, confidential }) => ({
      townId: record.townId,
      push: 'progress' as const,
      number: record.externalNo ?? numberOf(record.id),
      recipientId: residentId,
      recipientKind: 'resident' as const,
      text: fill(sentence, confidential === 1 ? { ...words, result: '' } : words),
      page: opinionPage('resident', record.townId, opinionId),
      opinionId,
    })),
    now,
  )
}

/** Each once, whether through their own words or through the town's suggestion that grew out of them. */
async function toldResidents(tx: Tx, { townId, opinionId, suggestionId }: ExternalRecord) {
  const rows = await tx.query<{ residentId: string; opinionId: string; confidential: number | null }[]>(
    `SELECT o.resident_id AS residentId, o.id AS opinionId, s.confidential FROM resident_opinion o
     LEFT JOIN suggestion s ON s.id = o.suggestion_id
     WHERE o.town_id = ? AND (o.id = ? OR o.suggestion_id = ?) ORDER BY o.created_at, o.id`,
    [townId, opinionId ?? '', suggestionId ?? ''],
  )
  return rows.filter((row, index) => rows.findIndex((one) => one.residentId === row.residentId) === index)
}
