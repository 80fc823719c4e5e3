import { useEffect, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { type Draft, dropDraft, type DraftName, keepDraft, recallDraft } from '../client/drafts'
import { fittingValues, useForm, type Values } from './use-form'

/**
 * A form whose words are on the phone at once and leave it only when the server has them, together with the sending that
 * was not answered.
 * @param start what it begins with where nothing was begun before
 * @param certain what counts whatever was begun before
 */
export function useDraft(
  { account, about }: DraftName,
  schema: z.ZodMiniType,
  start: (kept: Values) => Values = () => ({}),
  certain: Values = {},
) {
  const found = useRef<{ draft: Draft | undefined }>(undefined)
  found.current ??= { draft: recallDraft({ account, about }) }
  const { draft } = found.current
  const kept = fittingValues(schema, draft?.values)
  const form = useForm(schema, { ...start(kept), ...kept, ...certain })
  const untouched = useRef(JSON.stringify({ ...start({}), ...certain }))
  const sending = useRef(draft?.sending)
  const isSent = useRef(false)
  const [hasRoom, setHasRoom] = useState(true)

  const store = () => {
    if (isSent.current) return
    const { values } = form
    if (sending.current === undefined && JSON.stringify(values) === untouched.current)
      dropDraft({ account, about })
    else setHasRoom(keepDraft({ account, about }, { values, sending: sending.current }))
  }
  const latest = useRef(store)
  latest.current = store
  useEffect(() => latest.current(), [account, about, form.values])

  return {
    form,
    /** Whether the phone could keep it. */
    hasRoom,
    /** What was sent and not answered, for `useTask`. */
    kept: {
      sending: draft?.sending,
      keep(next: Draft['sending']) {
        sending.current = next
        latest.current()
      },
    },
    /** The server has it. */
    sent: () => {
      isSent.current = true
      dropDraft({ account, about })
    },
  }
}

export const noRoom = '手机的存储满了，写的话没能存下来。请先不要关掉这一页，写好就送出。'
