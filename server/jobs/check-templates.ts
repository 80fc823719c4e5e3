import { WechatUnreachable } from '../gateways/wechat/call'
import type { Job } from './runner'

/** At the start and every hour: whether the configured templates are still those of the account. Says what to set right. */
export const checkTemplates: Job = {
  name: 'check-templates',
  pauseMs: 3_600_000,
  wokenBy: [],
  async run({ wechat, log }) {
    try {
      for (const problem of await wechat.checkTemplates()) log.error({ templates: problem })
    } catch (error) {
      if (!(error instanceof WechatUnreachable)) throw error
      log.warn({ templates: `问不到微信：${error.message}` })
    }
  },
}
