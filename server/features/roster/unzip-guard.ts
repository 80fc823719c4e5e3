import { inflateRawSync } from 'node:zlib'
import { BadWorkbook } from './problem'

const mostBytes = 200 * 1024 * 1024
const mostFileBytes = 20 * 1024 * 1024

/**
 * Lets only a workbook through that stays within bounds when it is unpacked: a few kilobytes may otherwise fill the
 * memory. Every part is really inflated, because a zip may lie about its sizes.
 * @throws BadWorkbook
 */
export function guardUnzip(file: Buffer) {
  if (file.length > mostFileBytes) throw new BadWorkbook('文件超过 20 MB，请拆成几个文件分别导入。')
  if (file.readUInt32BE(0) === 0xd0cf11e0) {
    throw new BadWorkbook('这是旧版 .xls 文件，或者加了密码。请在表格软件里去掉密码，另存为 .xlsx 再导入。')
  }
  if (file.readUInt32LE(0) !== 0x04034b50)
    throw new BadWorkbook('这不是 .xlsx 文件，请用表格软件另存为 .xlsx 再导入。')
  let left = mostBytes
  for (const part of partsOf(file)) {
    try {
      left -= part.stored
        ? part.data.length
        : inflateRawSync(part.data, { maxOutputLength: Math.max(left, 1) }).length
    } catch (error) {
      const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      throw new BadWorkbook(
        tooLarge ? '文件展开后太大，不像是名册，请检查。' : '文件已经损坏，请重新保存后再导入。',
      )
    }
    if (left < 0) throw new BadWorkbook('文件展开后太大，不像是名册，请检查。')
  }
}

/** The parts that the central directory names. */
function* partsOf(file: Buffer): Generator<{ data: Buffer; stored: boolean }> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new BadWorkbook('文件不完整，请重新保存后再导入。')
  const count = file.readUInt16LE(end + 10)
  try {
    for (let at = file.readUInt32LE(end + 16), seen = 0; seen < count; seen += 1) {
      const packed = file.readUInt32LE(at + 20)
      const local = file.readUInt32LE(at + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      yield { data: file.subarray(start, start + packed), stored: file.readUInt16LE(at + 10) === 0 }
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new BadWorkbook('文件已经损坏，请重新保存后再导入。')
    throw error
  }
}
