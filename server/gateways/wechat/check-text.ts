import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'

/** `pass`: nothing found. `look`: a person must look, for whatever reason. `later`: no verdict, ask again. */
export type TextVerdict = 'pass' | 'look' | 'later'

/**
 * `msg_sec_check` (version 2, scene 2). A verdict other than "pass" never rejects: petitions hit the "politics" label
 * every day. WeChat knows only people who were active in the last two hours (61010): then a person looks.
 */
export const checkText =
  (call: CallWechat, withToken: WithToken) =>
  async (openid: string, content: string): Promise<TextVerdict> => {
    try {
      const answer = await withToken((accessToken) =>
        call({
          method: 'POST',
          path: '/wxa/msg_sec_check',
          query: { access_token: accessToken },
          body: { version: 2, scene: 2, openid, content: content.slice(0, 2500) },
          timeoutMs: 3000,
        }),
      )
      if (answer.kind !== 'json') return 'later'
      if (answer.errcode === 0) {
        return (answer.body.result as { suggest?: unknown } | undefined)?.suggest === 'pass' ? 'pass' : 'look'
      }
      return passingCodes.includes(answer.errcode) ? 'later' : 'look'
    } catch (error) {
      if (error instanceof WechatUnreachable) return 'later'
      throw error
    }
  }

/** System error, and the limits per minute and per day. */
const passingCodes = [-1, 44991, 45009, 45011]
