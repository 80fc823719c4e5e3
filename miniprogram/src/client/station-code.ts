import Taro from '@tarojs/taro'
import { Refusal } from '../../../shared/refusals'
import { Offline } from './request'
import { ensureToken } from './token'

/** The 小程序码 of a station as something an image can show. @throws Refusal `unavailable`, or Offline */
export async function downloadCode(town: string, id: string): Promise<string> {
  const token = await ensureToken()
  const answer = await Taro.request<ArrayBuffer>({
    url: `${API_BASE}/api/towns/${town}/stations/${id}/code`,
    header: { authorization: `Bearer ${token}` },
    responseType: 'arraybuffer',
  }).catch(() => {
    throw new Offline()
  })
  if (answer.statusCode !== 200) throw new Refusal('unavailable', {}, '暂时取不到小程序码，请过一会儿再试。')
  return `data:image/jpeg;base64,${toBase64(answer.data)}`
}

/** What Taro offers for h5 makes nothing of a buffer. */
const toBase64 = (bytes: ArrayBuffer): string =>
  process.env.TARO_ENV === 'h5'
    ? btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
    : Taro.arrayBufferToBase64(bytes)
