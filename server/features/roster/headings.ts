import type { Row, Worksheet } from 'exceljs'
import { asPlainSigns } from '../../../shared/grammar/written'
import { lineIn } from '../../gateways/workbooks/shown'
import type { Column } from './columns'

type Columns = Readonly<Record<string, Column<unknown>>>

/** Where the heading of a sheet ends, and where each column stands. */
export interface Heading {
  /** The last row of it. */
  row: number
  /** By the name of the column. */
  places: ReadonlyMap<string, number>
  /** Headings of columns that are not known, as they stand there. */
  unknown: readonly string[]
}

/** A title, whose roster it is and of which day may stand above. */
const mostAbove = 15

/** Without what is only for the eye: spaces, brackets, strokes and stars. */
const bare = (text: string) => asPlainSigns(text).replace(/[\s*()[\]、,/／:_-]/g, '')

/** Which column goes by this heading. */
function namedBy(columns: Columns) {
  const names = new Map<string, string>()
  for (const [name, { heading, also }] of Object.entries(columns))
    for (const word of [heading, ...also]) names.set(bare(word), name)
  return (text: string) => names.get(bare(text))
}

/**
 * The heading of a sheet, wherever it stands: in one row, or in two where cells are merged, below a title.
 * @returns the best that was found, perhaps without a needed column; undefined where no heading is known
 */
export function findHeading(sheet: Worksheet, columns: Columns): Heading | undefined {
  const nameOf = namedBy(columns)
  const textsOf = (row: Row) => {
    const texts = new Map<number, string>()
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = lineIn(cell)
      if (text !== '') texts.set(column, text)
    })
    return texts
  }
  const known = (texts: ReadonlyMap<number, string>) =>
    [...texts].filter(([, text]) => nameOf(text) !== undefined)

  let best: Heading | undefined
  for (let number = 1; number <= Math.min(sheet.rowCount, mostAbove); number += 1) {
    const upper = textsOf(sheet.getRow(number))
    if (known(upper).length === 0) continue
    const lower = number < sheet.rowCount ? textsOf(sheet.getRow(number + 1)) : new Map<number, string>()
    // What is merged downwards stands in both; only a heading of its own makes the second row one.
    const hasLower = known(lower).some(([column, text]) => upper.get(column) !== text)
    const texts = hasLower ? new Map([...upper, ...lower]) : upper
    const heading = headingOf(texts, hasLower ? number + 1 : number, nameOf)
    if (best === undefined || heading.places.size > best.places.size) best = heading
  }
  return best
}

function headingOf(
  texts: ReadonlyMap<number, string>,
  row: number,
  nameOf: (text: string) => string | undefined,
): Heading {
  const places = new Map<string, number>()
  const unknown: string[] = []
  for (const [column, text] of texts) {
    const name = nameOf(text)
    if (name === undefined) unknown.push(text)
    else if (!places.has(name)) places.set(name, column)
  }
  return { row, places, unknown }
}

/** The headings that a sheet must have and has not. */
export const missingIn = (columns: Columns, heading: Heading | undefined): string[] =>
  Object.entries(columns).flatMap(([name, column]) =>
    column.needed && !column.absent && !heading?.places.has(name) ? [column.heading] : [],
  )
