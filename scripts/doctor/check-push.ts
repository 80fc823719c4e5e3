import { createHash, randomBytes } from 'node:crypto'
import type { Env } from '../../server/env'
import { type Check, right, skipped, wrong } from './finding'

/** Does what WeChat does when the address is saved in the back office. */
export function pushCheck(push: Env['wechat']['push'], serverUrl: string): Check {
  return {
    name: '消息推送',
    async look() {
      if (push === null)
        return [
          skipped(
            '没有设置 WECHAT_PUSH_TOKEN，收不到“已送达”“已退订”。要用，先在小程序后台“消息推送”里填好。',
          ),
        ]
      const timestamp = '1700000000'
      const nonce = randomBytes(5).toString('hex')
      const echostr = randomBytes(8).toString('hex')
      const signature = createHash('sha1')
        .update([push.token, timestamp, nonce].sort().join(''))
        .digest('hex')
      const url = `${serverUrl}/wechat/push?${new URLSearchParams({ signature, timestamp, nonce, echostr }).toString()}`
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
      if (answer === undefined)
        return [wrong(`${serverUrl} 没有回应，请先启动服务器，或用 --url 写明它的网址。`)]
      return [
        (await answer.text()) === echostr
          ? right('握手成功。')
          : wrong(
              `${serverUrl} 没有照原样回答（HTTP ${answer.status}），请核对 WECHAT_PUSH_TOKEN 和反向代理。`,
            ),
      ]
    },
  }
}
