import { useRef, useState } from 'react'
import { newKey } from '../client/request-key'
import { Refusal } from '../../../shared/refusals'
import { troubleOf, type Trouble } from './use-loaded'

/**
 * Something the person does once. A second tap while it runs is ignored, and a retry carries the same key,
 * so that it is done once even when the first answer got lost on the way.
 */
export function useTask<I, T>(act: (input: I, key: string) => Promise<T>, done: (result: T) => void) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const key = useRef<string>(undefined)
  const running = useRef(false)

  const run = (input: I) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setTrouble(undefined)
    setFields({})
    // Begun at once: what WeChat allows only within a tap is asked there.
    new Promise<T>((resolve) => resolve(act(input, (key.current ??= newKey()))))
      .then((result) => {
        key.current = undefined
        done(result)
      })
      .catch((error: unknown) => {
        setTrouble(troubleOf(error))
        if (error instanceof Refusal) {
          // The server said no, so nothing was done: what is sent next is a new intention.
          key.current = undefined
          setFields(error.fields)
        }
      })
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  return { run, busy, trouble, fields }
}
