import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'

export type PhoneAnswer = { number: string } | { refused: 'bad' | 'later' }

/**
 * `getuserphonenumber`: the code of the button becomes the number that WeChat has of its user. The code is good once and
 * for five minutes; the openid goes along, so that nobody hands in the code of somebody else.
 * @throws WechatUnreachable
 */
export const readPhoneNumber =
  (call: CallWechat, withToken: WithToken) =>
  async (code: string, openid: string): Promise<PhoneAnswer> => {
    const answer = await withToken((accessToken) =>
      call({
        method: 'POST',
        path: '/wxa/business/getuserphonenumber',
        query: { access_token: accessToken },
        body: { code, openid },
      }),
    )
    if (answer.kind !== 'json') throw new WechatUnreachable('getuserphonenumber: answer is not JSON', true)
    if (answer.errcode === 40029 || answer.errcode === 40003) return { refused: 'bad' }
    if (answer.errcode === 45011 || answer.errcode === -1) return { refused: 'later' }
    if (answer.errcode !== 0)
      throw new WechatUnreachable(`getuserphonenumber ${answer.errmsg}`, false, answer.errcode)
    const number = numberOf(answer.body.phone_info)
    if (number === undefined) throw new WechatUnreachable('getuserphonenumber: no number in the answer', true)
    return { number }
  }

/** The country code is text in WeChat's table and a number in its sample. A number of this country goes without it. */
function numberOf(info: unknown): string | undefined {
  const { purePhoneNumber, countryCode } = (info ?? {}) as Record<string, unknown>
  if (typeof purePhoneNumber !== 'string' || !/^\d{5,14}$/.test(purePhoneNumber)) return undefined
  const country = String(countryCode)
  return country === '86' || !/^\d{1,4}$/.test(country) ? purePhoneNumber : `+${country}${purePhoneNumber}`
}
