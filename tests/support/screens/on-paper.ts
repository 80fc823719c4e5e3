import fs from 'node:fs'
import path from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsqr from 'jsqr'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** Millimetres. */
export const papers = { A4: [210, 297], A4Across: [297, 210], A3: [297, 420] } as const
type Paper = keyof typeof papers

const mmOfPoint = 25.4 / 72
const pixelsOfMm = 96 / 25.4

export interface OnPaper {
  /** Millimetres of each sheet, as the printer gets them. */
  sheets: [wide: number, high: number][]
  /** The first sheet as the printer draws it, as fine as a screen. */
  picture: Buffer
  /** What stands beyond the edge of the sheet, or is cut off, by its words. */
  clipped: string[]
  /** Buttons, fields and links that nobody can press on paper. */
  pressed: string[]
}

/** Prints what a page shows: as the document that goes to the printer, and as a picture of it; both are left to be looked at. */
export async function print(page: Page, name: string, paper: Paper, margins = 0): Promise<OnPaper> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('img')].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  )
  const folder = path.resolve('tests/.output/paper')
  fs.mkdirSync(folder, { recursive: true })
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  fs.writeFileSync(path.join(folder, `${name}.pdf`), pdf)

  const before = page.viewportSize()
  const [wide, high] = papers[paper].map((side) => Math.round((side - 2 * margins) * pixelsOfMm))
  await page.setViewportSize({ width: wide ?? 0, height: high ?? 0 })
  await page.emulateMedia({ media: 'print' })
  const picture = await drawn(pdf)
  fs.writeFileSync(path.join(folder, `${name}.png`), picture)
  const { clipped, pressed } = await page.evaluate(lookOver)
  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
  return { sheets: sheetsOf(pdf), picture, clipped, pressed }
}

/** The document as a printer draws it, and no browser: its first sheet. */
async function drawn(pdf: Buffer): Promise<Buffer> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    const { data } = await document.getPage(0).render({
      scale: 96 / 72,
      render: ({ data: pixels, width, height }) =>
        sharp(pixels, { raw: { width, height, channels: 4 } })
          .png()
          .toBuffer(),
    })
    return Buffer.from(data)
  } finally {
    document.destroy()
    library.destroy()
  }
}

const sheetsOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, wide, high]): [number, number] => [
      Math.round(Number(wide) * mmOfPoint),
      Math.round(Number(high) * mmOfPoint),
    ],
  )

/**
 * Reads the 小程序码 that stands on a sheet, as a camera does that looks at the paper.
 * @param part from the top, of the height of the sheet: a camera sees one side of what is folded
 */
export async function readCode(
  picture: Buffer,
  part: { from: number; to: number } = { from: 0, to: 1 },
): Promise<string | undefined> {
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const top = Math.round(part.from * height)
  const side = { left: 0, top, width, height: Math.round(part.to * height) - top }
  const { data, info } = await sharp(picture)
    .extract(side)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), info.width, info.height)?.data
}

function lookOver() {
  const edge = document.documentElement.clientWidth
  const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible',
  )
  const words = (one: HTMLElement) => `${one.className} ${one.innerText.slice(0, 20)}`
  const isCut = (one: HTMLElement) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    return (
      (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
      (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
    )
  }
  const beyond = (one: HTMLElement) => {
    const { left, right } = one.getBoundingClientRect()
    return left < -1 || right > edge + 1
  }
  return {
    clipped: shown.filter((one) => isCut(one) || beyond(one)).map(words),
    pressed: shown
      // A picture that can be enlarged on a screen says nothing of it on paper, nor does the head of a column.
      .filter(
        (one) =>
          one.matches('.button, [role=button]:not(.table-sort), button, input, textarea') &&
          one.innerText.trim(),
      )
      .map(words),
  }
}
