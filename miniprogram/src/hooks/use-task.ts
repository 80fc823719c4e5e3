import { useRef, useState } from 'react'
import { settleSending } from '../../../shared/api/sendings'
import { numberOf } from '../../../shared/words/messages'
import { type Arrived, Refusal } from '../../../shared/words/refusals'
import { ask } from '../client/ask'
import type { Sending } from '../client/drafts'
import { newKey } from '../client/request-key'
import { troubleOf, type Trouble } from './use-loaded'

/** Where a form outlives the screen, the sending that was not answered outlives it too. */
interface Kept {
  sending?: Sending<unknown> | undefined
  keep: (sending: Sending<unknown> | undefined) => void
}

/**
 * Something the person does once. A second tap while it runs is ignored. A key belongs to what is sent: the same again
 * carries the same key, so that it is done once even when the first answer got lost on the way; before something else is
 * sent, it is asked what became of the first.
 */
export function useTask<I, T>(
  act: (input: I, key: string) => Promise<T>,
  done: (result: T) => void,
  kept?: Kept,
) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const unanswered = useRef(kept?.sending)
  const running = useRef(false)

  const hold = (sending: Sending<unknown> | undefined) => {
    unanswered.current = sending
    kept?.keep(sending)
  }

  async function attempt(input: I): Promise<T> {
    const before = unanswered.current
    if (before && !isSame(before.input, input)) {
      const { arrived } = await ask(settleSending, { params: { key: before.key } })
      if (arrived === null || !kept) hold(undefined)
      if (arrived) throw new ArrivedInstead(arrived, before)
    }
    const sending = unanswered.current ?? { key: newKey(), input }
    hold(sending)
    try {
      const result = await act(input, sending.key)
      hold(undefined)
      return result
    } catch (error) {
      if (isNo(error)) hold(undefined)
      throw error
    }
  }

  const start = (work: () => Promise<T>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setTrouble(undefined)
    setFields({})
    work()
      .then(done)
      .catch((error: unknown) => {
        if (error instanceof ArrivedInstead) {
          const { input, key } = error.before
          // The same again is answered, not done: that is what became of it.
          setTrouble({ ...told(error.arrived), see: () => start(() => act(input as I, key)) })
          return
        }
        setTrouble(troubleOf(error))
        if (error instanceof Refusal) setFields(error.fields)
      })
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }

  return {
    run: (input: I) => start(() => attempt(input)),
    /** The person knows what became of the sending before; what is sent next is something of its own. */
    runAnew(input: I) {
      hold(undefined)
      start(() => attempt(input))
    },
    busy,
    trouble,
    fields,
  }
}

/** Another thing was sent before, and it has arrived. */
class ArrivedInstead extends Error {
  constructor(
    readonly arrived: Arrived,
    readonly before: Sending<unknown>,
  ) {
    super()
  }
}

const told = (arrived: Arrived): Trouble => ({
  kind: 'refused',
  sentence: `上一次填的已经送到，办好了${arrived.id ? `（编号 ${numberOf(arrived.id)}）` : ''}。这次改的还没有送出，请先看看最新情况。`,
  arrived,
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Somebody has changed it since it was loaded. */
export const isStale = (error: unknown) => error instanceof Refusal && error.code === 'stale'

/** The server said no, so nothing was done; without sign-in or in trouble it has not looked what was done before. */
const isNo = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && error.status !== 401 && error.status !== 403
