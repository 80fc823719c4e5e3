import Taro from '@tarojs/taro'
import { useRef } from 'react'
import type * as z from 'zod/mini'
import { accountNow, loadMe } from '../client/me'
import { unkept, useDraft } from './use-draft'
import { fieldsOf, type Values } from './use-form'

/** What a form is about: under this it is kept on the phone, and so it is called while what it sent waits. */
export interface Keeping {
  about: string
  title: string
  /** Where it can be found again; without it, where one is. */
  page?: string
}

/** A form opens once it is known whose words it will hold, or that nobody can say. */
export function onceWriterIsKnown(open: () => void) {
  if (accountNow() !== '') return open()
  void loadMe()
    .catch(() => undefined)
    .then(open)
}

/** The address of the page that is open. */
function addressHere() {
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {}
  const words = Object.entries(params).flatMap(([name, value]) =>
    value === undefined || name.startsWith('$') ? [] : [`${name}=${value}`],
  )
  return `${path.replace(/^\//, '').replace(/\?.*$/, '')}?${words.join('&')}`
}

/** A form whose draft outlives it and whose sending goes through the outbox; nothing is kept of secrets, and for nobody. */
export function useKeptForm(keeping: Keeping | undefined, schema: z.ZodMiniType, begun: Values) {
  const account = useRef<string>(undefined)
  account.current ??= accountNow()
  const isKept =
    keeping !== undefined && account.current !== '' && fieldsOf(schema).every(({ kind }) => kind !== 'secret')
  const name = isKept ? { account: account.current, about: keeping.about } : unkept
  const draft = useDraft(name, schema, () => begun)
  const label = isKept ? { ...name, title: keeping.title, page: keeping.page ?? addressHere() } : undefined
  return { draft, kept: isKept ? { ...draft.kept, label } : undefined }
}
