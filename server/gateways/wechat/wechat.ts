import type { Env } from '../../env'
import { createAccessToken } from './access-token'
import { callWechat } from './call'
import { checkText } from './check-text'
import { exchangeCode } from './exchange-code'
import { makeCode } from './make-code'
import { sendPush } from './send-push'
import { templateOf } from './templates'
import type { PushKind } from '../../../shared/messages'

/** The outside world of WeChat behind five small functions. Nothing else in the server speaks to it. */
export function createWechat(config: Env['wechat'], now: () => Date = () => new Date()) {
  const call = callWechat(config.apiBase)
  const token = createAccessToken(call, config, now)
  return {
    exchangeCode: exchangeCode(call, config),
    sendPush: sendPush(call, token, config),
    /** The template of this account that a push of this kind uses. */
    templateIdOf: (kind: PushKind) => templateOf(config.templates, kind)?.id,
    checkText: checkText(call, token),
    makeCode: makeCode(call, token, config),
  }
}

export type Wechat = ReturnType<typeof createWechat>
