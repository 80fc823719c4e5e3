import sharp, { type Sharp } from 'sharp'
import { wrongField } from '../../../shared/refusals'

const mostPixels = 50_000_000

/**
 * Decodes whatever picture came and encodes it anew, turned upright, so that neither place nor camera data, nor
 * anything hidden behind the picture, gets in.
 * @throws Refusal `bad_input` about the field
 */
export async function reencode(
  picture: Buffer,
  field: string,
  make: (upright: Sharp) => Promise<Buffer>,
): Promise<Buffer> {
  try {
    const { format } = await sharp(picture, { limitInputPixels: mostPixels }).metadata()
    if (!['jpeg', 'png', 'webp'].includes(format)) throw new Error(`${format} is not taken`)
    return await make(
      sharp(picture, { limitInputPixels: mostPixels }).rotate().flatten({ background: '#ffffff' }),
    )
  } catch {
    throw wrongField(field, '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。')
  }
}
