import type { Env } from '../../server/env'
import { WechatUnreachable } from '../../server/gateways/wechat/call'
import type { Wechat } from '../../server/gateways/wechat/wechat'
import { type Check, type Finding, right, skipped, wrong } from './finding'

/** Whether somebody at a computer can be let in: a known address, and a code that opens the mini-program. */
export const deskCheck = (
  env: Pick<Env, 'publicUrl' | 'wechat'>,
  wechat: Pick<Wechat, 'makeCode'>,
): Check => ({
  name: '电脑登录',
  look: async () => [ofAddress(env.publicUrl), await ofCode(env, wechat)],
})

function ofAddress(publicUrl: string | null): Finding {
  if (publicUrl === null)
    return skipped(
      '没有设置 PUBLIC_URL。有人在电脑上办公，就要写：别人打开网页的那个地址，如 https://你的域名。',
    )
  return publicUrl.startsWith('https://')
    ? right(`网页的地址是 ${publicUrl}，登录的凭证只走 https。`)
    : wrong(`PUBLIC_URL 是 ${publicUrl}，登录的凭证会不加密地走：请换成 https 的地址。`)
}

async function ofCode({ wechat: { linkCheck } }: Pick<Env, 'wechat'>, wechat: Pick<Wechat, 'makeCode'>) {
  if (linkCheck !== null) return right('登录码是普通二维码（设了 WECHAT_LINK_CHECK），不花微信的次数。')
  try {
    await wechat.makeCode('d', 'pages/scan')
    return right('登录码是小程序码，微信给得出。')
  } catch (error) {
    if (!(error instanceof WechatUnreachable)) throw error
    return wrong(
      '没有设置 WECHAT_LINK_CHECK，微信也没有给小程序码，扫了登录码打不开小程序：请在小程序后台加“扫普通链接二维码打开小程序”的规则，或先改好上面微信的毛病。',
    )
  }
}
