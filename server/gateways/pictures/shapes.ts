/** What pictures are made into. */
interface Shape {
  width: number
  height: number
  /** `cover` fills the frame and cuts off what stands out; `inside` keeps the whole picture. */
  fit: 'cover' | 'inside'
  mostBytes: number
  /** From how it is kept mostly to what even the busiest picture fits into. */
  attempts: readonly { edge: number; quality: number }[]
}

export const shapes = {
  avatar: { width: 200, height: 200, fit: 'cover', mostBytes: 60_000, attempts: covered(200) },
  portrait: { width: 360, height: 480, fit: 'cover', mostBytes: 60_000, attempts: covered(480) },
  photo: {
    width: 1280,
    height: 1280,
    fit: 'inside',
    mostBytes: 400_000,
    attempts: [
      { edge: 1280, quality: 78 },
      { edge: 1280, quality: 60 },
      { edge: 1024, quality: 55 },
      { edge: 800, quality: 45 },
    ],
  },
} as const satisfies Record<string, Shape>

export type PictureShape = keyof typeof shapes

function covered(edge: number) {
  return [78, 60, 45, 30].map((quality) => ({ edge, quality }))
}

/** What is taken as a picture, by the way it begins. Nothing else is handed to a decoder. */
const signatures = [
  { kind: 'jpeg', at: 0, bytes: Buffer.from('ffd8ff', 'hex') },
  { kind: 'png', at: 0, bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { kind: 'webp', at: 8, bytes: Buffer.from('WEBP') },
  { kind: 'heic', at: 4, bytes: Buffer.from('ftyphe') },
  { kind: 'heic', at: 4, bytes: Buffer.from('ftypmif1') },
] as const

export const kindOf = (picture: Buffer) =>
  signatures.find(({ at, bytes }) => picture.subarray(at, at + bytes.length).equals(bytes))?.kind

/** Enough for every phone that takes one picture at a time; decoded, four bytes each. */
export const mostPixels = 20_000_000

/** A panorama is wide, a long screenshot is tall: what is thinner than this shows nothing once it is made small. */
export const mostRatio = 12

/** Why a picture is not taken, and what to do. */
export const troubles = {
  unreadable: '这张照片打不开，请换一张 JPEG、PNG 或 WebP 格式的照片。',
  heic: '这是 HEIC 格式的照片，这里打不开。请在手机“设置”的“相机—格式”里选“兼容性最佳”再拍，或换一张 JPEG 照片。',
  tooManyPixels: '这张照片太大，超过 2000 万像素，请裁剪或缩小以后再传。',
  tooThin: '这张照片太长或太窄，请只截取需要的部分再传。',
  tooHard: '这张照片处理不了，请换一张，或打开它截个图再传。',
} as const
export type PictureTrouble = keyof typeof troubles
