import Taro from '@tarojs/taro'
import { Refusal } from '../../../shared/words/refusals'

export interface Message {
  /** With its query. */
  path: string
  method: 'GET' | 'POST' | 'PUT'
  header: Readonly<Record<string, string>>
  data?: unknown
}
export interface Answer {
  statusCode: number
  data: unknown
}

const timeout = 20_000

/**
 * Carries one message to the server: over HTTPS, or inside WeChat where the mini-program was built for 微信云托管.
 * Pictures and tables never come this way: they are larger than WeChat carries there, so they go by HTTPS to the
 * service that the desks use. It knows the same tokens, because both services share one database.
 */
export const carry = (message: Message): Promise<Answer> =>
  CLOUD_ENV !== ''
    ? throughCloud(message)
    : process.env.TARO_ENV === 'h5'
      ? byBrowser(message)
      : Taro.request({ ...rest(message), timeout })

const rest = ({ path, ...message }: Message) => ({ ...message, url: API_BASE + path })

/** A browser asks by itself; what Taro brings for those that cannot is a twentieth of the first visit. */
async function byBrowser({ path, method, header, data }: Message): Promise<Answer> {
  const ended = typeof AbortController === 'undefined' ? undefined : new AbortController()
  const timer = setTimeout(() => ended?.abort(), timeout)
  try {
    const answer = await fetch(API_BASE + path, {
      method,
      headers: header,
      ...(data === undefined ? {} : { body: JSON.stringify(data) }),
      ...(ended && { signal: ended.signal }),
    })
    return { statusCode: answer.status, data: readJson(await answer.text()) }
  } finally {
    clearTimeout(timer)
  }
}

/** What is no JSON, such as the page of a gateway, is handed on as it came. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

let isStarted = false

/** @throws Refusal `too_large`, or `unavailable` where WeChat is too old for it */
async function throughCloud({ header, ...message }: Message): Promise<Answer> {
  refuseTooLarge(message.data)
  const cloud = Taro.cloud as typeof Taro.cloud | undefined
  if (cloud?.callContainer === undefined)
    throw new Refusal('unavailable', {}, '这台手机上的微信太旧，请把微信更新到最新版再打开。')
  if (!isStarted) void cloud.init({ env: CLOUD_ENV })
  isStarted = true
  return cloud.callContainer<unknown>({
    ...message,
    timeout,
    config: { env: CLOUD_ENV },
    header: { ...header, 'X-WX-SERVICE': CLOUD_SERVICE },
  })
}

/** WeChat carries 100 KiB. What it counts besides the content is not written anywhere, so some of it is left. */
const mostBytes = 96 * 1024

function refuseTooLarge(data: unknown) {
  if (data === undefined || bytesOf(JSON.stringify(data)) <= mostBytes) return
  throw new Refusal(
    'too_large',
    {},
    '内容太多，微信一次只能发三万字左右。请删短，或分几次提交，也可以在电脑网页上提交。您填的内容还在。',
  )
}

/** How long a text is in UTF-8; a phone has no encoder that would tell. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
  }
  return bytes
}
