import type { Cell, CellValue } from 'exceljs'

/** The text that a person sees in a cell; a formula that was never calculated has none. */
export function cellText(cell: Cell): { text: string } | { wrong: string } {
  const { value } = cell
  if (isFormula(value)) {
    return value.result === undefined || value.result === null
      ? { wrong: `单元格 ${cell.address} 是没有算出结果的公式，请改成文字` }
      : textOf(value.result, cell.address)
  }
  return textOf(value, cell.address)
}

function textOf(value: CellValue, address: string): { text: string } | { wrong: string } {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: tidy(value) }
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value) }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10) }
  if ('richText' in value) return { text: tidy(value.richText.map((part) => part.text).join('')) }
  if ('text' in value) return { text: tidy(String(value.text)) }
  if ('error' in value) return { wrong: `单元格 ${address} 里是错误值 ${value.error}，请改成文字` }
  return { wrong: `单元格 ${address} 读不出来，请改成文字` }
}

const isFormula = (
  value: CellValue,
): value is { formula: string; result?: string | number | boolean | Date; date1904: boolean } =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

/** Spreadsheets are full of spaces that nobody sees, and of the mark that makes a number a text. */
const tidy = (text: string) => text.replace(/^[\s\u3000']+|[\s\u3000]+$/g, '')
