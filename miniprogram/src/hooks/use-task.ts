import { useEffect, useRef, useState } from 'react'
import { settleSending } from '../../../shared/api/sendings'
import { type Arrived, Refusal } from '../../../shared/words/refusals'
import { ask } from '../client/ask'
import type { Sending } from '../client/drafts'
import { type Label, labelSending, waitingUnder } from '../client/outbox'
import { awaitInForm, deliverSoon, sayArrivedBefore } from '../client/postman'
import { Offline } from '../client/request'
import { newKey } from '../client/request-key'
import { troubleOf, type Trouble } from './use-loaded'

/** Where a form outlives the screen, the sending that was not answered outlives it too. */
interface Kept {
  sending?: Sending<unknown> | undefined
  keep: (sending: Sending<unknown> | undefined) => void
  /** Whether nothing was written since it was sent. */
  isUnchanged?: () => boolean
  /** What it is called in the outbox; without it, it goes from here only. */
  label?: Omit<Label, 'before'> | undefined
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
  const label = kept?.label
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState(() => kept?.sending && label && foundIn(label, kept.sending.key))
  const [refused, setRefused] = useState(0)
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const unanswered = useRef(kept?.sending)
  const running = useRef(false)

  const hold = (sending: Sending<unknown> | undefined) => {
    unanswered.current = sending
    kept?.keep(sending)
  }

  async function attempt(input: I): Promise<T> {
    const before = unanswered.current
    let unsettled: string | undefined
    if (before && !isSame(before.input, input)) {
      const settled = await settle(before)
      if (settled === undefined) unsettled = before.key
      else if (settled.arrived === null || !kept) hold(undefined)
      if (settled?.arrived) throw new ArrivedInstead(settled.arrived, before)
    }
    const sending =
      unsettled === undefined && unanswered.current ? unanswered.current : { key: newKey(), input }
    hold(sending)
    const end =
      label &&
      labelSending(sending.key, { ...label, ...(unsettled === undefined ? {} : { before: unsettled }) })
    try {
      const result = await act(input, sending.key)
      hold(undefined)
      return result
    } catch (error) {
      if (isNo(error)) hold(undefined)
      throw error
    } finally {
      end?.()
    }
  }

  /** @returns undefined where it can not be asked now and the outbox will */
  async function settle({ key }: Sending<unknown>) {
    try {
      return await ask(settleSending, { params: { key } })
    } catch (error) {
      if (label && error instanceof Offline) return undefined
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
        if (label && error instanceof Offline) {
          setTrouble(waits)
          deliverSoon()
          return
        }
        setTrouble(troubleOf(error))
        if (error instanceof Refusal) {
          setFields(error.fields)
          setRefused((before) => before + 1)
        }
      })
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }

  /** The network is back: the form that is open shows what comes of it, unless more is being written in it. */
  const goOn = () => {
    const sending = unanswered.current
    if (sending && kept?.isUnchanged?.() !== false) start(() => attempt(sending.input as I))
  }
  const latest = useRef(goOn)
  latest.current = goOn
  const heldKey = trouble === waits ? unanswered.current?.key : undefined
  useEffect(
    () => (heldKey === undefined ? undefined : awaitInForm(heldKey, () => latest.current())),
    [heldKey],
  )

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
    /** How often the server said no. */
    refused,
  }
}

/** What became of what was sent before this form was opened again. */
function foundIn({ account }: Pick<Label, 'account'>, key: string): Trouble | undefined {
  const { state, sentence = '' } = waitingUnder(account, key) ?? {}
  if (state === 'refused') return { kind: 'refused', sentence }
  return state === 'waiting' ? waits : undefined
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
  sentence: sayArrivedBefore(arrived),
  arrived,
})

const waits: Trouble = { kind: 'waits', sentence: '网络不好，已先存在手机里，有网会自动送出。' }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Somebody has changed it since it was loaded. */
export const isStale = (error: unknown) => error instanceof Refusal && error.code === 'stale'

/** The server said no, so nothing was done; without sign-in or in trouble it has not looked what was done before. */
const isNo = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && error.status !== 401 && error.status !== 403
