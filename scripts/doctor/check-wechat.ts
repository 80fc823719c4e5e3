import { WechatUnreachable } from '../../server/gateways/wechat/call'
import { rowOf } from '../../server/gateways/wechat/errcodes'
import type { Wechat } from '../../server/gateways/wechat/wechat'
import { type Check, type Finding, right, wrong } from './finding'

/** A difference that signatures and tokens can stand. */
const mostSecondsApart = 60
/** Where printed codes lead, and where a push leads. */
const pages = ['pages/scan', 'pages/matter']

export function wechatChecks(wechat: Wechat, now: () => Date): Check[] {
  return [
    { name: '微信令牌', look: () => orTrouble(wechat.tryToken().then(() => [right('取到了。')])) },
    {
      name: '时钟',
      look: () =>
        orTrouble(
          wechat.readClock().then((theirs) => {
            const apart = Math.round(Math.abs(now().getTime() - theirs.getTime()) / 1000)
            return [
              apart <= mostSecondsApart
                ? right(`和微信相差 ${apart} 秒。`)
                : wrong(`和微信相差 ${apart} 秒，请打开服务器的时间同步（NTP）。`),
            ]
          }),
        ),
    },
    {
      name: '订阅消息模板',
      look: () =>
        orTrouble(
          wechat
            .checkTemplates()
            .then((problems) =>
              problems.length === 0 ? [right('和小程序后台一致。')] : problems.map(wrong),
            ),
        ),
    },
    {
      name: '小程序码和页面',
      look: () =>
        orTrouble(
          (async () => {
            for (const page of pages) await wechat.makeCode('doctor', page)
            return [right('能生成，页面都在已发布的版本里。')]
          })(),
        ),
    },
  ]
}

async function orTrouble(look: Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look
  } catch (error) {
    if (!(error instanceof WechatUnreachable)) throw error
    return [
      wrong(
        error.errcode === undefined
          ? `连不上微信（${error.message}），请检查服务器能不能访问 api.weixin.qq.com。`
          : `${rowOf(error.errcode).says}。`,
      ),
    ]
  }
}
