import type { LedgerAsked } from '../../../shared/api/figures'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import type { Narrowed } from '../figures/cohort'
import { groupingRows, withinGroup } from '../figures/groupings'

/**
 * Which suggestions are meant, and how that is said above their figures.
 * @throws Refusal `not_found` where the town has no such unit, category or session
 */
export async function narrowTo(
  reader: Reader,
  townId: string,
  { session, unit, category, state, from, to }: LedgerAsked,
): Promise<{ which: Narrowed; said: string[] }> {
  const ofUnit = unit === undefined ? undefined : known(await withinGroup('unit', reader, townId, unit))
  const ofCategory =
    category === undefined ? undefined : known(await withinGroup('category', reader, townId, category))
  const sessions = session === undefined ? [] : await groupingRows.session.list(reader, townId, [])
  const ofSession = session === undefined ? undefined : known(sessions.find(({ key }) => key === session))
  return {
    which: { from, to, session, state, units: ofUnit?.keys, categories: ofCategory?.keys },
    said: [
      ofSession?.name,
      ofUnit && `单位：${ofUnit.name}`,
      ofCategory && `类别：${ofCategory.name}`,
      state && `状态：${suggestionStates[state].label}`,
      (from ?? to) && `交办日期：${from ?? '最早'} 至 ${to ?? '今天'}`,
    ].filter((one) => one !== undefined),
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('not_found')
  return found
}
