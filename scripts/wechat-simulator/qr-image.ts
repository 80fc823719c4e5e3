import { create } from 'qrcode'

type Rgb = { r: number; g: number; b: number }
type Look = { width: number; color: Rgb; format: 'jpeg' | 'png'; isTransparent: boolean }

/* What draws and reads pictures is loaded when there is one: most of what asks WeChat for something asks for none. */

/** The white border that readers need, in modules. */
const quietModules = 4

/**
 * A square QR code of exactly `width` pixels.
 * Modules are whole pixels and the rest is border, because stretched modules make small codes unreadable.
 */
export async function drawQrCode(text: string, look: Look): Promise<Buffer> {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const { r, g, b } = look.color
  const light = { r: 255, g: 255, b: 255, alpha: look.isTransparent ? 0 : 1 }
  const pixels = Buffer.from(
    Array.from(modules.data).flatMap((isDark) =>
      isDark ? [r, g, b, 255] : [light.r, light.g, light.b, light.alpha * 255],
    ),
  )
  const side = size * Math.max(1, Math.floor(look.width / (size + 2 * quietModules)))
  const near = Math.floor((look.width - side) / 2)
  const far = look.width - side - near
  const { default: sharp } = await import('sharp')
  const image = sharp(pixels, { raw: { width: size, height: size, channels: 4 } })
    .resize(side, side, { kernel: 'nearest' })
    .extend({ top: near, left: near, bottom: far, right: far, background: light })
  return look.format === 'png' ? image.png().toBuffer() : image.jpeg({ quality: 90 }).toBuffer()
}

/** The text of a QR code in an image, or undefined when there is none. */
export async function readQrCode(image: Buffer): Promise<string | undefined> {
  const [{ default: jsqr }, { default: sharp }] = await Promise.all([import('jsqr'), import('sharp')])
  const { data, info } = await sharp(image)
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}
