import type { Env } from '../../server/env'
import { type Check, right, wrong } from './finding'

/** What a service of 微信云托管 can know of itself; that public access is really closed, only the console shows. */
export function cloudChecks(env: Env): Check[] {
  const { trustsCloudHeaders, openInterface, push } = env.wechat
  if (!trustsCloudHeaders && openInterface === null) return []
  const troubles = [
    trustsCloudHeaders && openInterface === null && noOpenInterface,
    env.databaseUrl.startsWith('sqlite:') && lostDatabase,
    ['127.0.0.1', 'localhost'].includes(env.host) && unheard(env.host),
    trustsCloudHeaders && push !== null && pushToClosedDoor,
  ].filter((trouble) => trouble !== false)
  return [
    {
      name: '微信云托管',
      look: () =>
        Promise.resolve(
          troubles.length > 0
            ? troubles.map(wrong)
            : [right(trustsCloudHeaders ? `设置齐了。${lookAtConsole}` : '设置齐了。')],
        ),
    },
  ]
}

const lookAtConsole = '还要请人在控制台看一眼：这个服务的公网访问是关着的。'
const noOpenInterface =
  '写了 WECHAT_CLOUD=private，却没有开“开放接口服务”，提醒和内容核对可能发不出去：请在控制台打开它，在“微信令牌权限配置”里加上接口，重新发布版本，再写 WECHAT_OPEN_INTERFACE=on。'
const lostDatabase =
  '数据库在容器里，重新发布一次就全没有了：请在控制台开通 MySQL，把 DATABASE_URL 写成 mysql://用户:密码@地址/库。'
const unheard = (host: string) => `HOST 是 ${host}，容器外面连不上：请写 HOST=0.0.0.0。`
const pushToClosedDoor =
  '这个服务关着公网，微信的消息推送进不来：请把 WECHAT_PUSH_TOKEN 和 WECHAT_PUSH_AES_KEY 写在电脑用的那个服务上，推送地址也填它的域名。'
