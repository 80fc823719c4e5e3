import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { Reader } from '../../database/source'
import type { SuggestionRecord } from './record'

/** The one it is handled with, and the texts of those that are handled with it: whoever replies must read them all. */
export async function viewMerging(
  reader: Reader,
  { id, townId, mergedIntoId }: SuggestionRecord,
): Promise<Pick<SuggestionView, 'mergedInto' | 'merged'>> {
  const [target] = await reader.query<NonNullable<SuggestionView['mergedInto']>[]>(
    'SELECT id, suggestion_no AS no, subject FROM suggestion WHERE town_id = ? AND id = ?',
    [townId, mergedIntoId ?? ''],
  )
  const merged = await reader.query<SuggestionView['merged']>(
    `SELECT s.id, s.suggestion_no AS no, s.subject, p.name AS leadDeputy, s.facts, s.proposal
     FROM suggestion s JOIN person p ON p.id = s.lead_deputy_id
     WHERE s.town_id = ? AND s.merged_into_id = ? AND s.state <> 'withdrawn' ORDER BY s.suggestion_no`,
    [townId, id],
  )
  return { mergedInto: target ?? null, merged }
}
