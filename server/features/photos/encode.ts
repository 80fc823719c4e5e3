import { reencode } from './reencode'

const mostBytes = 400_000

/** From how a photo is kept mostly to what even the busiest picture fits into. */
const attempts = [
  { edge: 1280, quality: 78 },
  { edge: 1280, quality: 60 },
  { edge: 1024, quality: 55 },
  { edge: 800, quality: 45 },
] as const

/** @returns JPEG, at most 1280 pixels either way, and about 400 kB at the most. @throws Refusal `bad_input` */
export const encodePhoto = (picture: Buffer) =>
  reencode(picture, 'photo', async (upright) => {
    let jpeg = Buffer.alloc(0)
    for (const { edge, quality } of attempts) {
      jpeg = await upright
        .clone()
        .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality, mozjpeg: true })
        .toBuffer()
      if (jpeg.length <= mostBytes) break
    }
    return jpeg
  })
