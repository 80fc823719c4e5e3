import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'
import { type ErrorClass, rowOf } from './errcodes'

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
      return verdicts[rowOf(answer.errcode).class]
    } catch (error) {
      if (error instanceof WechatUnreachable) {
        return error.errcode === undefined ? 'later' : verdicts[rowOf(error.errcode).class]
      }
      throw error
    }
  }

/** What passes soon is asked again; what will not pass before somebody sets it right is for a person at once. */
const verdicts: Readonly<Record<ErrorClass, TextVerdict>> = {
  transient: 'later',
  rate: 'later',
  token: 'look',
  quota: 'look',
  configuration: 'look',
  finalUser: 'look',
  finalOurs: 'look',
}
