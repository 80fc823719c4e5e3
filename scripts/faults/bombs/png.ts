import { crc32, deflateSync } from 'node:zlib'

/** A PNG by hand, so that its head may say what no honest program writes. */
export interface PngHead {
  width: number
  height: number
  depth?: 1 | 8 | 16
  /** 0 grey, 2 RGB, 6 RGBA. */
  colour?: 0 | 2 | 6
  interlaced?: boolean
  /** Chunks between head and pixels. */
  chunks?: readonly Buffer[]
  /** How many bytes of pixels there really are; all of them unless said. */
  pixelBytes?: number
}

const channels = { 0: 1, 2: 3, 6: 4 } as const

export function chunk(name: string, body: Buffer): Buffer {
  const all = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const out = Buffer.alloc(8 + all.length)
  out.writeUInt32BE(body.length, 0)
  all.copy(out, 4)
  out.writeUInt32BE(crc32(all), 4 + all.length)
  return out
}

/** Black, and packed as small as zlib can. */
export function png({
  width,
  height,
  depth = 8,
  colour = 0,
  interlaced = false,
  chunks = [],
  pixelBytes = sizeOf({ width, height, depth, colour, interlaced }),
}: PngHead): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...chunks,
    chunk('IDAT', deflateSync(Buffer.alloc(pixelBytes), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Seven passes of Adam7: where they begin and how wide their steps are. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function sizeOf({
  width,
  height,
  depth,
  colour,
  interlaced,
}: Required<Omit<PngHead, 'chunks' | 'pixelBytes'>>) {
  const rows = (w: number, h: number) =>
    w > 0 && h > 0 ? h * (1 + Math.ceil((w * channels[colour] * depth) / 8)) : 0
  if (!interlaced) return rows(width, height)
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}
