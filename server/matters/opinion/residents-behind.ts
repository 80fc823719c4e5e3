import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether, type RowsOf } from '../../database/together'

/**
 * Names and numbers of everybody whose words are behind these suggestions: what stands with the messages, and what the
 * same people have left elsewhere, also where the matter is handled with another or was separated from it. They are looked
 * for in what others are about to read, and never handed out.
 */
export const residentsBehind = async (
  reader: Reader,
  townId: string,
  suggestionIds: readonly string[],
): Promise<string[]> => wordsOf(await readTogether(reader, residentsParts(townId, suggestionIds)))

/** A suggestion and those that it is or was handled with, each found by an index of its own. */
const akin = [
  's.id AS id FROM suggestion s WHERE s.town_id = ? AND s.id',
  's.separated_from_id FROM suggestion s WHERE s.town_id = ? AND s.id',
  's.merged_into_id FROM suggestion s WHERE s.town_id = ? AND s.id',
  // Whatever is merged is of one town.
  's.id FROM suggestion s WHERE s.merged_into_id',
] as const

/** The same as parts of a statement that asks for more. */
export const residentsParts = (
  townId: string,
  suggestionIds: readonly string[],
  opinionIds: readonly string[] = [],
) => ({
  behind:
    suggestionIds.length === 0
      ? undefined
      : part<Row>({
          columns,
          // By ids alone: most stand with no other, so that by the town SQLite would think to find fewer.
          from: `FROM (${akin
            .map((of) => `SELECT ${of} IN (${marks(suggestionIds)})`)
            .join(' UNION ')}) AS akin
            JOIN resident_opinion o ON o.suggestion_id = akin.id
            LEFT JOIN resident r ON r.id = o.resident_id`,
          order: 'o.id',
          parameters: akin.flatMap((of) => [...(of.includes('town_id') ? [townId] : []), ...suggestionIds]),
        }),
  own:
    opinionIds.length === 0
      ? undefined
      : part<Row>({
          columns,
          from: `FROM resident_opinion o LEFT JOIN resident r ON r.id = o.resident_id
            WHERE o.town_id = ? AND o.id IN (${marks(opinionIds)})`,
          order: 'o.id',
          parameters: [townId, ...opinionIds],
        }),
})

export const wordsOf = ({ behind, own }: RowsOf<ReturnType<typeof residentsParts>>): string[] => [
  ...new Set(
    [...behind, ...own]
      .flatMap(({ name, phone, ownName, ownPhone }) => [name, phone, ownName, ownPhone])
      .filter((word): word is string => word !== null && word.trim() !== ''),
  ),
]

type Row = Record<'name' | 'phone' | 'ownName' | 'ownPhone', string | null>
const columns = { name: 'o.resident_name', phone: 'o.resident_phone', ownName: 'r.name', ownPhone: 'r.phone' }
