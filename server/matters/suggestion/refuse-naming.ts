import { findPersonal, nameFound, type PersonalKind } from '../../../shared/personal-data/personal-data'
import { Refusal } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { residentsBehind } from '../opinion/residents-behind'
import type { SuggestionRecord } from './record'

/** What others may not learn from a deputy's text. A name on the roster is no secret among those who work on it. */
const kept: readonly PersonalKind[] = [
  'resident',
  'idNumber',
  'bankCard',
  'mobile',
  'landline',
  'wechat',
  'qq',
  'mail',
]

/** A unit says by which phone it is reached: what somebody writes for it may name one. */
const phones: readonly PersonalKind[] = ['mobile', 'landline']

/** What is personal in one text that others are about to read, in words; an empty text where nothing is. */
export function namedIn(text: string, residents: readonly string[], { mayNamePhones = false } = {}): string {
  return nameFound(
    text,
    findPersonal(text, { residents }).filter(
      ({ kind }) => kept.includes(kind) && !(mayNamePhones && phones.includes(kind)),
    ),
  )
}

const advice = '请改成自己的话，不写群众的姓名和号码；要联系群众，由您自己联系。'

/** Chosen from a list, not typed. */
const isPicked = (text: string) => /^[0-9a-z]{26}$/.test(text)

/**
 * The one complained about must not read who complained (信访工作条例 art. 30): no text of a deputy goes on to others with
 * the names or numbers of those behind it.
 * @throws Refusal `bad_input` about each field in which something was found
 */
export async function refuseNaming(
  tx: Tx,
  { id, townId }: Pick<SuggestionRecord, 'id' | 'townId'>,
  texts: Readonly<Record<string, unknown>>,
  how?: { mayNamePhones: boolean },
) {
  const residents = await residentsBehind(tx, townId, [id])
  const wrong = Object.entries(texts).flatMap(([field, text]): [string, string][] => {
    const found = typeof text === 'string' && !isPicked(text) ? namedIn(text, residents, how) : ''
    return found === '' ? [] : [[field, `这里有${found}。${advice}`]]
  })
  if (wrong.length > 0) throw new Refusal('bad_input', Object.fromEntries(wrong), wrong[0]?.[1])
}

const labels = {
  subject: '建议事项',
  facts: '情况和原因',
  proposal: '具体建议',
  originPlace: '在哪里',
  originNote: '哪一次活动',
  confidentialReason: '为什么要保密',
} as const
type WrittenField = keyof typeof labels

/** The same about the text as it is kept: before others are let in, by whatever step. */
export async function refuseNamingText(tx: Tx, suggestion: Pick<SuggestionRecord, 'id' | 'townId'>) {
  const [text] = await tx.query<Record<WrittenField, string | null>[]>(
    `SELECT subject, facts, proposal, origin_place AS originPlace, origin_note AS originNote,
       confidential_reason AS confidentialReason FROM suggestion WHERE id = ?`,
    [suggestion.id],
  )
  try {
    await refuseNaming(tx, suggestion, text ?? {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const told = (Object.keys(labels) as WrittenField[]).flatMap((field) =>
      error.fields[field] === undefined ? [] : [`“${labels[field]}”${error.fields[field]}`],
    )
    throw new Refusal('bad_input', error.fields, `${told.join('')}点“修改内容”就能改。`)
  }
}
