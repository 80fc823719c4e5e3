import Taro from '@tarojs/taro'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { signIn } from '../../../shared/api/sign-in'
import { enterBrowser } from './browser-entry'
import { read, send } from './request'
import { forget, recall, remember } from './store'

let signingIn: Promise<string> | undefined

/** The token of this phone; signs in silently where there is none. */
function ensureToken(): Promise<string> {
  const token = recall('token')
  if (token) return Promise.resolve(token)
  signingIn ??= fetchToken().finally(() => {
    signingIn = undefined
  })
  return signingIn
}

export const forgetToken = () => forget('token')

/**
 * Asks as whoever is signed in here: a phone by its token, a browser by a cookie that no script can read. Where that
 * has ended, signs in once more and asks the same thing again.
 * @throws Refusal `sign_in_needed` in a browser where nobody is signed in
 */
export async function signedIn<A extends { statusCode: number }>(
  attempt: (token: string) => Promise<A>,
): Promise<A> {
  if (process.env.TARO_ENV === 'h5') return enterBrowser(() => attempt(''))
  const answer = await attempt(await ensureToken())
  if (answer.statusCode !== 401) return answer
  forgetToken()
  return attempt(await ensureToken())
}

async function fetchToken(): Promise<string> {
  const { code } = await Taro.login()
  const answer = await send(signIn, { input: { code } }, '', '')
  const { token } = read<OutputOf<typeof signIn>>(answer)
  remember('token', token)
  return token
}
