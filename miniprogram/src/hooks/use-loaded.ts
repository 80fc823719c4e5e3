import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { onBackOnline } from '../client/on-back-online'
import { copiesHandedOut, fresherCame, oldestCopySince } from '../client/reading'
import { Offline } from '../client/request'
import { Unsettled } from '../client/town'
import { type Arrived, Refusal, type RefusalCode } from '../../../shared/words/refusals'

/** Why a screen has nothing to show, in a sentence that says what to do. */
export interface Trouble {
  /** `waits`: what was sent is in the outbox and goes by itself. */
  kind: 'offline' | 'refused' | 'signedOut' | 'unsettled' | 'waits'
  sentence: string
  code?: RefusalCode
  /** What was sent before and has arrived, where that is why. */
  arrived?: Arrived
  /** Shows what came of it. */
  see?: () => void
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal)
    return {
      kind: isSignedOut(error) ? 'signedOut' : 'refused',
      sentence: error.message,
      code: error.code,
      ...(error.arrived ? { arrived: error.arrived } : {}),
    }
  if (error instanceof Unsettled) return { kind: 'unsettled', sentence: error.message }
  if (error instanceof Offline) return { kind: 'offline', sentence: error.message }
  return {
    kind: 'offline',
    sentence: error instanceof Error && error.message ? error.message : new Offline().message,
  }
}

/** Nothing was written where one only reads. */
function readingTroubleOf(error: unknown): Trouble {
  const trouble = troubleOf(error)
  if (!(error instanceof Offline)) return trouble
  return { ...trouble, sentence: error.isServerAway ? serverAway : noLine }
}
const noLine = '没有连上网，这一页还没有存在这台设备上。有网会自动打开，也可以现在再试一次。'
const serverAway = '系统现在连不上，不是您的网络的事，工作人员会处理。过几分钟再试一次。'

/** In a browser one signs in by hand; a phone has tried by itself already. */
const isSignedOut = ({ code }: Refusal) => process.env.TARO_ENV === 'h5' && code === 'sign_in_needed'

export interface Loaded<T> {
  value: T | undefined
  trouble: Trouble | undefined
  /** When what is shown was read, in milliseconds, where it did not come from the server now. */
  asOf?: number | undefined
  reload: () => void
  /** Puts a newer value in place, for instance the answer to a step. */
  put: (value: T) => void
}

/**
 * What a screen shows, loaded when it appears and again when one comes back to it. The old value stays while the new
 * one is on its way; an answer that comes too late is dropped.
 */
export function useLoaded<T>(load: () => Promise<T>, dependencies: readonly unknown[]): Loaded<T> {
  const [value, setValue] = useState<T>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [asOf, setAsOf] = useState<number>()
  const round = useRef(0)
  const settled = useRef(false)
  const latest = useRef(load)
  latest.current = load

  const reload = useCallback(() => {
    round.current += 1
    const mine = round.current
    const before = copiesHandedOut()
    latest.current().then(
      (loaded) => {
        settled.current = true
        if (mine !== round.current) return
        setValue(loaded)
        setAsOf(oldestCopySince(before))
        setTrouble(undefined)
      },
      (error: unknown) => {
        settled.current = true
        if (mine === round.current) setTrouble(readingTroubleOf(error))
      },
    )
  }, [])

  const key = JSON.stringify(dependencies)
  useEffect(reload, [reload, key])
  useDidShow(() => {
    // What was drawn after its page had been shown hears of the next time only: that time counts.
    if (settled.current) reload()
  })

  const isBehind = asOf !== undefined || trouble?.kind === 'offline'
  useEffect(() => {
    if (!isBehind) return
    const end = onBackOnline(reload)
    Taro.eventCenter.on(fresherCame, reload)
    return () => {
      end()
      Taro.eventCenter.off(fresherCame, reload)
    }
  }, [isBehind, reload])

  const isUnsettled = trouble?.kind === 'unsettled'
  useEffect(() => {
    if (!isUnsettled) return
    Taro.eventCenter.on('town', reload)
    return () => void Taro.eventCenter.off('town', reload)
  }, [isUnsettled, reload])

  const put = useCallback((newer: T) => {
    round.current += 1
    setValue(newer)
    setAsOf(undefined)
    setTrouble(undefined)
  }, [])
  return { value, trouble, asOf, reload, put }
}
