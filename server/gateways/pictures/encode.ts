import sharp, { type Metadata } from 'sharp'
import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { cover } from './cover'
import { kindOf, mostPixels, mostRatio, type PictureShape, type PictureTrouble, shapes } from './shapes'

/** Another decoder is never reached, also where a file begins like one and goes on like another. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
sharp.cache(false)
sharp.concurrency(1)

const mostSeconds = 8

export type Encoded = { jpeg: Buffer } | { trouble: PictureTrouble }

/**
 * Decodes one picture and encodes it anew, turned upright, so that neither place nor camera data, nor anything hidden
 * behind the picture, gets in. Its size is asked before any of it is decoded.
 * @param areas where nothing may be recognised any more
 */
export async function encode(
  picture: Buffer,
  name: PictureShape,
  areas: readonly BlurArea[] = [],
): Promise<Encoded> {
  const kind = kindOf(picture)
  if (kind === undefined) return { trouble: 'unreadable' }
  if (kind === 'heic') return { trouble: 'heic' }
  try {
    const trouble = troubleOf(await sharp(picture, { limitInputPixels: false }).metadata())
    return trouble ? { trouble } : { jpeg: await shrink(picture, name, areas) }
  } catch (error) {
    return { trouble: /timeout/i.test(String(error)) ? 'tooHard' : 'unreadable' }
  }
}

function troubleOf({ width, height }: Metadata): PictureTrouble | undefined {
  if (Math.max(width, height) > mostRatio * Math.min(width, height)) return 'tooThin'
  return width * height > mostPixels ? 'tooManyPixels' : undefined
}

async function shrink(picture: Buffer, name: PictureShape, areas: readonly BlurArea[]): Promise<Buffer> {
  const { width, height, fit, attempts, mostBytes } = shapes[name]
  const { data: plain, info } = await sharp(picture, { limitInputPixels: mostPixels })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(width, height, { fit, position: 'attention', withoutEnlargement: fit === 'inside' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const data = await cover(plain, info, areas)
  let jpeg = Buffer.alloc(0)
  for (const { edge, quality } of attempts) {
    jpeg = await sharp(data, { raw: info })
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, mozjpeg: name === 'photo' })
      .toBuffer()
    if (jpeg.length <= mostBytes) break
  }
  return jpeg
}
