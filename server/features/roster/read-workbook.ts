import { createWorkApart, TooHard } from '../../gateways/apart/work-apart'
import type { HowToRead, Reading } from './parse-workbook'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import { guardSize } from '../../gateways/workbooks/unzip-guard'

/** The only place where workbooks from outside are opened. Twenty thousand rows take seconds and 300 MB. */
const parse = createWorkApart<HowToRead & { file: Uint8Array }, Reading | { bad: string }>(
  'features/roster/workbook-process',
  {
    mostMs: 60_000,
    mostMegabytes: 600,
    mostWaiting: 4,
  },
)

/** Reads every sheet of the workbook, whatever it may be, within bounds of time and memory. @throws BadWorkbook */
export async function readWorkbook(file: Buffer, how: HowToRead): Promise<Reading> {
  guardSize(file.length)
  const reading = await parse({ file, ...how }).catch((error: unknown) => {
    if (!(error instanceof TooHard)) throw error
    throw new BadWorkbook(
      '这个文件太复杂，读不出来。请新建一个空表，只把名册的文字粘贴进去（粘贴为数值），另存为 .xlsx 再导入。',
    )
  })
  if ('bad' in reading) throw new BadWorkbook(reading.bad)
  return reading
}
