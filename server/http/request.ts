import type { Context } from 'koa'
import { Refusal } from '../../shared/words/refusals'

/** What is read from a request before anybody knows whose it is. */

/** @throws Refusal `wrong_type` where a body came that is no JSON in UTF-8: it would be read as an empty one, or wrongly. */
export function jsonOf(context: Context): unknown {
  const isOther = context.is('json') === false || !/^(utf-?8|us-ascii)?$/i.test(context.request.charset)
  if (isOther) throw new Refusal('wrong_type')
  return (context.request as { body?: unknown }).body ?? {}
}

/** What stands beside a file. @throws Refusal `bad_json` */
export function jsonIn(text: string | undefined): unknown {
  try {
    return text === undefined ? {} : JSON.parse(text)
  } catch {
    throw new Refusal('bad_json')
  }
}

export const keyOf = (context: Context) => context.get('idempotency-key')
export const isKey = (text: string) => /^[\w-]{8,64}$/.test(text)
