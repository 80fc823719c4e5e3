/** Millimetres of an A3 sheet inside its margins, without the head and the foot of the rule. */
const sheet = { wide: 257, high: 300 }
/** Largest first; below the last nobody reads it on a wall, and it takes more sheets. */
const sizes = [32, 28, 25, 22, 20, 18, 16, 14, 12]
const mmOfPoint = 0.3528
const lineHeight = 1.7
/** Between two paragraphs, in heights of a letter. */
const between = 0.3

/**
 * In which letters a text fills one A3 sheet, in points; the smallest where it needs more sheets than one.
 * @param paragraphs begin two letters further in; all letters are as wide as they are high
 */
export function wallSize(paragraphs: readonly string[]): number {
  const fits = (points: number) => {
    const letter = points * mmOfPoint
    const inALine = Math.floor(sheet.wide / letter)
    const heights = paragraphs.map(
      (text) => Math.max(1, Math.ceil(([...text].length + 2) / inALine)) * lineHeight + between,
    )
    return heights.reduce((sum, height) => sum + height, 0) * letter <= sheet.high
  }
  return sizes.find(fits) ?? sizes[sizes.length - 1] ?? 0
}
