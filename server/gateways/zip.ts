/** The file is no zip that could be read; the message says how it is. */
export class BadZip extends Error {}

export interface ZipPart {
  name: string
  data: Buffer
  stored: boolean
}

/**
 * The parts of the central directory: as many as there are, whatever it says of their number.
 * @throws BadZip
 */
export function* partsOfZip(file: Buffer): Generator<ZipPart> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) throw new BadZip('文件不完整')
  try {
    for (let at = file.readUInt32LE(end + 16); file.readUInt32LE(at) === 0x02014b50;) {
      const packed = file.readUInt32LE(at + 20)
      const nameBytes = file.readUInt16LE(at + 28)
      const local = file.readUInt32LE(at + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      yield {
        name: file.toString('utf8', at + 46, at + 46 + nameBytes),
        data: file.subarray(start, start + packed),
        stored: file.readUInt16LE(at + 10) === 0,
      }
      at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    }
  } catch (error) {
    if (error instanceof RangeError) throw new BadZip('文件已经损坏')
    throw error
  }
}
