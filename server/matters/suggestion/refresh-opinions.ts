import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'

const isEnd = (state: SuggestionState) => suggestionTable.states[state].waitsFor === null

/** Whoever told a resident that it became a suggestion has something to do when that ends. */
export async function refreshOpinions(
  tx: Tx,
  { id, townId, state }: { id: string; townId: string; state: SuggestionState },
  to: SuggestionState,
  now: Date,
) {
  if (isEnd(to) === isEnd(state)) return
  const opinions = await tx.query<{ id: string }[]>(
    'SELECT id FROM resident_opinion WHERE suggestion_id = ?',
    [id],
  )
  for (const opinion of opinions) await refresh(tx, 'opinion', townId, opinion.id, now)
}
