import type { Env } from '../../env'
import { type CallWechat, WechatUnreachable } from './call'

export type CodeExchange = { openid: string } | { refused: 'bad' | 'blocked' | 'later' }

/**
 * `jscode2session`: a login code becomes an openid. The `session_key` that comes with it is dropped here:
 * nothing of ours needs it.
 */
export const exchangeCode =
  (call: CallWechat, config: Env['wechat']) =>
  async (code: string): Promise<CodeExchange> => {
    const answer = await call({
      method: 'GET',
      path: '/sns/jscode2session',
      query: {
        appid: config.appid,
        secret: config.secret,
        js_code: code,
        grant_type: 'authorization_code',
      },
    })
    if (answer.kind !== 'json') throw new WechatUnreachable('微信的回音看不懂', true)
    if (typeof answer.body.openid === 'string' && answer.errcode === 0) return { openid: answer.body.openid }
    if (answer.errcode === 40226) return { refused: 'blocked' }
    if (answer.errcode === 45011 || answer.errcode === -1) return { refused: 'later' }
    if (answer.errcode === 40029 || answer.errcode === 40163 || answer.errcode === 41008)
      return { refused: 'bad' }
    throw new WechatUnreachable(`jscode2session ${answer.errcode} ${answer.errmsg}`, true)
  }
