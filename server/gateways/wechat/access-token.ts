import type { Env } from '../../env'
import { type CallWechat, type WechatAnswer, WechatUnreachable } from './call'
import { rowOf } from './errcodes'

export type WithToken = (ask: (accessToken: string) => Promise<WechatAnswer>) => Promise<WechatAnswer>

/**
 * `stable_token` in normal mode: every instance gets the same token, so there is nothing to share. Kept until 300 s
 * before its end, fetched by one caller at a time, fetched once more when WeChat refuses it. Never `force_refresh`:
 * that would end the token of every other instance.
 */
export function createAccessToken(call: CallWechat, config: Env['wechat'], now: () => Date): WithToken {
  let held: { token: string; until: number } | undefined
  let fetching: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    const answer = await call({
      method: 'POST',
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid: config.appid, secret: config.secret },
    })
    if (answer.kind !== 'json' || typeof answer.body.access_token !== 'string') {
      if (answer.kind === 'json' && answer.errcode !== 0)
        throw new WechatUnreachable(`no access token: ${answer.errmsg}`, false, answer.errcode)
      throw new WechatUnreachable('微信的回音里没有令牌', false)
    }
    const seconds = Number(answer.body.expires_in) || 300
    held = { token: answer.body.access_token, until: now().getTime() + (seconds - 300) * 1000 }
    return held.token
  }

  function token(): Promise<string> {
    if (held && now().getTime() < held.until) return Promise.resolve(held.token)
    fetching ??= fetchToken()
      .catch((error: unknown) => {
        // Whatever became of this call, nothing was asked of WeChat yet in the name of the one who waits.
        if (error instanceof WechatUnreachable)
          throw new WechatUnreachable(error.message, false, error.errcode)
        throw error
      })
      .finally(() => (fetching = undefined))
    return fetching
  }

  return async (ask) => {
    const used = await token()
    const answer = await ask(used)
    if (answer.kind !== 'json' || rowOf(answer.errcode).class !== 'token') return answer
    if (held?.token === used) held = undefined
    return ask(await token())
  }
}
