import { fieldForms } from '../../../shared/grammar/fields'
import {
  neededFor,
  pastStates,
  pastSuggestion,
  type PastState,
} from '../../../shared/matters/suggestion/past'
import { mostLines } from './read-lines'

const guide = [
  '第一行是列名，不要改；一件建议一行，办了几轮的一轮一行。日期写“2026-01-20”。',
  `一次最多 ${mostLines} 行，多的拆成几个文件。`,
  '写入以前会先给您看每一行会怎样；有一处不对就都不写入。已经有的（同一位代表、同一天、同一件事）不会再写一遍。',
  '补录错了，30 天里可以整个撤回；已经有人接着办的，不能撤回。',
  '补录的不给任何人发消息；还没有办完的，从补录那天起照常提醒，办理期限从交办日期算。',
]

let made: Promise<Buffer> | undefined
/** An empty sheet with its headings, and how it is filled in: the same for everybody, so made once. */
export const makeTemplate = (): Promise<Buffer> => (made ??= writeTemplate())

async function writeTemplate(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const forms = fieldForms(pastSuggestion)
  const sheet = workbook.addWorksheet('以前的建议', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = forms.map(([, { label }]) => ({ header: label, width: 18, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  const help = workbook.addWorksheet('填写说明')
  help.columns = [{ width: 18 }, { width: 90 }]
  for (const line of guide) help.addRow(['', line])
  for (const [, { label, help: more = '', options }] of forms)
    help.addRow([
      label,
      [more, options && `可填：${Object.values(options).join('、')}。`].filter(Boolean).join(''),
    ])
  const labelOf = new Map<string, string>(forms.map(([name, { label }]) => [name, label]))
  for (const [state, word] of Object.entries(pastStates)) {
    const needed = neededFor[state as PastState].map((name) => labelOf.get(name))
    if (needed.length > 0) help.addRow([`${word}的要填`, needed.join('、')])
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
