import { own } from '../../../shared/grammar/own'

/**
 * Every errcode that our calls can bring, and what it means for whoever waits for the answer. Rows, so that a wrong
 * one is corrected in one place once a real account has shown it.
 */
export type ErrorClass =
  /** Nobody's fault: try again later. */
  | 'transient'
  /** The token is no good: one fetch, one more try. */
  | 'token'
  /** The person does not want it or cannot have it: final, and no mistake. */
  | 'finalUser'
  /** We sent something wrong: final, a person must look. */
  | 'finalOurs'
  /** Too many at this moment: slow down, the message loses nothing. */
  | 'rate'
  /** The day's allowance is used up: the channel rests until midnight. */
  | 'quota'
  /** Said of a template or a page of ours, not of this card: those like it wait until it is set right. */
  | 'template'
  /** Nothing of this kind will work until somebody sets it right: the channel rests, an alarm. */
  | 'configuration'

interface Row {
  class: ErrorClass
  /** For the office or the operator: what it is and what to do. */
  says: string
}

export const errcodes: Readonly<Record<number, Row>> = {
  [-1]: { class: 'transient', says: '微信系统繁忙' },
  40001: { class: 'token', says: '微信不认令牌' },
  40014: { class: 'token', says: '微信不认令牌' },
  41001: { class: 'token', says: '没有带令牌' },
  42001: { class: 'token', says: '令牌过期' },
  43101: { class: 'finalUser', says: '没有可用的订阅（没有同意，或同意的次数用完了）' },
  61010: { class: 'finalUser', says: '这位用户两小时内没有打开过小程序' },
  87020: { class: 'finalUser', says: '同一份内容已经送检过' },
  40029: { class: 'finalUser', says: '微信给的一次性代码已经用过或过期' },
  40003: { class: 'finalOurs', says: '微信用户编号不对' },
  40004: { class: 'finalOurs', says: '媒体类型不对' },
  40037: { class: 'template', says: '订阅消息模板编号不对，请核对 WECHAT_TEMPLATES' },
  40097: { class: 'finalOurs', says: '参数不对' },
  40129: { class: 'finalOurs', says: '场景值不对' },
  40165: { class: 'finalOurs', says: '要打开的页面路径不对' },
  40169: { class: 'finalOurs', says: '场景值太长或是空的' },
  40212: { class: 'finalOurs', says: '链接的参数不对' },
  41030: { class: 'template', says: '要打开的页面不在已发布的版本里' },
  43002: { class: 'finalOurs', says: '请求方式不对' },
  43104: { class: 'finalOurs', says: '用户不属于这个小程序' },
  44002: { class: 'finalOurs', says: '请求是空的' },
  85096: { class: 'finalOurs', says: '场景值用了保留的名字' },
  85401: { class: 'finalOurs', says: '链接的有效期不对（最短 1 分钟，最长 30 天）' },
  85402: { class: 'finalOurs', says: '链接要打开的版本不对' },
  45168: { class: 'finalOurs', says: '内容含有敏感词' },
  47001: { class: 'finalOurs', says: '请求的格式不对' },
  47003: { class: 'finalOurs', says: '模板字段不合要求' },
  43108: { class: 'rate', says: '同一个人同时有两条在发' },
  44990: { class: 'rate', says: '每秒生成链接的次数用完了' },
  44991: { class: 'rate', says: '每分钟的次数用完了' },
  45011: { class: 'rate', says: '每分钟的次数用完了' },
  40038: { class: 'quota', says: '今天的次数用完了' },
  44993: { class: 'quota', says: '今天生成链接的次数用完了' },
  45009: { class: 'quota', says: '今天的次数用完了' },
  40002: { class: 'configuration', says: '凭证类型不对' },
  40013: { class: 'configuration', says: 'WECHAT_APPID 不对，请核对小程序后台' },
  40066: { class: 'configuration', says: '接口地址不对' },
  40125: { class: 'configuration', says: 'WECHAT_SECRET 不对（可能重置过），请到小程序后台取新的' },
  40164: { class: 'configuration', says: '服务器的 IP 不在白名单里，请到小程序后台添加' },
  40243: { class: 'configuration', says: 'AppSecret 被冻结，请到小程序后台解冻' },
  41002: { class: 'configuration', says: '没有填 WECHAT_APPID' },
  41004: { class: 'configuration', says: '没有填 WECHAT_SECRET' },
  43106: { class: 'configuration', says: '订阅消息能力受到处罚，请看小程序后台的通知' },
  43107: { class: 'configuration', says: '订阅消息能力或模板被封禁，请看小程序后台的通知' },
  200011: { class: 'configuration', says: '小程序账号被封禁，不能用订阅消息，请看小程序后台的通知' },
  200013: { class: 'template', says: '订阅消息模板被封禁，请看小程序后台的通知' },
  200100: { class: 'configuration', says: '这类小程序账号不能用订阅消息' },
  48001: {
    class: 'configuration',
    says: '小程序没有这个接口的权限，请到小程序后台开通；用微信云托管的，把它加进“微信令牌权限配置”再重新发布',
  },
  48004: { class: 'configuration', says: '接口被封禁，请看小程序后台的通知' },
  50002: { class: 'configuration', says: '小程序被限制，请看小程序后台的通知' },
  50004: { class: 'configuration', says: '不允许取令牌，请看小程序后台的通知' },
  50007: { class: 'configuration', says: '小程序账号被冻结，请看小程序后台的通知' },
  85079: { class: 'configuration', says: '小程序还没有发布，请先在小程序后台发布' },
  89503: { class: 'configuration', says: '等管理员在微信里确认这台服务器的 IP' },
  89506: { class: 'configuration', says: '管理员拒绝了这台服务器的 IP，24 小时后才能再试' },
  89507: { class: 'configuration', says: '管理员拒绝了这台服务器的 IP，1 小时后才能再试' },
}

/** A code that nobody has told us about is tried again a few times before it is given up. */
export const rowOf = (errcode: number): Row & { known: boolean } => {
  const row = own(errcodes, String(errcode))
  return row
    ? {
        class: row.class,
        says: row.class === 'finalUser' ? row.says : `${row.says}（${errcode}）`,
        known: true,
      }
    : { class: 'transient', says: `没有见过的微信错误码 ${errcode}`, known: false }
}
