import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { accountNow } from '../client/me'
import { outboxChanged, type Waiting, waitingOf } from '../client/outbox'

/** What I sent and what became of it where it had to wait; of all forms, or of those whose names begin like this. */
export function useWaiting(about = ''): readonly Waiting[] {
  const [waiting, setWaiting] = useState(() => mineAbout(about))
  useEffect(() => {
    const look = () => setWaiting(mineAbout(about))
    look()
    Taro.eventCenter.on(outboxChanged, look)
    Taro.eventCenter.on('me', look)
    return () => {
      Taro.eventCenter.off(outboxChanged, look)
      Taro.eventCenter.off('me', look)
    }
  }, [about])
  return waiting
}

function mineAbout(about: string) {
  const account = accountNow()
  return account === '' ? [] : waitingOf(account).filter((one) => one.about.startsWith(about))
}
