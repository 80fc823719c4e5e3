import type { Env } from '../../env'
import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'
import { envVersions } from './make-code'

/** The longest that WeChat lets a link live. */
export const linkDays = 30

/**
 * `generate_urllink`: an address for a text message that opens the mini-program. Anybody may open it any number of
 * times, so what it opens asks who they are.
 * @param page with its query, as it stands on a message card
 * @throws WechatUnreachable with the code of the “no”
 */
export const makeLink =
  (call: CallWechat, withToken: WithToken, config: Env['wechat']) =>
  async (page: string): Promise<string> => {
    const [path, query = ''] = page.split('?')
    const answer = await withToken((accessToken) =>
      call({
        method: 'POST',
        path: '/wxa/generate_urllink',
        query: { access_token: accessToken },
        body: {
          path,
          query,
          expire_type: 1,
          expire_interval: linkDays,
          env_version: envVersions[config.miniprogramState],
        },
      }),
    )
    if (answer.kind !== 'json') throw new WechatUnreachable('generate_urllink: answer is not JSON', true)
    if (answer.errcode !== 0)
      throw new WechatUnreachable(`generate_urllink ${answer.errmsg}`, false, answer.errcode)
    const link = answer.body.url_link
    if (typeof link !== 'string' || !/^https:\/\/\S+$/.test(link))
      throw new WechatUnreachable('generate_urllink: no link in the answer', true)
    return link
  }
