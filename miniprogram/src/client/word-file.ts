import Taro from '@tarojs/taro'
import type { Endpoint, Params, QueryOf } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'
import { saveAs } from './tables'

/**
 * Brings a Word file onto this device: a browser keeps it, WeChat opens it and lets one send it on.
 * @throws Refusal `unavailable`, or Offline
 */
export async function takeWord<E extends Endpoint>(
  endpoint: E,
  params: Params<E['path']>,
  fileName: string,
  query?: QueryOf<E>,
): Promise<void> {
  const filePath = await download(endpoint, params, query)
  if (filePath === undefined) throw new Refusal('unavailable', {}, '暂时取不到这份文件，请过一会儿再试。')
  if (process.env.TARO_ENV === 'h5') saveAs(filePath, fileName)
  else
    await Taro.openDocument({ filePath, fileType: 'docx', showMenu: true }).catch(() => {
      throw new Refusal('unavailable', {}, '文件取到了，但这台手机打不开 Word，请在电脑上下载。')
    })
}
