import sharp from 'sharp'
import { chunk, png } from './png'

/** What must never be found again in what is kept of a picture. */
export const canary = 'CANARY-7311'

/** `taken`: it is a picture. `refused`: with a sentence. `either`: damaged so that a decoder may still make something of it. */
export interface Bomb {
  name: string
  file: Buffer
  expect: 'taken' | 'refused' | 'either'
}

const flat = (width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background: '#5b7a8c' } })

const concat = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))

/** A segment of a JPEG right behind its beginning. */
export function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return concat(jpeg.subarray(0, 2), head, body, jpeg.subarray(2))
}

/** Everything that a camera or an editor may leave in a JPEG, each with the canary in it. */
export async function tellingJpegs(): Promise<Bomb[]> {
  const plain = await flat().jpeg().toBuffer()
  const thumbnail = concat(
    'Exif\0\0',
    Buffer.from('49492a0008000000', 'hex'),
    Buffer.alloc(6),
    canary,
    plain.subarray(0, 300),
  )
  const exif = await flat()
    .withExif({
      IFD0: { Model: canary, Artist: canary },
      IFD2: { BodySerialNumber: canary, CameraOwnerName: canary },
      IFD3: { GPSLatitude: '23/1 22/1 0/1', GPSLatitudeRef: 'N', GPSAreaInformation: canary },
    })
    .jpeg()
    .toBuffer()
  const named: [string, Buffer][] = [
    ['place, camera and serial number', exif],
    ['embedded thumbnail', withSegment(plain, 0xe1, thumbnail)],
    [
      'XMP',
      withSegment(plain, 0xe1, concat('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>', canary, '</x:xmpmeta>')),
    ],
    [
      'IPTC',
      withSegment(
        plain,
        0xed,
        concat('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x50\0\x0b', canary),
      ),
    ],
    ['a remark', withSegment(plain, 0xfe, Buffer.from(canary))],
    ['something behind the end', concat(plain, '<script>', canary, '</script>')],
    ['a zip behind the end', concat(plain, 'PK\x03\x04', canary)],
    ['a page in a remark', withSegment(plain, 0xfe, Buffer.from(`--><html><script>${canary}</script>`))],
  ]
  return named.map(([name, file]) => ({ name: `JPEG with ${name}`, file, expect: 'taken' }))
}

export async function tellingOthers(): Promise<Bomb[]> {
  const webp = await flat()
    .withExif({ IFD0: { Model: canary } })
    .webp()
    .toBuffer()
  const text = chunk('tEXt', concat('Author\0', canary))
  const international = chunk('iTXt', concat('XML:com.adobe.xmp\0\0\0\0\0', canary))
  return [
    { name: 'WebP with a camera', file: webp, expect: 'taken' },
    {
      name: 'PNG with texts',
      file: png({ width: 64, height: 64, chunks: [text, international] }),
      expect: 'taken',
    },
    {
      name: 'PNG with something behind the end',
      file: concat(png({ width: 64, height: 64 }), canary),
      expect: 'taken',
    },
  ]
}

/** Small files that want much, made in no time. */
export function thinPictures(): Bomb[] {
  const declared = (width: number, height: number) => png({ width, height, pixelBytes: 1000 })
  return [
    { name: '20000 × 1', file: png({ width: 20_000, height: 1 }), expect: 'refused' },
    { name: '1 × 20000', file: png({ width: 1, height: 20_000 }), expect: 'refused' },
    { name: '20000 × 1 in one bit', file: png({ width: 20_000, height: 1, depth: 1 }), expect: 'refused' },
    { name: '50000 × 50000 declared', file: declared(50_000, 50_000), expect: 'refused' },
    { name: '2147483647 × 2147483647 declared', file: declared(0x7fffffff, 0x7fffffff), expect: 'refused' },
    { name: '0 × 0 declared', file: declared(0, 0), expect: 'refused' },
    {
      name: '7000 × 7000, interlaced, 16 bit',
      file: png({ width: 7000, height: 7000, depth: 16, colour: 6, interlaced: true }),
      expect: 'refused',
    },
    {
      name: '4400 × 4400, interlaced, 16 bit',
      file: png({ width: 4400, height: 4400, depth: 16, colour: 6, interlaced: true }),
      // On a slow machine its time is up before it is decoded.
      expect: 'either',
    },
    { name: 'more pixels declared than there are', file: declared(4000, 4000), expect: 'either' },
    { name: '1 × 1', file: png({ width: 1, height: 1 }), expect: 'taken' },
    { name: '12 × 1', file: png({ width: 12, height: 1 }), expect: 'taken' },
    {
      name: 'animated PNG',
      file: png({ width: 600, height: 600, chunks: [chunk('acTL', Buffer.from('7fffffff00000000', 'hex'))] }),
      expect: 'either',
    },
  ]
}

