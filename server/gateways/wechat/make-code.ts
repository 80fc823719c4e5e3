import type { Env } from '../../env'
import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'

/**
 * `getwxacodeunlimit`: a 小程序码 that opens `page` with `scene`. Success is an image, failure is JSON with whatever
 * content type, so the magic bytes decide.
 * @param scene `[0-9A-Za-z_-]{1,32}`
 * @returns JPEG or PNG bytes
 */
export const makeCode =
  (call: CallWechat, withToken: WithToken, config: Env['wechat']) =>
  async (scene: string, page: string): Promise<Buffer> => {
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
    if (answer.kind === 'bytes' && isImage(answer.bytes)) return answer.bytes
    if (answer.kind === 'json' && answer.errcode !== 0)
      throw new WechatUnreachable(
        `getwxacodeunlimit ${answer.errcode} ${answer.errmsg}`,
        false,
        answer.errcode,
      )
    const reason = answer.kind === 'json' ? `${answer.errcode} ${answer.errmsg}` : 'not an image'
    throw new WechatUnreachable(`getwxacodeunlimit ${reason}`, true)
  }

const envVersions = { formal: 'release', trial: 'trial', developer: 'develop' } as const

const isImage = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) || bytes.subarray(1, 4).toString('latin1') === 'PNG'
