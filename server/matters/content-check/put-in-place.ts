import type { WordsKind } from '../../../shared/matters/content-check/table'
import type { Calendar } from '../../../shared/rules/calendar'
import type { Tx } from '../../database/source'
import { openNew } from './open'
import type { CheckRecord } from './record'

/** Where the words of each kind stand, with the check beside them. Copies that were passed on have the same check. */
const places = {
  item: ['suggestion', 'public_item', 'item_check_id'],
  result: ['reply', 'public_result', 'result_check_id'],
  toSee: ['reply', 'to_see', 'to_see_check_id'],
  promise: ['commitment', 'promise', 'promise_check_id'],
  promiseResult: ['commitment', 'public_result', 'result_check_id'],
  externalResult: ['external_suggestion', 'public_result', 'result_check_id'],
  reportOpinion: ['report_opinion', 'text', 'text_check_id'],
  reportAnswer: ['report_opinion', 'answer', 'answer_check_id'],
} as const

/** Puts new public words where the old ones stood; the old ones stay with their check. @returns the new check's id */
export async function putInPlace(
  tx: Tx,
  check: CheckRecord,
  text: string,
  { personId, calendar, now }: { personId: string | null; calendar: Calendar; now: Date },
): Promise<string> {
  const { townId, suggestionId, placeId, kind } = check
  // The table lets nothing else be written again here.
  if (kind !== 'line' && !(kind in places)) throw new Error(`${kind} is not written again here`)
  const [id = ''] = await openNew(tx, { townId, suggestionId, personId, calendar, now }, [
    { kind: kind as WordsKind, text, placeId },
  ])
  if (kind === 'line') await putIntoLines(tx, check, id, text)
  else {
    const [table, column, link] = places[kind as keyof typeof places]
    await tx.query(`UPDATE ${table} SET ${column} = ?, ${link} = ? WHERE ${link} = ?`, [text, id, check.id])
  }
  return id
}

/** A reason stands in the middle of public lines, and in the statement that a later line quotes. */
async function putIntoLines(tx: Tx, check: CheckRecord, id: string, text: string) {
  const old = check.text ?? ''
  const lines = await tx.query<{ id: string; publicLine: string }[]>(
    'SELECT id, public_line AS publicLine FROM matter_event WHERE line_check_id = ?',
    [check.id],
  )
  for (const { id: eventId, publicLine } of lines)
    await tx.query('UPDATE matter_event SET public_line = ?, line_check_id = ? WHERE id = ?', [
      publicLine.split(old).join(text),
      id,
      eventId,
    ])
  await tx.query('UPDATE extension SET public_reason = ? WHERE suggestion_id = ? AND public_reason = ?', [
    text,
    check.suggestionId,
    old,
  ])
}
