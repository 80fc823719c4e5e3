import type { Env } from '../../env'
import { decryptPush, isSigned } from './push-crypto'

/** A call at the address of the message push: its query and its body as they came. */
export interface PushCall {
  query: Readonly<Record<string, unknown>>
  body: string
}
export type OpenedPush =
  { message: string } | { refused: 'signature' | 'stale' | 'xml' | 'open' | 'unreadable' | 'otherApp' }

const word = (value: unknown) => (typeof value === 'string' ? value : '')

/** The handshake: WeChat asks once, when the address is saved, and wants its own word back. */
export const answerHandshake = (push: NonNullable<Env['wechat']['push']>, query: PushCall['query']) =>
  isSigned(word(query.signature), [push.token, word(query.timestamp), word(query.nonce)])
    ? word(query.echostr)
    : undefined

/** What was seen once is not good for ever. WeChat itself may come half an hour late, and clocks differ by minutes. */
const freshMs = 50 * 60_000
const isFresh = (timestamp: unknown, now: Date) =>
  Math.abs(now.getTime() - Number(word(timestamp)) * 1000) <= freshMs

/**
 * Only a sealed body is believed: the signature of plain mode says nothing of the body, and whoever saw one request
 * could say anything under it. `msg_signature` is over the sealed text, `signature` then proves nothing.
 */
export function openPush(config: Env['wechat'], { query, body }: PushCall, now: Date): OpenedPush {
  const { push, appid } = config
  if (push === null) return { refused: 'signature' }
  const stamped = [push.token, word(query.timestamp), word(query.nonce)]
  if (!isFresh(query.timestamp, now)) return { refused: 'stale' }
  if (/^\s*</.test(body)) return { refused: 'xml' }
  const encrypted = sealedText(body)
  if (encrypted === undefined) {
    if (query.encrypt_type === 'aes') return { refused: 'unreadable' }
    return { refused: isSigned(word(query.signature), stamped) ? 'open' : 'signature' }
  }
  if (!isSigned(word(query.msg_signature), [...stamped, encrypted])) return { refused: 'signature' }
  const opened = decryptPush(push.aesKey, encrypted)
  if (opened === undefined) return { refused: 'unreadable' }
  return opened.appid === appid ? { message: opened.message } : { refused: 'otherApp' }
}

function sealedText(body: string): string | undefined {
  try {
    const { Encrypt } = JSON.parse(body) as { Encrypt?: unknown }
    return typeof Encrypt === 'string' ? Encrypt : undefined
  } catch {
    return undefined
  }
}
