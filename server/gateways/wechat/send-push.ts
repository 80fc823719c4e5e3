import type { Env } from '../../env'
import { type CallWechat, WechatUnreachable } from './call'
import type { WithToken } from './access-token'
import { classify, type PushResult } from './push-result'

export interface Push {
  openid: string
  kind: 'task' | 'progress'
  /** At most 32 printable ASCII characters. */
  number: string
  /** At most 20 characters, nothing personal. */
  phrase: string
  /** `2026年11月21日 09:05`. */
  time: string
  /** Own page with its query, without a leading slash. */
  page: string
}

/** `subscribe/send`. Never throws: whatever happens is a result that the outbox can keep. */
export const sendPush =
  (call: CallWechat, withToken: WithToken, config: Env['wechat']) =>
  async (push: Push): Promise<PushResult> => {
    const template = config.templates?.[push.kind]
    if (!template) return { end: 'skipped', reason: '没有配置订阅消息模板' }
    try {
      const answer = await withToken((accessToken) =>
        call({
          method: 'POST',
          path: '/cgi-bin/message/subscribe/send',
          query: { access_token: accessToken },
          body: {
            touser: push.openid,
            template_id: template.id,
            page: push.page,
            miniprogram_state: config.miniprogramState,
            lang: 'zh_CN',
            data: {
              [template.fields.number]: { value: push.number },
              [template.fields.phrase]: { value: push.phrase },
              [template.fields.time]: { value: push.time },
            },
          },
        }),
      )
      return classify(answer)
    } catch (error) {
      if (error instanceof WechatUnreachable) return { end: 'later', reason: error.message }
      throw error
    }
  }
