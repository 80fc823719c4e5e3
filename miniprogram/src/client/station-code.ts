import Taro from '@tarojs/taro'
import { Refusal } from '../../../shared/refusals'
import { Offline } from './request'
import { ensureToken } from './token'

/**
 * The 小程序码 of a station as a file of the phone: a picture must not travel through `setData`,
 * and WeChat shows only files large. @throws Refusal `unavailable`, or Offline
 */
export async function downloadCode(town: string, id: string): Promise<string> {
  const token = await ensureToken()
  const answer = await Taro.downloadFile({
    url: `${API_BASE}/api/towns/${town}/stations/${id}/code`,
    header: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new Offline()
  })
  if (answer.statusCode !== 200) throw new Refusal('unavailable', {}, '暂时取不到小程序码，请过一会儿再试。')
  return answer.tempFilePath
}
