import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { forget, recall, remember } from '../client/store'

/** 大字版: a change of tokens, nothing else. */
export function useElder(): [boolean, (on: boolean) => void] {
  const [elder, setElder] = useState(recall('elder') === 'on')
  useEffect(() => {
    Taro.eventCenter.on('elder', setElder)
    return () => {
      Taro.eventCenter.off('elder', setElder)
    }
  }, [])
  const turn = (on: boolean) => {
    if (on) remember('elder', 'on')
    else forget('elder')
    Taro.eventCenter.trigger('elder', on)
  }
  return [elder, turn]
}
