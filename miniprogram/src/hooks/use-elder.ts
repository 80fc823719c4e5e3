import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { fontScale } from '../client/font-scale'
import { recall, remember } from '../client/store'

/** Whoever has WeChat write this much larger needs it here as well, and whoever comes near it is asked once. */
const turnsOnFrom = 1.4
const offeredFrom = 1.2

/** What was chosen counts; before anything was, what is chosen for the whole of WeChat. */
export const isElder = () => {
  const chosen = recall('elder')
  return chosen === 'on' || (chosen === '' && fontScale() >= turnsOnFrom)
}

/** 大字版: a change of tokens, and less on the home page. */
export function useElder(): [boolean, (on: boolean) => void] {
  const [elder, setElder] = useState(isElder)
  useEffect(() => {
    Taro.eventCenter.on('elder', setElder)
    return () => {
      Taro.eventCenter.off('elder', setElder)
    }
  }, [])
  const turn = (on: boolean) => {
    remember('elder', on ? 'on' : 'off')
    Taro.eventCenter.trigger('elder', on)
  }
  return [elder, turn]
}

/** Whether to ask: nothing was chosen yet, and letters are large all over the phone. */
export const isElderOffered = () => recall('elder') === '' && !isElder() && fontScale() >= offeredFrom

const usual = 17
const least = 24
const most = 30

/** The sizes of 大字版 where the phone wants them larger still, in px; undefined where the tokens are enough. */
export function elderSizes(): string | undefined {
  const body = Math.min(most, Math.max(least, Math.round(usual * fontScale())))
  if (body === least) return undefined
  const sizes = { title: body + 6, heading: body + 2, body, note: body - 4 }
  return Object.entries(sizes)
    .map(([name, px]) => `--${name}:${px}px`)
    .join(';')
}
