import type { Env } from '../../env'
import { type CallWechat, WechatUnreachable } from './call'
import type { WithToken } from './access-token'
import { type CardWords, makeCard } from './make-card'
import type { OwnTemplate } from './own-templates'
import { afterSilence, classify, type PushResult } from './push-result'
import { templateOf } from './templates'

export interface Push extends CardWords {
  openid: string
  /** Own page with its query, without a leading slash. */
  page: string
}

/** `subscribe/send`. Never throws: whatever happens is a result that the outbox can keep. */
export const sendPush =
  (
    call: CallWechat,
    withToken: WithToken,
    config: Env['wechat'],
    ownTemplate: (id: string) => OwnTemplate | undefined = () => undefined,
  ) =>
  async (push: Push): Promise<PushResult> => {
    const template = templateOf(config.templates, push.kind)
    if (!template) return { end: 'skipped', reason: '没有配置订阅消息模板' }
    const own = ownTemplate(template.id)
    const card = makeCard(template, push, own?.allowed)
    if ('unfit' in card) return { end: 'dead', reason: `这张卡片写不进模板：${card.unfit}` }
    const missing = own?.keys.filter(({ key }) => !(key in card.data)) ?? []
    if (missing.length > 0) {
      const keys = missing.map(({ key }) => key).join('、')
      return { end: 'dead', reason: `WECHAT_TEMPLATES 和模板对不上：还没有写 ${keys} 放哪一项` }
    }
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
            data: card.data,
          },
        }),
      )
      return classify(answer)
    } catch (error) {
      if (error instanceof WechatUnreachable) return afterSilence(error)
      throw error
    }
  }
