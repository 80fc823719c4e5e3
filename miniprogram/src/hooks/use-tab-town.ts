import { useRouter } from '@tarojs/taro'
import { useCallback, useRef } from 'react'
import { nameInAddress } from '../client/address'
import { currentTown, loadTowns } from '../client/town'

/**
 * The town of a tab. What its address names counts when it is opened; the tab stays, and one may have gone on to another
 * town since. In a browser its address says from then on which town it shows.
 */
export function useTabTown(): () => Promise<string> {
  const { params, path } = useRouter()
  const named = useRef(params.town)
  return useCallback(async () => {
    const asked = named.current
    named.current = undefined
    const town = await currentTown(asked)
    if (process.env.TARO_ENV === 'h5' && (await loadTowns()).length > 1) nameInAddress(path, town)
    return town
  }, [path])
}
