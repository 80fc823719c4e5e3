import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { plainWords, wantedPieces } from '../words-found'
import { tokenKind, wordsIn } from './found-by'
import { formIn, type KeptRegister, type KeptRow, type Readable } from './kept-register'
import { allRows, rowsByIds, type Where } from './rows'
import { namesIn } from './words-of'

const mostWords = 5

/**
 * The rows in which every one of the words stands, in whatever field that the register is found by and the asker may
 * read. Pieces of the words lead to the few rows that may have them; whether they do, their words say.
 */
export async function whereWords(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  text: string,
  { readable, theirs }: { readable: Readable; theirs: Where },
): Promise<Where> {
  const fields = kept.register.findBy.filter((field) => readable.includes(field))
  const words = plainWords(text).split(' ').filter(Boolean).slice(0, mostWords)
  const pieces = words.flatMap((word) => piecesIn(kept, fields, word))
  const rows =
    pieces.length === 0
      ? await allRows(reader, kept, townId, theirs)
      : await rowsByIds(reader, kept, townId, await idsWith(reader, kept, townId, fields, pieces))
  const names = await namesIn(reader, kept, townId, rows)
  const ids = rows
    .filter((row) =>
      words.every((word) =>
        fields.some((field) => isIn(kept, field, word, wordsIn(kept, field, row, names))),
      ),
    )
    .map(({ id }) => id)
  return { sql: ` AND r.id IN (${marks(ids)})`, parameters: ids }
}

const isAmount = ({ register }: KeptRegister, field: string) => formIn(register, field).kind === 'amount'
const figuresIn = (word: string): string[] => word.match(/\d{1,9}/g) ?? []

/** A number is found by its figures, whatever stands around them: “第19届”. */
const piecesIn = (kept: KeptRegister, fields: readonly string[], word: string) =>
  fields.some((field) => isAmount(kept, field)) && /\d/.test(word) && !/^\d+$/.test(word)
    ? []
    : wantedPieces(word).pieces

const isIn = (kept: KeptRegister, field: string, word: string, words: string) =>
  isAmount(kept, field) ? figuresIn(word).some((figure) => figure === words) : words.includes(word)

/** Those that have all pieces, among what the asker may find them by. */
async function idsWith(
  reader: Reader,
  kept: KeptRegister,
  townId: string,
  fields: readonly string[],
  [first, ...others]: readonly string[],
): Promise<string[]> {
  const kinds = [...new Set(fields.map((field) => tokenKind(kept, field)))]
  const rows = await reader.query<Pick<KeptRow, 'id'>[]>(
    `SELECT DISTINCT t.matter_id AS id FROM search_token t
     WHERE t.town_id = ? AND t.token = ? AND t.kind IN (${marks(kinds)})
       ${others.map(() => `AND EXISTS (SELECT 1 FROM search_token o WHERE o.town_id = ? AND o.token = ? AND o.kind IN (${marks(kinds)}) AND o.matter_id = t.matter_id)`).join(' ')}`,
    [townId, first, ...kinds, ...others.flatMap((piece) => [townId, piece, ...kinds])],
  )
  return rows.map(({ id }) => id)
}
