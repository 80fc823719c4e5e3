import type { Worksheet } from 'exceljs'
import { findHeading, missingIn } from './headings'
import { type SheetKey, sheets } from './sheets'

const keys = Object.keys(sheets) as SheetKey[]
const bare = (name: string) => name.replace(/[\s（）()]/g, '')

/** Which part of a roster a sheet is: by its name, or, called “Sheet1”, by its heading. */
export function keyOf(sheet: Worksheet): SheetKey | undefined {
  const name = bare(sheet.name)
  return (
    keys.find((key) => [sheets[key].name, ...sheets[key].also].some((word) => bare(word) === name)) ??
    byHeading(sheet)
  )
}

function byHeading(sheet: Worksheet): SheetKey | undefined {
  const fitting = keys.flatMap((key) => {
    const heading = findHeading(sheet, sheets[key].columns)
    const known = heading?.places.size ?? 0
    return known > 1 && missingIn(sheets[key].columns, heading).length === 0 ? [{ key, known }] : []
  })
  return fitting.sort((one, other) => other.known - one.known)[0]?.key
}
