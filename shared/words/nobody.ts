import { maybe, tick } from '../grammar/fields'

/** What is said before something is given to those among whom nobody has bound WeChat. */
export const saysNobody = {
  unit: (names: string) =>
    `${names}还没有人绑定微信，交办后没有人收到；请先在名册里给经办人发邀请码，或打电话说一声。仍要交办，请打勾确认。`,
  onlyAuthor: (names: string) =>
    `${names}除了提这件建议的代表，还没有别人绑定微信；面商和答复要由单位里另一位来办，请先给那一位发邀请码。仍要交办，请打勾确认。`,
  group: (names: string) =>
    `${names}还没有人绑定微信，交去评议也没有人收到；请先在名册里给组员发邀请码。仍要交去，请打勾确认。`,
  confirm: '请打勾确认，或另选一个。',
} as const

/** Asked for only by the one who has been told so. */
export const nobodyConfirmed = () => maybe(tick('我知道现在没有人收到，仍然这样办', { onceAsked: true }))
