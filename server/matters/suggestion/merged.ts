import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { passedOn, stepsOfMerged, stepsOfTarget } from '../../../shared/matters/suggestion/rows/merging'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import type { SuggestionRecord } from './record'

interface Follow {
  id: string
  version: number
  action: SuggestionAction
}

/** The steps that one step brings about in suggestions that are handled together with this one. */
export async function followsOf(
  reader: Reader,
  suggestion: SuggestionRecord,
  { action, from, to }: { action: SuggestionAction; from: SuggestionState; to: SuggestionState },
): Promise<Follow[]> {
  if (from === to && !passedOn.includes(action)) return []
  const ofTarget = stepsOfTarget[to]
  const targets = ofTarget ? await readTarget(reader, suggestion.mergedIntoId) : []
  const ofMerged = stepsOfMerged[to]
  const merged = ofMerged ? await readMerged(reader, suggestion.id) : []
  return [
    ...targets.flatMap(({ id, version }) => (ofTarget ? [{ id, version, action: ofTarget }] : [])),
    ...merged.flatMap(({ id, version, state }) => {
      const action = ofMerged?.[state]
      return action ? [{ id, version, action }] : []
    }),
  ]
}

type Place = { id: string; version: number; state: SuggestionState }

const readTarget = (reader: Reader, id: string | null) =>
  reader.query<Place[]>('SELECT id, version, state FROM suggestion WHERE id = ?', [id ?? ''])
/** A promise that both have is reported once: to those that wait for it, when it has been reported. */
const readMerged = (reader: Reader, id: string) =>
  reader.query<Place[]>(
    `SELECT m.id, m.version, m.state FROM suggestion m
     WHERE m.merged_into_id = ? AND (m.state <> 'tracking' OR EXISTS (SELECT 1 FROM commitment own
       JOIN commitment main ON main.suggestion_id = m.merged_into_id AND main.promise = own.promise
         AND main.ended_at IS NULL AND main.reported_at IS NOT NULL
       WHERE own.suggestion_id = m.id AND own.ended_at IS NULL AND own.reported_at IS NULL))
     ORDER BY m.id`,
    [id],
  )
