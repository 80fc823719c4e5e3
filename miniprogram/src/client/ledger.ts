import Taro from '@tarojs/taro'
import { exportLedger, type LedgerAsked } from '../../../shared/api/figures'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'
import { saveAs } from './tables'

/**
 * Brings the ledger onto this device: a browser keeps it as a file, WeChat opens it and lets one send it on.
 * @throws Refusal `unavailable`, or Offline
 */
export async function takeLedger(town: string, asked: LedgerAsked, fileName: string): Promise<void> {
  const file = await download(exportLedger, { town }, asked)
  if (file === undefined) throw new Refusal('unavailable', {}, '暂时取不到台账，请过一会儿再试。')
  if (process.env.TARO_ENV === 'h5') saveAs(file, fileName)
  else await open(file)
}

const open = (filePath: string) =>
  Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true }).catch(() => {
    throw new Refusal('unavailable', {}, '台账取到了，但这台手机打不开表格，请在电脑上下载。')
  })
