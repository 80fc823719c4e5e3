import { listDoors, type OpenDoor } from '../../../shared/api/doors'
import { ask } from '../client/ask'
import { countOnTabs } from '../client/tab-counts'
import { currentTown } from '../client/town'
import { useLoaded } from './use-loaded'
import { useMe } from './use-me'

/**
 * The doors that stand open to me in this town, or where I stand, with what waits behind them; undefined while that is
 * unknown.
 * @param at asked anew where it changes
 */
export function useDoors(inTown?: string, at?: string) {
  const me = useMe()
  return useLoaded(async (): Promise<{ town: string; doors: readonly OpenDoor[] } | undefined> => {
    if (me === undefined) return undefined
    const town = inTown ?? (await currentTown())
    const open = { town, ...(await ask(listDoors, { params: { town } })) }
    countOnTabs(open.doors)
    return open
  }, [inTown, at, me]).value
}
