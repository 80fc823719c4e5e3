import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a zip made by hand, so that it may lie. */
export interface ZipPart {
  name: string
  text: string | Buffer
  /** What the two heads say that it unpacks to; the truth unless said. */
  saysBytes?: number
}

/** @param saysParts how many parts the end says there are; the truth unless said */
export function zip(parts: readonly ZipPart[], saysParts = parts.length): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const { name, text, saysBytes } of parts) {
    const raw = Buffer.from(text)
    const packed = deflateRawSync(raw, { level: 9 })
    const nameBytes = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(saysBytes ?? raw.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, nameBytes, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, nameBytes]))
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(saysParts, 8)
  end.writeUInt16LE(saysParts, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}
