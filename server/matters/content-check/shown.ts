import { type PlacePictureKind, publicCheckStates } from '../../../shared/matters/content-check/table'
import { beingChecked, takenBack } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { marks, quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'

/**
 * Whether anyone may see what this check is about, by its row in `matter`; what has no check was public before there were
 * any.
 */
export const isShownSql = (check: string) =>
  `(${check}.id IS NULL OR ${check}.state IN (${quoted(publicCheckStates)}))`

/** The text, or the words that stand in its place until it is checked. */
export const shownTextSql = (check: string, text: string) =>
  `CASE WHEN ${text} IS NULL OR ${isShownSql(check)} THEN ${text}
    WHEN ${check}.state = 'hidden' THEN '${takenBack}' ELSE '${beingChecked}' END`

/** The sentences of a suggestion, and of the one it is handled with, that nobody outside may read yet. */
export async function readUnshown(reader: Reader, suggestionIds: readonly string[]): Promise<Set<string>> {
  const { unshown } = await readTogether(reader, {
    unshown: part<{ text: string }>({
      columns: { text: 'k.text' },
      from: `FROM content_check k JOIN matter m ON m.id = k.id
        WHERE k.suggestion_id IN (${marks(suggestionIds)}) AND k.text IS NOT NULL
          AND m.state NOT IN (${quoted([...publicCheckStates, 'replaced'])})`,
      order: 'k.id',
      parameters: [...suggestionIds],
    }),
  })
  return new Set(unshown.map(({ text }) => text))
}

/** Of a row `row` of the register: its picture was not taken back. */
export const isPictureShownSql = (
  kind: PlacePictureKind,
  row: string,
) => `NOT EXISTS (SELECT 1 FROM content_check kf JOIN matter kp ON kp.id = kf.id
  WHERE kf.town_id = ${row}.town_id AND kf.kind = '${kind}' AND kf.place_id = ${row}.id AND kp.state NOT IN (${quoted([...publicCheckStates, 'replaced'])}))`
