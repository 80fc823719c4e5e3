import { useCallback, useEffect, useRef, useState } from 'react'
import { askAtDesk, awaitDesk } from '../../../shared/api/desk'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { troubleOf, type Trouble } from './use-loaded'

const pauseMs = 2000
/** A page that nobody looks at any more asks for no more codes: this is half an hour. */
const mostRenewals = 10

export type DeskCode = OutputOf<typeof askAtDesk>
type Stand = 'waiting' | 'refused' | 'resting'

/**
 * A code for this browser that is renewed by itself, and whether somebody has confirmed it.
 * @param miniCode which kind of code; the server's choice where it is undefined
 */
export function useDeskCode(miniCode: boolean | undefined, done: () => void) {
  const [code, setCode] = useState<DeskCode>()
  const [stand, setStand] = useState<Stand>('waiting')
  const [trouble, setTrouble] = useState<Trouble>()
  const [round, setRound] = useState(0)
  const renewals = useRef(0)
  const finish = useRef(done)
  finish.current = done

  const renew = useCallback(() => {
    renewals.current = 0
    setRound((before) => before + 1)
  }, [])

  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (step: () => void) => {
      if (!gone) timer = setTimeout(step, pauseMs)
    }
    const fetchCode = () => {
      ask(askAtDesk, { input: miniCode === undefined ? {} : { miniCode } }).then(
        (made) => {
          if (gone) return
          setCode(made)
          setStand('waiting')
          setTrouble(undefined)
          later(look)
        },
        (error: unknown) => {
          if (!gone) setTrouble(troubleOf(error))
        },
      )
    }
    const look = () => {
      ask(awaitDesk, {}).then(
        ({ state }) => {
          if (gone) return
          if (state === 'signedIn') finish.current()
          else if (state === 'refused') setStand('refused')
          else if (state === 'open') later(look)
          else if (renewals.current >= mostRenewals) setStand('resting')
          else {
            renewals.current += 1
            fetchCode()
          }
        },
        () => later(look),
      )
    }
    fetchCode()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [miniCode, round])

  return { code, stand, trouble, renew }
}
