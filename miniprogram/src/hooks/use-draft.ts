import { useCallback, useEffect, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { type Draft, dropDraft, type DraftName, keepDraft, recallDraft } from '../client/drafts'
import { fittingValues, useForm, type Values } from './use-form'

/** A form that nothing is kept of. */
export const unkept: DraftName = { account: '', about: '' }

const recalled = (name: DraftName) => (name.account === '' ? undefined : recallDraft(name))

/**
 * A form whose words are on the phone at once and leave it only when the server has them, together with the sending that
 * was not answered.
 * @param start what it begins with where nothing was begun before
 * @param certain what counts whatever was begun before
 */
export function useDraft(
  name: DraftName,
  schema: z.ZodMiniType,
  start: (kept: Values) => Values = () => ({}),
  certain: Values = {},
) {
  const { account, about } = name
  const found = useRef<{ draft: Draft | undefined }>(undefined)
  found.current ??= { draft: recalled(name) }
  const { draft } = found.current
  const kept = fittingValues(schema, draft?.values)
  const form = useForm(schema, { ...start(kept), ...kept, ...certain })
  const beginning = { ...start({}), ...certain }
  const sending = useRef(draft?.sending)
  const isSent = useRef(false)
  const [hasRoom, setHasRoom] = useState(true)
  /** Whether the form goes on with what was left here before. */
  const [isGoingOn, setGoingOn] = useState(Object.keys(kept).length > 0)

  /** What was put in; all else goes along with what the form is about. */
  const written = () =>
    Object.fromEntries(Object.entries(form.values).filter(([name, value]) => !isSame(value, beginning[name])))
  const store = () => {
    if (isSent.current || account === '') return
    const values = written()
    if (sending.current === undefined && Object.keys(values).length === 0) dropDraft({ account, about })
    else setHasRoom(keepDraft({ account, about }, { values, sending: sending.current }))
  }
  const latest = useRef({ store, written })
  latest.current = { store, written }
  const first = useRef(true)
  useEffect(() => {
    // A form that was only opened again is not written anew.
    if (!first.current || draft === undefined) latest.current.store()
    first.current = false
  }, [account, about, draft, form.values])

  const keep = useCallback((next: Draft['sending']) => {
    sending.current = next && { ...next, values: latest.current.written() }
    latest.current.store()
  }, [])

  return {
    form,
    /** Whether the phone could keep it. */
    hasRoom,
    /** When what the form goes on with was written, in milliseconds. */
    leftAt: isGoingOn ? (draft?.at ?? 0) : undefined,
    /** Throws away what was written. */
    beginAnew: () => {
      sending.current = undefined
      dropDraft({ account, about })
      setGoingOn(false)
      form.setErrors({})
      form.setValues(beginning)
    },
    /** What was sent and not answered, for `useTask`. */
    kept: {
      sending: draft?.sending,
      keep,
      /** Whether nothing was written since it was sent. */
      isUnchanged: () => isSame(sending.current?.values, latest.current.written()),
    },
    /** The server has it. */
    sent: () => {
      isSent.current = true
      if (account !== '') dropDraft({ account, about })
    },
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export const noRoom = '手机的存储满了，写的话没能存下来。请先不要关掉这一页，写好就送出。'
