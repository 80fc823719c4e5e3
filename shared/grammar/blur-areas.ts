import * as z from 'zod/mini'

/** What of a picture nobody may recognise: a rectangle in fractions of its width and height, from its upper left corner. */
export interface BlurArea {
  x: number
  y: number
  width: number
  height: number
}

export const mostBlurAreas = 30
/** Of the width, and of the height: what is smaller was a slip of the finger. */
export const leastBlurEdge = 0.01

const noArea = '请先在照片上框出要遮住的地方，再打码。'
const outside = '有一个框在照片外面，请把它挪回照片里，或去掉它重新框。'
const fraction = z.number(outside).check(z.minimum(0, outside), z.maximum(1, outside))
/** What fractions lose where they are put together. */
const slack = 1e-6

export const blurAreas = z
  .array(
    z.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction }, outside).check(
      z.refine(({ x, y, width, height }) => x + width <= 1 + slack && y + height <= 1 + slack, outside),
      z.refine(
        ({ width, height }) => Math.min(width, height) >= leastBlurEdge - slack,
        '有一个框太小，遮不住什么，请把它拉大一些，或去掉它。',
      ),
    ),
    noArea,
  )
  .check(
    z.minLength(1, noArea),
    z.maxLength(mostBlurAreas, `一张照片最多框 ${mostBlurAreas} 处，请把挨着的框成一个。`),
  )
