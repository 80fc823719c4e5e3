import sharp from 'sharp'
import { wrongField } from '../../../shared/refusals'

const mostPixels = 50_000_000

/**
 * Makes a portrait of whatever picture came: decoded and encoded anew, so that neither place nor camera data, nor
 * anything hidden behind the picture, gets in.
 * @returns JPEG, 360 × 480, below 64 kB
 * @throws Refusal `bad_input`
 */
export async function encodePortrait(picture: Buffer): Promise<Buffer> {
  try {
    const { format } = await sharp(picture, { limitInputPixels: mostPixels }).metadata()
    if (!['jpeg', 'png', 'webp'].includes(format)) throw new Error(`${format} is not taken`)
    return await sharp(picture, { limitInputPixels: mostPixels })
      .rotate()
      .resize(360, 480, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 78 })
      .toBuffer()
  } catch {
    throw wrongField('portrait', '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。')
  }
}
