import Taro from '@tarojs/taro'
import { showCodeImage } from '../../../shared/api/qr-codes'
import { Refusal } from '../../../shared/refusals'
import { fillPath, Offline } from './request'
import { ensureToken } from './token'

/**
 * A kept 小程序码 as a file of the phone: a picture must not travel through `setData`,
 * and WeChat shows only files large. @throws Refusal `code_revoked`, or Offline
 */
export async function downloadCode(town: string, scene: string): Promise<string> {
  const token = await ensureToken()
  const answer = await Taro.downloadFile({
    url: `${API_BASE}/api${fillPath(showCodeImage.path, { town, scene })}`,
    header: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new Offline()
  })
  if (answer.statusCode !== 200) throw new Refusal('code_revoked')
  return answer.tempFilePath
}

/** What an ordinary QR code of the same target holds; it opens in every browser too. */
export const linkOf = (scene: string) =>
  `${API_BASE || (process.env.TARO_ENV === 'h5' ? window.location.origin : '')}/q/${scene}`
