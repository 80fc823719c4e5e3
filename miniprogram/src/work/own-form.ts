import * as z from 'zod/mini'
import type { Register } from '../../../shared/grammar/register'
import { mayDo, type Role } from '../../../shared/permissions'

/** The form of a row: whoever keeps only rows of their own is not asked whose it is, nor for what they may not read. */
export function ownForm(register: Register, roles: readonly Role[], form: z.ZodMiniType): z.ZodMiniType {
  const { own, private: hidden = {} } = register
  const left = [
    ...(own && !mayDo(own.all, roles) ? [own.by] : []),
    ...Object.entries(hidden).flatMap(([name, needed]) => (needed && !mayDo(needed, roles) ? [name] : [])),
  ].filter((name) => name in (form as z.ZodMiniObject).shape)
  if (left.length === 0) return form
  return z.omit(form as z.ZodMiniObject, Object.fromEntries(left.map((name) => [name, true as const])))
}
