import { sameness, tooMuchAlike } from '../../../shared/matters/suggestion/alike'
import { addMonths, beijingDay, startOfDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { EffectOf } from './effect-of'

/** So far back one looks for the same letter. */
const monthsBack = 24
const mostCompared = 500

interface Earlier {
  no: string | null
  subject: string
  confidential: number
  text: string
}

/** Of the same unit, about another matter, and nearly as long: in bytes, which both engines count alike. */
const fromEarlier = `FROM (SELECT s.id, s.suggestion_no, s.subject, s.confidential, a.text
  FROM suggestion_round r
  JOIN reply a ON a.suggestion_id = r.suggestion_id AND a.round_no = r.round_no
  JOIN suggestion s ON s.id = r.suggestion_id
  WHERE r.lead_unit_id = ? AND r.suggestion_id <> ? AND COALESCE(s.merged_into_id, '') <> ?
    AND a.at >= ? AND LENGTH(HEX(a.text)) BETWEEN ? AND ? LIMIT ${mostCompared}) AS e`

/**
 * A reply that says what the unit has answered to somebody else is asked why (M5); no machine judges what it says.
 * @returns why, for the history, where it is nearly the same
 * @throws Refusal `bad_input` where nobody has said why
 */
export async function refuseCopied({
  tx,
  record,
  form,
  asker,
  now,
}: EffectOf<'reply' | 'correctReply'>): Promise<{ reason?: string }> {
  // What is handled with another is answered with its words.
  if ('system' in asker) return {}
  const copied = (await earlierReplies(tx, record, form.text, now)).find(
    ({ text }) => sameness(form.text, text) > tooMuchAlike,
  )
  if (copied === undefined) return {}
  const other =
    Number(copied.confidential) === 1
      ? '另一件建议'
      : [copied.no, `《${copied.subject}》`].filter(Boolean).join('')
  if (form.whySame === undefined)
    throw wrongField(
      'whySame',
      `这份答复和${other}的答复九成以上一样。问的不一样，请照这件建议逐条答；确实一样的，请写一句为什么。`,
    )
  return { reason: `和${other}的答复九成以上一样，原因：${form.whySame}` }
}

async function earlierReplies(
  reader: Reader,
  { id, leadUnitId }: { id: string; leadUnitId: string | null },
  text: string,
  now: Date,
): Promise<Earlier[]> {
  const length = Buffer.byteLength(text) * 2
  const since = startOfDay(addMonths(beijingDay(now), -monthsBack))
  const { earlier } = await readTogether(reader, {
    earlier: part<Earlier>({
      columns: {
        no: 'e.suggestion_no',
        subject: 'e.subject',
        confidential: 'e.confidential',
        text: 'e.text',
      },
      from: fromEarlier,
      order: 'e.id',
      parameters: [
        ...[leadUnitId, id, id, sqlInstant(since)],
        ...[Math.floor(length * 0.8), Math.ceil(length * 1.25)],
      ],
    }),
  })
  return earlier
}
