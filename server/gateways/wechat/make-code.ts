import type { Env } from '../../env'
import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'

export interface CodeImage {
  bytes: Buffer
  contentType: 'image/jpeg' | 'image/png'
}

/**
 * `getwxacodeunlimit`: a 小程序码 that opens `page` with `scene`. Success is an image, failure is JSON with whatever
 * content type, so the magic bytes decide.
 * @param scene `[0-9A-Za-z_-]{1,32}`
 * @returns the picture, and what kind of picture its own bytes say it is
 */
export const makeCode =
  (call: CallWechat, withToken: WithToken, config: Env['wechat']) =>
  async (scene: string, page: string): Promise<CodeImage> => {
    const answer = await withToken((accessToken) =>
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
    if (answer.kind === 'bytes') {
      const contentType = contentTypeOf(answer.bytes)
      if (contentType !== undefined) return { bytes: answer.bytes, contentType }
    }
    if (answer.kind === 'json' && answer.errcode !== 0)
      throw new WechatUnreachable(
        `getwxacodeunlimit ${answer.errcode} ${answer.errmsg}`,
        false,
        answer.errcode,
      )
    const reason = answer.kind === 'json' ? `${answer.errcode} ${answer.errmsg}` : 'not an image'
    throw new WechatUnreachable(`getwxacodeunlimit ${reason}`, true)
  }

/** The word for a release in codes and links. */
export const envVersions = { formal: 'release', trial: 'trial', developer: 'develop' } as const

const contentTypeOf = (bytes: Buffer): CodeImage['contentType'] | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xd8
    ? 'image/jpeg'
    : bytes.subarray(1, 4).toString('latin1') === 'PNG'
      ? 'image/png'
      : undefined
