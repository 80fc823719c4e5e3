import type { Context, Middleware } from 'koa'
import { Refusal } from '../../shared/words/refusals'

/** What a browser keeps for us where no script can read it. */
export type CookieName = 'desk' | 'desk-ask'

/** Where TLS is stated, a cookie that came over plain HTTP or from a neighbouring address is none of ours. */
export const knowTls =
  (statesTls: boolean): Middleware =>
  async (context, next) => {
    context.state.statesTls = statesTls
    await next()
  }

const fullName = (context: Context, name: CookieName) =>
  (context.state as { statesTls?: boolean }).statesTls ? `__Host-${name}` : name

export function readCookie(context: Context, name: CookieName): string | undefined {
  const wanted = `${fullName(context, name)}=`
  const found = context
    .get('cookie')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(wanted))
  const value = found?.slice(wanted.length) ?? ''
  return /^[\w-]{20,100}$/.test(value) ? value : undefined
}

/** Ends with the browser. An empty value takes it away. */
export function setCookie(context: Context, name: CookieName, value: string) {
  const full = fullName(context, name)
  const parts = [`${full}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Strict']
  if (full !== name) parts.push('Secure')
  if (value === '') parts.push('Max-Age=0')
  context.append('Set-Cookie', parts.join('; '))
}

/**
 * A browser sends cookies along whoever wrote the page, so what changes something must have been sent by a page of
 * ours: no form and no picture of another page can add a header of its own.
 * @throws Refusal `foreign_page`
 */
export function refuseForeign(context: Context) {
  const from = context.get('sec-fetch-site')
  if (context.get('x-desk') !== '1' || (from !== '' && from !== 'same-origin'))
    throw new Refusal('foreign_page')
}
