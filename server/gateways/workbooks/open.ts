import { Readable } from 'node:stream'
import ExcelJS, { type Workbook } from 'exceljs'
// Not exported by name, and the only place where the library keeps them.
import formats from 'exceljs/lib/xlsx/defaultnumformats.js'
import { BadWorkbook } from './bad-workbook'
import { textOfFile } from './text-file'
import { guardUnzip } from './unzip-guard'

// Excel in Chinese keeps its own dates by their number only, which the library knows and does not read.
for (const known of Object.values(formats)) {
  const chinese = known['zh-cn']
  if (chinese !== undefined) known.f ??= chinese
}

/** What only looks nice, or may be written for a million cells at once. */
const notRead = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
]

/**
 * A file of a spreadsheet program: `.xlsx`, or CSV in UTF-8 or GBK as one sheet. Runs in a process of its own.
 * @throws BadWorkbook with how to save it so that it can be read
 */
export async function openWorkbook(file: Buffer): Promise<Workbook> {
  if (file.length === 0) throw new BadWorkbook('这个文件是空的，可能没有下载完，请重新保存后再导入。')
  const workbook = new ExcelJS.Workbook()
  if (isZip(file)) {
    guardUnzip(file)
    await workbook.xlsx.load(file as unknown as ArrayBuffer, { ignoreNodes: notRead }).catch(() => {
      throw new BadWorkbook('表格打不开，请用表格软件另存为 .xlsx 再导入。')
    })
    if (workbook.worksheets.length === 0)
      throw new BadWorkbook('这个文件里一张表也没有，请用表格软件打开，另存为 .xlsx 再导入。')
    return workbook
  }
  const { text, delimiter } = textOfFile(file)
  await workbook.csv
    .read(Readable.from([text]), {
      sheetName: 'CSV',
      parserOptions: { delimiter },
      map: (value: string) => value,
    })
    .catch(() => {
      throw new BadWorkbook(
        '这个 CSV 文件读不出来，多半是引号没有成对。请用表格软件打开，另存为 .xlsx 再导入。',
      )
    })
  return workbook
}

const isZip = (file: Buffer) => file.length >= 4 && file.readUInt32LE(0) === 0x04034b50
