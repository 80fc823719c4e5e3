import sharp from 'sharp'
import type { BlurArea } from '../../../shared/grammar/blur-areas'

interface Size {
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** Along the longer edge. What is left of a plate or a face are so few colours that no letter and no eye is among them. */
const mostCells = 4

/**
 * The pixels with these areas covered: each is brought down to a handful of colours, drawn as large squares, and blurred.
 * @param areas fractions of the picture; what they touch is covered as a whole pixel
 */
export async function cover(pixels: Buffer, size: Size, areas: readonly BlurArea[]): Promise<Buffer> {
  if (areas.length === 0) return pixels
  const raw = { width: size.width, height: size.height, channels: size.channels }
  const patches = areas.map(async (area) => {
    const at = within(area, raw)
    const cell = Math.max(at.width, at.height) / mostCells
    const few = await sharp(pixels, { raw })
      .extract(at)
      .resize(Math.max(1, Math.round(at.width / cell)), Math.max(1, Math.round(at.height / cell)), {
        fit: 'fill',
      })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const input = await sharp(few.data, { raw: few.info })
      .resize(at.width, at.height, { fit: 'fill', kernel: 'nearest' })
      .blur(Math.max(1, cell / 4))
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { input: input.data, raw: input.info, left: at.left, top: at.top }
  })
  return sharp(pixels, { raw })
    .composite(await Promise.all(patches))
    .removeAlpha()
    .raw()
    .toBuffer()
}

function within({ x, y, width, height }: BlurArea, size: Size) {
  const left = Math.min(Math.floor(x * size.width), size.width - 1)
  const top = Math.min(Math.floor(y * size.height), size.height - 1)
  const right = Math.min(Math.max(Math.ceil((x + width) * size.width), left + 1), size.width)
  const bottom = Math.min(Math.max(Math.ceil((y + height) * size.height), top + 1), size.height)
  return { left, top, width: right - left, height: bottom - top }
}
