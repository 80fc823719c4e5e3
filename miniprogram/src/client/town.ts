import { listTowns } from '../../../shared/api/towns'
import type { Named } from '../../../shared/grammar/endpoint'
import { ask } from './ask'
import { recall, remember } from './store'

/** The town that this phone is in: named by the page, remembered from the last scan, or the first there is. */
export async function currentTown(named?: string): Promise<string> {
  const known = named || recall('town')
  if (named) remember('town', named)
  if (known) return known
  const [first] = await loadTowns()
  if (!first) throw new Error('还没有开通的乡镇，请联系管理员。')
  remember('town', first.id)
  return first.id
}

export const loadTowns = async (): Promise<Named[]> => (await ask(listTowns, {})).towns
