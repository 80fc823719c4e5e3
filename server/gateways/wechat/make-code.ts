import type { Env } from '../../env'
import { type PictureType, typeOfDecodable } from '../pictures/whole-picture'
import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'

export interface CodeImage {
  bytes: Buffer
  contentType: PictureType
}

/**
 * `getwxacodeunlimit`: a 小程序码 that opens `page` with `scene`. Success is an image, failure is JSON with whatever
 * content type, so the bytes decide. A picture that did not arrive whole is asked for once more: it hangs on walls for years.
 * @param scene `[0-9A-Za-z_-]{1,32}`
 * @returns the picture, and what kind of picture its own bytes say it is
 */
export const makeCode =
  (call: CallWechat, withToken: WithToken, config: Env['wechat']) =>
  async (scene: string, page: string): Promise<CodeImage> => {
    const ask = () =>
      withToken((accessToken) =>
        call({
          method: 'POST',
          path: '/wxa/getwxacodeunlimit',
          query: { access_token: accessToken },
          body: {
            scene,
            page,
            check_path: config.miniprogramState === 'formal',
            env_version: envVersions[config.miniprogramState],
            width: 860,
          },
        }),
      )
    let answer = await ask()
    for (let left = 1; answer.kind === 'bytes'; left -= 1) {
      const { bytes } = answer
      const contentType = await typeOfDecodable(bytes)
      if (contentType !== undefined) return { bytes, contentType }
      if (left === 0) throw new WechatUnreachable('getwxacodeunlimit: the picture is not whole', true)
      answer = await ask()
    }
    if (answer.errcode !== 0)
      throw new WechatUnreachable(
        `getwxacodeunlimit ${answer.errcode} ${answer.errmsg}`,
        false,
        answer.errcode,
      )
    throw new WechatUnreachable(`getwxacodeunlimit ${answer.errcode} ${answer.errmsg}`, true)
  }

/** The word for a release in codes and links. */
export const envVersions = { formal: 'release', trial: 'trial', developer: 'develop' } as const
