import { deflateRawSync } from 'node:zlib'
import { sayProblem } from '../../../server/features/roster/problem'
import { startRosterForEachTest } from '../../support/roster'
import { makeWorkbook } from '../../support/workbook'

/** Which files are taken at all: only workbooks, and none that is too large. */
const { bring } = startRosterForEachTest()

describe('a file that is no roster', () => {
  test.each([
    ['a file of nothing', Buffer.alloc(0), '可能没有下载完'],
    ['two bytes', Buffer.from('PK'), '这不是 .xlsx 文件，也不是 CSV'],
    [
      'a page that is called a table',
      Buffer.from('<html><table><tr><td>姓名</td></tr></table>'),
      '其实是网页',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '这不是 .xlsx 文件，也不是 CSV'],
    ['a text without cells', Buffer.from('张三李四王五'), '没有一行可以导入'],
    ['CSV with a quote that is open', Buffer.from('姓名,代表级别\n"试甲,镇人大代表\n'), '引号没有成对'],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '去掉密码，另存为 .xlsx'],
    ['a zip cut off', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(60)]), '文件不完整'],
  ])('%s is refused with what to do', async (_, file, sentence) => {
    await expect(bring(file)).rejects.toThrow(sentence)
  })
})

test('a few kilobytes that would fill the memory are refused', async () => {
  await expect(bring(zipOf(deflateRawSync(Buffer.alloc(210 * 1024 * 1024))))).rejects.toThrow(
    '文件展开后太大',
  )
})

/** A zip of one part, written by hand. */
function zipOf(packed: Buffer): Buffer {
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, entry, name, end])
}

test('twenty thousand rows are read, and one more is refused', async () => {
  const many = (size: number) =>
    makeWorkbook({ 村: [['村名'], ...Array.from({ length: size }, (_, index) => [`第${index}村`])] })
  expect((await bring(await many(20_000), false)).tally.counts.villages.added).toBe(20_000)
  expect((await bring(await many(20_001), false)).problems.map(sayProblem)).toEqual([
    '村：有 20001 行，一次最多 20000 行，请拆开导入',
  ])
})
