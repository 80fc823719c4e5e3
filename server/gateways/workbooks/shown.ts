import type { Cell, CellValue } from 'exceljs'
import { format } from 'numfmt'
import { asLine, asParagraph } from '../../../shared/grammar/written'

/** What somebody sees in a cell; of a day also the day itself, `YYYY-MM-DD`, whichever way it is shown. */
export type Shown = { text: string; day?: string } | { wrong: string }

/** As the sheet shows it: 9:00, 001, 50%, 2026年1月20日. A formula that was never calculated shows nothing. */
export function shownIn(cell: Cell): Shown {
  const { value, numFmt, address } = cell
  if (!isFormula(value)) return shownAs(value, numFmt, address)
  return value.result === undefined || value.result === null
    ? { wrong: `单元格 ${address} 是没有算出结果的公式，请改成文字` }
    : shownAs(value.result, numFmt, address)
}

function shownAs(value: CellValue, numFmt: string | undefined, address: string): Shown {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return textIn(value, address)
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (typeof value === 'number') return numberIn(value, numFmt, address)
  if (value instanceof Date) return dayIn(value, numFmt)
  if ('richText' in value) return textIn(value.richText.map(({ text }) => text).join(''), address)
  if ('text' in value) return shownAs(value.text, numFmt, address)
  if ('error' in value) return { wrong: `单元格 ${address} 里是错误值 ${value.error}，请改成文字` }
  return { wrong: `单元格 ${address} 读不出来，请改成文字` }
}

/** No program lets anybody write more into a cell. */
const mostLetters = 32_767

const textIn = (text: string, address: string): Shown =>
  text.length > mostLetters
    ? { wrong: `单元格 ${address} 里有 ${text.length} 个字，太多了，请删减` }
    : { text: tidy(text) }

/** A spreadsheet keeps fifteen digits of a number and makes the rest noughts. */
const mostExact = 1e15

function numberIn(value: number, numFmt: string | undefined, address: string): Shown {
  if (Math.abs(value) >= mostExact)
    return {
      wrong: `单元格 ${address} 里的数字太长，表格软件只记得住前 15 位，后面已经丢了。请把这一列设成“文本”格式，再重新填写`,
    }
  return { text: tidy(patterned(value, numFmt)) }
}

const noon = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

function dayIn(value: Date, numFmt: string | undefined): Shown {
  const serial = (value.getTime() - noon) / dayMs
  const text = tidy(patterned(serial, numFmt))
  return serial < 1 ? { text } : { text, day: value.toISOString().slice(0, 10) }
}

/** What each office's own Windows shows as its short date is written down as the American one. */
const shortDates = new Set(['mm-dd-yy', 'm/d/yy', 'm-d-yy'])

function patterned(value: number, numFmt = 'General'): string {
  const pattern = shortDates.has(numFmt) ? 'yyyy/m/d' : numFmt
  try {
    return format(pattern, value, { locale: 'zh-CN' })
  } catch {
    // Nobody sees more in a pattern that no program understands.
    return String(value)
  }
}

const isFormula = (
  value: CellValue,
): value is { formula: string; result?: string | number | boolean | Date; date1904: boolean } =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

/** Without the mark that makes a number a text. */
const tidy = (text: string) => asParagraph(text.replace(/^\s*'+|'+\s*$/g, ''))

/** The same in one line, for headings and marks. */
export const lineIn = (cell: Cell): string => {
  const shown = shownIn(cell)
  return 'text' in shown ? asLine(shown.text) : ''
}