/** Small files that want much. */
export async function greedyPictures(): Promise<Bomb[]> {
  const frames = Array.from({ length: 40 }, (_, at) => ({
    create: { width: 600, height: 600, channels: 3 as const, background: { r: at * 6, g: 0, b: 0 } },
  }))
  const animated = sharp(await Promise.all(frames.map((one) => sharp(one).png().toBuffer())), {
    join: { animated: true },
  })
  const progressive = await sharp({
    create: {
      width: 4000,
      height: 4000,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg({ progressive: true, quality: 40 })
    .toBuffer()
  const lastScan = progressive.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = progressive.subarray(lastScan, -2)
  return [
    ...thinPictures(),
    {
      name: '7000 × 7000 WebP',
      file: await flat(7000, 7000).webp({ effort: 0 }).toBuffer(),
      expect: 'refused',
    },
    { name: 'animated GIF', file: await animated.clone().gif().toBuffer(), expect: 'refused' },
    { name: 'animated WebP', file: await animated.clone().webp({ effort: 0 }).toBuffer(), expect: 'taken' },
    {
      name: 'a JPEG of two thousand scans',
      file: concat(
        progressive.subarray(0, -2),
        ...Array.from({ length: 2000 }, () => scan.subarray(0, 3000)),
        'ÿÙ',
      ),
      expect: 'either',
    },
  ]
}

/** What is no picture for us, however it begins. */
export async function noPictures(): Promise<Bomb[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`
  const heic = concat(Buffer.from('00000018', 'hex'), 'ftypheic\0\0\0\0mif1heic', Buffer.alloc(64))
  const named: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0xff])],
    ['SVG', Buffer.from(svg)],
    ['SVG behind the beginning of a JPEG', concat(Buffer.from('ffd8ffe0', 'hex'), svg)],
    ['SVG behind the beginning of a PNG', concat(Buffer.from('89504e470d0a1a0a', 'hex'), svg)],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['GIF and script', Buffer.from('GIF89a/*\x01\0\x01\0\0*/=1;alert(1)', 'latin1')],
    ['PDF and zip', Buffer.from('%PDF-1.7\nPK\x03\x04', 'latin1')],
    ['HEIC', heic],
    ['AVIF', await flat(64, 64).avif({ effort: 0 }).toBuffer()],
    ['TIFF', await flat(64, 64).tiff().toBuffer()],
    ['a film', concat(Buffer.from('00000018', 'hex'), 'ftypmp42\0\0\0\0isom')],
    ['RIFF that is no WebP', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['ten thousand zeros', Buffer.alloc(10_000)],
  ]
  return named.map(([name, file]) => ({ name, file, expect: 'refused' }))
}

/** Good pictures cut short and with single bytes changed: the decoder must not fall, and nobody wait. */
export async function damagedPictures(many: number): Promise<Bomb[]> {
  const noisy = sharp({
    create: {
      width: 320,
      height: 240,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
  const good = {
    JPEG: await noisy.clone().jpeg().toBuffer(),
    'progressive JPEG': await noisy.clone().jpeg({ progressive: true }).toBuffer(),
    'CMYK JPEG': await noisy.clone().toColourspace('cmyk').jpeg().toBuffer(),
    PNG: await noisy.clone().png().toBuffer(),
    'WebP without loss': await noisy.clone().webp({ lossless: true, effort: 0 }).toBuffer(),
    WebP: await noisy.clone().webp({ effort: 0 }).toBuffer(),
  }
  return Object.entries(good).flatMap(([name, file]) => [
    { name, file, expect: 'taken' as const },
    ...Array.from({ length: many }, (_, at): Bomb => {
      const length = Math.floor((file.length * at) / many)
      return {
        name: `${name}, ${length} bytes of ${file.length}`,
        file: file.subarray(0, length),
        expect: 'either',
      }
    }),
    ...Array.from({ length: many }, (_, at): Bomb => {
      const damaged = Buffer.from(file)
      // The heads stand at the beginning: that is where it hurts.
      const place = at % 2 === 0 ? (at * 7) % 200 : (at * 7919) % file.length
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (at % 8))
      return { name: `${name}, byte ${place} changed`, file: damaged, expect: 'either' }
    }),
  ])
}
