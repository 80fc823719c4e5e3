import Taro from '@tarojs/taro'
import type { OutputOf } from '../../../shared/api/endpoint'
import { personaCode, signIn } from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/refusals'
import { read, send } from './request'
import { forget, recall, remember } from './store'

let signingIn: Promise<string> | undefined

/** The token of this phone; signs in silently where there is none. @throws Refusal `sign_in_needed` in a plain browser */
export function ensureToken(): Promise<string> {
  const token = recall('token')
  if (token) return Promise.resolve(token)
  signingIn ??= fetchToken().finally(() => {
    signingIn = undefined
  })
  return signingIn
}

export const forgetToken = () => forget('token')

/** Asks with the token of this phone; where it has ended, signs in once more and asks the same thing again. */
export async function signedIn<A extends { statusCode: number }>(
  attempt: (token: string) => Promise<A>,
): Promise<A> {
  const answer = await attempt(await ensureToken())
  if (answer.statusCode !== 401) return answer
  forgetToken()
  return attempt(await ensureToken())
}

async function fetchToken(): Promise<string> {
  const persona = recall('persona')
  const answer = await send(signIn, { input: { code: await loginCode() } }, '', '')
  const { token } = read<OutputOf<typeof signIn>>(answer)
  // Somebody else has taken the phone of the demo meanwhile: this token is not theirs.
  if (recall('persona') !== persona) return fetchToken()
  remember('token', token)
  return token
}

/** WeChat gives a code for the person who holds the phone; the demo town gives one for the persona that was picked. */
async function loginCode(): Promise<string> {
  if (process.env.TARO_ENV === 'weapp') return (await Taro.login()).code
  try {
    const persona = recall('persona') || 'villager'
    return read<OutputOf<typeof personaCode>>(await send(personaCode, { params: { persona } }, '', '')).code
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found' && recall('persona')) {
      forget('persona')
      return loginCode()
    }
    if (error instanceof Refusal && error.code === 'not_found')
      throw new Refusal('sign_in_needed', {}, browserOnly)
    throw error
  }
}

const browserOnly = '请在微信里打开“代表之家”小程序登录，再办这件事。'
