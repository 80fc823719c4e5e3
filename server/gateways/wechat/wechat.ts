import type { PushKind } from '../../../shared/words/messages'
import type { Env } from '../../env'
import { createAccessToken, type WithToken } from './access-token'
import { callWechat, type WechatAnswer } from './call'
import { checkPhoto } from './check-photo'
import { checkTemplates } from './check-templates'
import { checkText } from './check-text'
import { exchangeCode } from './exchange-code'
import { makeCode } from './make-code'
import { makeLink } from './make-link'
import { type OwnTemplate, readOwnTemplates } from './own-templates'
import { readClock } from './read-clock'
import { readPhoneNumber } from './read-phone-number'
import { sendPush } from './send-push'
import { templateOf } from './templates'
import { transcribe } from './transcribe'

/** The outside world of WeChat behind a few small functions. Nothing else in the server speaks to it. */
export function createWechat(config: Env['wechat'], now: () => Date = () => new Date(), patienceMs?: number) {
  const call = callWechat(config.apiBase, patienceMs)
  const token = createAccessToken(call, config, now)
  const open = openInterface(config, patienceMs) ?? { call, token }
  const readTemplates = readOwnTemplates(call, token)
  /** Once WeChat has told them, cards are checked against them before they leave. */
  let own: ReadonlyMap<string, OwnTemplate> = new Map()
  return {
    /** Fetches a token if there is none. @throws WechatUnreachable with the code of the “no” */
    tryToken: async () => {
      await token(() => Promise.resolve(allRight))
    },
    /** The time by WeChat's own clock. @throws WechatUnreachable */
    readClock: () => readClock(config.apiBase),
    exchangeCode: exchangeCode(call, config),
    sendPush: sendPush(open.call, open.token, config, (id) => own.get(id)),
    /** The template of this account that a push of this kind uses. */
    templateIdOf: (kind: PushKind) => templateOf(config.templates, kind)?.id,
    /** @returns what is wrong with the configured templates. @throws WechatUnreachable */
    async checkTemplates(): Promise<string[]> {
      const found = await readTemplates()
      own = new Map(found.map((template) => [template.id, template]))
      return checkTemplates(config.templates, found)
    },
    checkText: checkText(open.call, open.token),
    checkPhoto: checkPhoto(open.call, open.token),
    makeCode: makeCode(open.call, open.token, config),
    makeLink: makeLink(open.call, open.token, config),
    readPhoneNumber: readPhoneNumber(open.call, open.token),
    /** Where recordings may be handed to WeChat to be written down. */
    transcribe: config.transcribes ? transcribe(call, token) : undefined,
  }
}

/** On 微信云托管 the side-car knows who calls: the address is another one and there is no token. */
const openInterface = ({ openInterface: base }: Env['wechat'], patienceMs?: number) => {
  if (base === null) return undefined
  const token: WithToken = (ask) => ask('')
  return { call: callWechat(base, patienceMs), token }
}

const allRight: WechatAnswer = { kind: 'json', text: '', body: {}, errcode: 0, errmsg: '' }

export type Wechat = ReturnType<typeof createWechat>
