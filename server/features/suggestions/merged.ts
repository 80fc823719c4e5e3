import type { SuggestionState } from '../../../shared/states'
import { passedOn, stepsOfMerged, stepsOfTarget } from '../../../shared/workflow/merging'
import type { SuggestionAction } from '../../../shared/workflow'
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
const readMerged = (reader: Reader, id: string) =>
  reader.query<Place[]>('SELECT id, version, state FROM suggestion WHERE merged_into_id = ? ORDER BY id', [
    id,
  ])
