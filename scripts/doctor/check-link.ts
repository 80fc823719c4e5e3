import type { Env } from '../../server/env'
import { type Check, right, skipped, wrong } from './finding'

/** Does what WeChat does when the rule for ordinary links is saved in the back office. */
export function linkCheck(file: Env['wechat']['linkCheck'], serverUrl: string): Check {
  return {
    name: '普通链接',
    async look() {
      if (file === null)
        return [
          skipped(
            '没有设置 WECHAT_LINK_CHECK，普通二维码在微信里只打开网页。要打开小程序，先在小程序后台“扫普通链接二维码打开小程序”里加规则。',
          ),
        ]
      const url = `${serverUrl}/q/${file.name}`
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).catch(
        () => undefined,
      )
      if (answer === undefined)
        return [wrong(`${serverUrl} 没有回应，请先启动服务器，或用 --url 写明它的网址。`)]
      return [
        answer.status === 200 && (await answer.text()) === file.content
          ? right('校验文件取得到。')
          : wrong(
              `${url} 不是校验文件里的那行字（HTTP ${answer.status}），请核对 WECHAT_LINK_CHECK 和反向代理。`,
            ),
      ]
    },
  }
}
