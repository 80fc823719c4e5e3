import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import type { Tx } from '../../database/source'
import { act } from '../../engine/act'
import { systemOf } from '../../engine/kind'
import { tellTogether } from '../../engine/tell'
import { kind } from '../../matters/suggestion/kind'
import type { OpenMatter } from '../places/open-of-unit'

/**
 * Hands what is open from one unit to the one that takes its place: a step in the history of each matter, told like
 * every other step.
 */
export async function succeed(
  tx: Tx,
  townId: string,
  matters: readonly OpenMatter[],
  form: { fromUnitId: string; toUnitId: string; reason: string },
  now: Date,
) {
  await tellTogether(tx, async () => {
    for (const { id, leads } of matters) {
      const action: SuggestionAction = leads ? 'succeedLeadUnit' : 'succeedCoUnit'
      await act(tx, kind, systemOf(townId), id, action, { form }, now)
    }
  })
}
