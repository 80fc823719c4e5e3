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
): Promise<string[]> {
  if (suggestionIds.length === 0) return []
  const rows = await reader.query<Record<'name' | 'phone' | 'ownName' | 'ownPhone', string | null>[]>(
    `SELECT o.resident_name AS name, o.resident_phone AS phone, r.name AS ownName, r.phone AS ownPhone
     FROM suggestion s
     JOIN resident_opinion o ON o.town_id = s.town_id AND o.suggestion_id IS NOT NULL AND (
       o.suggestion_id IN (s.id, s.separated_from_id, s.merged_into_id) OR o.suggestion_id IN
         (SELECT m.id FROM suggestion m WHERE m.merged_into_id = s.id))
     LEFT JOIN resident r ON r.id = o.resident_id
     WHERE s.town_id = ? AND s.id IN (${marks(suggestionIds)})`,
    [townId, ...suggestionIds],
  )
  const words = rows.flatMap(({ name, phone, ownName, ownPhone }) => [name, phone, ownName, ownPhone])
  return [...new Set(words.filter((word): word is string => word !== null && word.trim() !== ''))]
}
