import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { loadMe, type Me } from '../client/me'

/** Who I am, or undefined while that is unknown (or nobody is signed in). */
export function useMe(): Me | undefined {
  const [me, setMe] = useState<Me>()
  useEffect(() => {
    let gone = false
    const look = () => {
      loadMe().then(
        (loaded) => !gone && setMe(loaded),
        () => !gone && setMe(undefined),
      )
    }
    look()
    Taro.eventCenter.on('me', look)
    return () => {
      gone = true
      Taro.eventCenter.off('me', look)
    }
  }, [])
  return me
}
