import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Does something when the network comes back. */
export function useBackOnline(act: () => void) {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const look = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) latest.current()
    }
    Taro.onNetworkStatusChange(look)
    return () => Taro.offNetworkStatusChange(look)
  }, [])
}
