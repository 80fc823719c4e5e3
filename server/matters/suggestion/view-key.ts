import type { KeyView } from '../../../shared/matters/suggestion/key-notes'
import type { Reader } from '../../database/source'
import type { SuggestionRecord } from './record'

/** Who leads a key suggestion, and what was done and decided about it, newest first. */
export async function viewKey(
  reader: Reader,
  { keySuggestionId }: SuggestionRecord,
): Promise<KeyView | null> {
  if (keySuggestionId === null) return null
  const [key] = await reader.query<Omit<KeyView, 'notes'>[]>(
    `SELECT year, leading_official AS leadingOfficial, leading_post AS leadingPost, plan
     FROM key_suggestion WHERE id = ?`,
    [keySuggestionId],
  )
  const notes = await reader.query<KeyView['notes']>(
    `SELECT n.kind, n.noted_on AS notedOn, n.note, n.plan_item AS planItem, COALESCE(p.name, '') AS \`by\`
     FROM key_suggestion_note n LEFT JOIN person p ON p.id = n.person_id
     WHERE n.key_suggestion_id = ? ORDER BY n.noted_on DESC, n.version DESC`,
    [keySuggestionId],
  )
  return key ? { ...key, notes } : null
}
