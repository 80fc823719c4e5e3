/** How the office tells somebody whom WeChat does not reach. */
export const toldWays = {
  phone: '已打电话告知',
  visit: '已当面告知',
  notice: '已张贴告知',
  loudspeaker: '已广播告知',
  sms: '已发短信告知',
} as const
export type ToldWay = keyof typeof toldWays
