import type { WechatAnswer, WechatUnreachable } from './call'
import { type ErrorClass, rowOf } from './errcodes'

/** Why pushes rest for a while. `person`: only those to this one. `template`: only those like it. */
export type Rest = 'person' | 'template' | 'rate' | 'quota' | 'configuration'

/**
 * What became of a push. `later`: try again, and `uncertain` if WeChat may have taken it all the same. `skipped`: the
 * person has no consent left or cannot be reached this way; not an error. `dead`: our mistake, a person must look.
 * `rest`: the push lost nothing, its channel stops for a while.
 */
export type PushResult =
  | { end: 'sent'; messageId: string | null }
  | { end: 'later'; reason: string; uncertain?: boolean; unknownCode?: boolean }
  | { end: 'skipped'; reason: string; consentGone?: boolean }
  | { end: 'dead'; reason: string }
  | { end: 'rest'; reason: string; rest: Rest }

export function classify(answer: WechatAnswer): PushResult {
  if (answer.kind !== 'json') return { end: 'later', reason: '微信的回音看不懂', uncertain: true }
  if (answer.errcode === 0) return { end: 'sent', messageId: messageIdOf(answer.text) }
  return resultOf(answer.errcode)
}

/** No answer: what is known of the push then. */
export const afterSilence = (error: WechatUnreachable): PushResult =>
  error.errcode === undefined
    ? { end: 'later', reason: error.message, uncertain: error.sent }
    : resultOf(error.errcode)

function resultOf(errcode: number): PushResult {
  const row = rowOf(errcode)
  return { ...results[row.class](errcode), reason: row.says, ...(row.known ? {} : { unknownCode: true }) }
}

type WithoutReason<R> = R extends { reason: string } ? Omit<R, 'reason'> : never

const results: Readonly<Record<ErrorClass, (errcode: number) => WithoutReason<PushResult>>> = {
  transient: () => ({ end: 'later' }),
  // Refused with a token that had just been fetched: fetching yet another one would only go round in circles.
  token: () => ({ end: 'rest', rest: 'configuration' }),
  finalUser: (errcode) => ({ end: 'skipped', consentGone: errcode === 43101 }),
  finalOurs: () => ({ end: 'dead' }),
  rate: (errcode) => ({ end: 'rest', rest: errcode === 43108 ? 'person' : 'rate' }),
  quota: () => ({ end: 'rest', rest: 'quota' }),
  template: () => ({ end: 'rest', rest: 'template' }),
  configuration: () => ({ end: 'rest', rest: 'configuration' }),
}

/** `msgid` is a bare 64-bit integer: `JSON.parse` would corrupt it, so it is read as text. */
const messageIdOf = (text: string) => /"msgid"\s*:\s*"?(\d+)"?/.exec(text)?.[1] ?? null
