import type { Column } from './columns'
import { sheets } from './sheets'

const guide = [
  '每张表第一行是列名，不要改；带 * 的必须填。第二行带“某某”的是示例，填的时候请整行换掉或删掉，留着不能导入。',
  '同一个人在几张表里都写，请写相同的姓名和手机号，系统就知道是同一个人。',
  '代表兼几级的，每级写一行。同名的人请一定填手机号。',
  '换届选举以后，当选的填在“新一届代表”这张表，新当选的不用先登记；到新一届第一次会议那天自动换届。没有换届就把这张表删掉。',
  '届次写“第19届”“第2次”，日期写“2026-01-20”。',
  '接访日写“每月5日”或“每月第二个星期二”；碰上放假会自动顺延到下一个工作日。',
  '值守代表按值守的先后写姓名，用顿号隔开；同名的写成 姓名(手机后四位)。',
]

let made: Promise<Buffer> | undefined

/** An empty workbook as the import wants it, with one example row in each sheet: the same for everybody, so made once. */
export const makeTemplate = (): Promise<Buffer> => (made ??= writeTemplate())

async function writeTemplate(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  for (const { name, columns } of Object.values(sheets)) {
    const list = Object.values<Column<unknown>>(columns)
    const sheet = workbook.addWorksheet(name)
    sheet.columns = list.map(({ heading, needed }) => ({
      header: needed ? `${heading}*` : heading,
      width: 18,
      style: { numFmt: '@' },
    }))
    sheet.getRow(1).font = { bold: true }
    sheet.addRow(list.map(({ example }) => example)).font = { color: { argb: 'FF999999' } }
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
  }
  const help = workbook.addWorksheet('填写说明')
  help.columns = [{ width: 100 }]
  for (const line of guide) help.addRow([line])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
