import type { Context, Middleware } from 'koa'
import { WechatEventRow } from '../../database/entities/messages/wechat-event'
import { newId } from '../../database/id'
import type { Database } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { wake } from '../../database/waking'
import type { Env } from '../../env'
import { answerHandshake, openPush } from '../../gateways/wechat/open-push'
import { readEvent } from '../../gateways/wechat/read-event'

const path = '/wechat/push'
/** An event has a few hundred bytes. */
const mostBytes = 60_000

/**
 * The address of the message push: proves that WeChat speaks, keeps what it says, and answers at once. What it means is
 * found out later. Everything but "kept" is refused, so that WeChat says it again.
 */
export function receiveWechatEvents(parts: {
  database: Database
  config: Env['wechat']
  now: () => Date
}): Middleware {
  const { database, config, now } = parts

  return async (context, next) => {
    const { push } = config
    if (context.path !== path || push === null) {
      await next()
      return
    }
    if (context.method === 'GET') {
      const echo = answerHandshake(push, context.query)
      return echo === undefined ? refuse(context, 'signature') : say(context, 200, echo)
    }
    if (context.method !== 'POST') return refuse(context, 'method')
    const body = await readBody(context)
    if (body === undefined) return refuse(context, 'tooLarge')
    const opened = openPush(config, { query: context.query, body }, now())
    if ('refused' in opened) return refuse(context, opened.refused)
    const event = readEvent(opened.message)
    if (event === undefined) return refuse(context, 'unreadable')
    try {
      await database.transaction(async (tx) => {
        wake(tx, 'wechatEvent')
        await tx.insert(WechatEventRow, {
          id: newId(),
          eventDigest: event.digest,
          name: event.name.slice(0, 60),
          raw: opened.message,
          receivedAt: now(),
          readAt: null,
          setAsideFor: null,
        })
      })
    } catch (error) {
      // WeChat says everything up to three times.
      if (!isDuplicate(error)) throw error
    }
    say(context, 200, 'success')
  }
}

const refusals = {
  signature: [403, '签名不对：请核对 WECHAT_PUSH_TOKEN 和小程序后台“消息推送”里的 Token。'],
  stale: [403, '发出的时间和服务器的时间差得太多：如果是微信发来的，请核对服务器的时钟。'],
  xml: [400, '这里只收 JSON：请在小程序后台“消息推送”里把数据格式改成 JSON。'],
  open: [400, '这里只收加密的消息：请在小程序后台“消息推送”里把加密方式改成安全模式。'],
  unreadable: [400, '读不出来：请核对 WECHAT_PUSH_AES_KEY 和小程序后台的 EncodingAESKey。'],
  otherApp: [403, '不是给这个小程序的：请核对 WECHAT_APPID。'],
  method: [405, '这里只收微信的消息推送。'],
  tooLarge: [413, '内容太大。'],
} as const

function refuse(context: Context, why: keyof typeof refusals) {
  const [status, sentence] = refusals[why]
  say(context, status, sentence)
}

function say(context: Context, status: number, text: string) {
  context.status = status
  context.type = 'text/plain'
  context.body = text
}

/** @returns undefined when it is larger than any event */
async function readBody(context: Context): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of context.req) {
    bytes += (chunk as Buffer).length
    if (bytes > mostBytes) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
