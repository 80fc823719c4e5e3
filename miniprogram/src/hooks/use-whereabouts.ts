import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Whereabouts, whereabouts } from '../client/town'

/** Where one stands among the towns; undefined while that is unknown, and where there is only one. */
export function useWhereabouts(): Whereabouts | undefined {
  const [where, setWhere] = useState<Whereabouts>()
  useEffect(() => {
    let gone = false
    const look = () => {
      whereabouts().then(
        (found) => !gone && setWhere(found),
        () => undefined,
      )
    }
    look()
    Taro.eventCenter.on('town', look)
    Taro.eventCenter.on('me', look)
    return () => {
      gone = true
      Taro.eventCenter.off('town', look)
      Taro.eventCenter.off('me', look)
    }
  }, [])
  return where
}
