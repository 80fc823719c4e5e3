import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import type { SuggestionRecord } from './record'

const isEnd = (state: SuggestionState) => suggestionTable.states[state].waitsFor === null

/** Whoever told a resident that it became a suggestion has something to do when that ends. */
export async function refreshOpinions(
  tx: Tx,
  { townId, state, residents }: Pick<SuggestionRecord, 'townId' | 'state' | 'residents'>,
  to: SuggestionState,
  now: Date,
) {
  if (isEnd(to) === isEnd(state)) return
  for (const { opinionId, isOwn } of residents)
    if (Number(isOwn) === 1) await refresh(tx, 'opinion', townId, opinionId, now)
}
