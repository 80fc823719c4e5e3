import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

/**
 * Names and numbers of everybody whose words are behind these suggestions: what stands with the messages, and what the
 * same people have left elsewhere, also where the matter is handled with another or was separated from it. They are looked for in what others are about to read, and never handed out.
 */
export async function residentsBehind(
  reader: Reader,
  townId: string,
  suggestionIds: readonly string[],
  opinionIds: readonly string[] = [],
): Promise<string[]> {
  const words = (rows: readonly Row[]) =>
    rows.flatMap(({ name, phone, ownName, ownPhone }) => [name, phone, ownName, ownPhone])
  const found: (string | null)[] = []
  if (suggestionIds.length > 0)
    found.push(
      ...words(
        await reader.query<Row[]>(
          `${columns} FROM suggestion s
           JOIN resident_opinion o ON o.town_id = s.town_id AND o.suggestion_id IS NOT NULL AND (
             o.suggestion_id IN (s.id, s.separated_from_id, s.merged_into_id) OR o.suggestion_id IN
               (SELECT m.id FROM suggestion m WHERE m.merged_into_id = s.id))
           LEFT JOIN resident r ON r.id = o.resident_id
           WHERE s.town_id = ? AND s.id IN (${marks(suggestionIds)})`,
          [townId, ...suggestionIds],
        ),
      ),
    )
  if (opinionIds.length > 0)
    found.push(
      ...words(
        await reader.query<Row[]>(
          `${columns} FROM resident_opinion o LEFT JOIN resident r ON r.id = o.resident_id
           WHERE o.town_id = ? AND o.id IN (${marks(opinionIds)})`,
          [townId, ...opinionIds],
        ),
      ),
    )
  return [...new Set(found.filter((word): word is string => word !== null && word.trim() !== ''))]
}

type Row = Record<'name' | 'phone' | 'ownName' | 'ownPhone', string | null>
const columns =
  'SELECT o.resident_name AS name, o.resident_phone AS phone, r.name AS ownName, r.phone AS ownPhone'
