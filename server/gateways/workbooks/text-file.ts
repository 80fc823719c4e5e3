import { BadWorkbook } from './bad-workbook'

const otherwise = '请用表格软件打开，另存为 .xlsx 再导入。'

/**
 * The text of a CSV file, in UTF-8 or as Chinese Windows writes it, and what stands between its cells.
 * @throws BadWorkbook where it is something else
 */
export function textOfFile(file: Buffer): { text: string; delimiter: string } {
  if (file.length >= 4 && file.readUInt32BE(0) === 0xd0cf11e0)
    throw new BadWorkbook('这是旧版 .xls 文件，或者加了密码。请在表格软件里去掉密码，另存为 .xlsx 再导入。')
  const text = decoded(file)
  if (text === undefined || text.slice(0, 2000).includes('\0'))
    throw new BadWorkbook(`这不是 .xlsx 文件，也不是 CSV。${otherwise}`)
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(text))
    throw new BadWorkbook(`这个文件其实是网页，只是名字像表格。${otherwise}`)
  const [first = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const delimiter = [',', '\t', ';'].sort((one, other) => countOf(first, other) - countOf(first, one))[0]
  if (delimiter === undefined || text.trim().length < 4)
    throw new BadWorkbook(`这不是 .xlsx 文件，也不是 CSV。${otherwise}`)
  return { text, delimiter }
}

const countOf = (line: string, character: string) => line.split(character).length - 1

/** A byte-order mark says which; without one, what is no UTF-8 is GBK. */
function decoded(file: Buffer): string | undefined {
  const utf16 = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : undefined
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file)
    } catch {
      // The next one.
    }
  }
  return undefined
}
