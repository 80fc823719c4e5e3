import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'
import { verdictOf } from './check-text'

/** WeChat took the photo and will tell of it under this name; or a person must look; or it is asked again. */
export type PhotoAsked = { traceId: string } | 'look' | 'later'

/**
 * `media_check_async` (version 2, scene 2, an image). WeChat fetches the photo from the address, and tells the result in
 * the event `wxa_media_check` within half an hour.
 */
export const checkPhoto =
  (call: CallWechat, withToken: WithToken) =>
  async (openid: string, address: string): Promise<PhotoAsked> => {
    try {
      const answer = await withToken((accessToken) =>
        call({
          method: 'POST',
          path: '/wxa/media_check_async',
          query: { access_token: accessToken },
          body: { version: 2, scene: 2, openid, media_type: 2, media_url: address },
        }),
      )
      if (answer.kind !== 'json') return 'later'
      if (answer.errcode !== 0) return verdictOf(answer.errcode)
      const traceId = answer.body.trace_id
      return typeof traceId === 'string' && traceId !== '' ? { traceId } : 'look'
    } catch (error) {
      if (!(error instanceof WechatUnreachable)) throw error
      return error.errcode === undefined ? 'later' : verdictOf(error.errcode)
    }
  }
