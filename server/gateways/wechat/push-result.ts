import type { WechatAnswer } from './call'

/**
 * What became of a push. `later`: try again. `skipped`: the person has no consent left or cannot be reached this way;
 * not an error. `dead`: our mistake, a person must look.
 */
export type PushResult =
  | { end: 'sent'; messageId: string | null }
  | { end: 'later'; reason: string }
  | { end: 'skipped'; reason: string }
  | { end: 'dead'; reason: string }

const skippedCodes: Readonly<Record<number, string>> = {
  43101: '没有可用的订阅（没有同意，或同意的次数用完了）',
}

const deadCodes: Readonly<Record<number, string>> = {
  40003: '微信用户编号不对（40003）',
  40037: '订阅消息模板编号不对（40037）',
  41030: '要打开的页面不在已发布的版本里（41030）',
  43107: '订阅消息能力被封禁（43107）',
  45168: '内容含有敏感词（45168）',
  47003: '模板字段不合要求（47003）',
}

export function classify(answer: WechatAnswer): PushResult {
  if (answer.kind !== 'json') return { end: 'later', reason: 'answer is not JSON' }
  const { errcode, errmsg } = answer
  if (errcode === 0) return { end: 'sent', messageId: messageIdOf(answer.text) }
  const skipped = skippedCodes[errcode]
  if (skipped) return { end: 'skipped', reason: skipped }
  const dead = deadCodes[errcode]
  if (dead) return { end: 'dead', reason: dead }
  return { end: 'later', reason: `${errcode} ${errmsg}` }
}

/** `msgid` is a bare 64-bit integer: `JSON.parse` would corrupt it, so it is read as text. */
const messageIdOf = (text: string) => /"msgid"\s*:\s*"?(\d+)"?/.exec(text)?.[1] ?? null
