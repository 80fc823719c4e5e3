import { inflateRawSync } from 'node:zlib'
import { BadZip, partsOfZip, type ZipPart } from '../zip'
import { BadWorkbook } from './bad-workbook'

/** Unpacked. Twenty thousand rows of a roster are a tenth of it. */
const mostBytes = 100 * 1024 * 1024
const mostFileBytes = 20 * 1024 * 1024
/** Of all sheets together; below them lies what people may write, and what programs leave there. */
const mostRowTags = 100_000
const mostCellTags = 600_000
const mostMergedCells = 20_000

/** @throws BadWorkbook */
export function guardSize(bytes: number) {
  if (bytes > mostFileBytes) throw new BadWorkbook('文件超过 20 MB，请拆成几个文件分别导入。')
}

/**
 * Lets only a workbook through that stays within bounds when it is unpacked: a few kilobytes may otherwise fill the
 * memory. Every part is really inflated, because a zip may lie about its sizes.
 * @throws BadWorkbook
 */
export function guardUnzip(file: Buffer) {
  guardSize(file.length)
  const seen = { bytes: 0, rows: 0, cells: 0 }
  for (const part of partsOf(file)) {
    const text = unpack(part, mostBytes - seen.bytes)
    seen.bytes += text.length
    if (!/^\/?xl\/worksheets\/[^/]*$/.test(part.name)) continue
    seen.rows += count(text, '<row')
    seen.cells += count(text, '<c ')
    if (seen.rows > mostRowTags)
      throw new BadWorkbook(
        `表里有 ${seen.rows} 行，多半是空行。请选中名册下面的空行，删除以后保存再导入，一次最多 20000 行。`,
      )
    if (seen.cells > mostCellTags)
      throw new BadWorkbook(
        `表里有 ${seen.cells} 个单元格，不像是名册。请删除名册右边和下面多余的列和行，保存再导入。`,
      )
    if (mergedCells(text) > mostMergedCells)
      throw new BadWorkbook('有一处合并了太多单元格，请取消合并，保存再导入。')
  }
}

const tooLarge = '文件展开后太大，不像是名册，请检查。'

function unpack({ data, stored }: ZipPart, left: number): Buffer {
  try {
    const bytes = stored ? data : inflateRawSync(data, { maxOutputLength: Math.max(left, 1) })
    if (bytes.length <= left) return bytes
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE')
      throw new BadWorkbook('文件已经损坏，请重新保存后再导入。')
  }
  throw new BadWorkbook(tooLarge)
}

function count(text: Buffer, tag: string): number {
  let found = 0
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + tag.length)) found += 1
  return found
}

/** A merged area becomes an object for each of its cells. */
function mergedCells(text: Buffer): number {
  let cells = 0
  for (let at = text.indexOf('<mergeCell '); at >= 0; at = text.indexOf('<mergeCell ', at + 11)) {
    const tag = text.toString('latin1', at, at + 100)
    const [, left = '', top = '', right = '', bottom = ''] = /"([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(tag) ?? []
    cells += (Math.abs(Number(bottom) - Number(top)) + 1) * (Math.abs(columnOf(right) - columnOf(left)) + 1)
  }
  return cells
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function* partsOf(file: Buffer): Generator<ZipPart> {
  try {
    yield* partsOfZip(file)
  } catch (error) {
    if (error instanceof BadZip) throw new BadWorkbook(`${error.message}，请重新保存后再导入。`)
    throw error
  }
}
