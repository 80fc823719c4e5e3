import { type DutyKindName, dutyKindNames, dutyKinds } from '../../../shared/duty/kinds'
import type { Day } from '../../../shared/rules/days'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { readTogether } from '../../database/together'
import type { Source, SourceRow, Whose } from './source'
import { sources } from './sources'

/** One thing that somebody did, with whether it stands in the own file alone. */
export interface Line {
  kind: DutyKindName
  on: Day
  title: string | null
  note: string | null
  organiser: string | null
  measure: number | null
  pending: string | null
  typedBy: string | null
  source: { of: string; id: string }
  restricted: boolean
}

/** Everything that somebody did in these days, the earliest first: one line for each row of each source, read at once. */
export async function readLines(
  reader: Reader,
  whose: Whose,
  kinds: readonly DutyKindName[] = dutyKindNames,
): Promise<Line[]> {
  const wanted = sources.filter(({ dutyKind }) => kinds.includes(dutyKind))
  const found = await readTogether(
    reader,
    Object.fromEntries(wanted.map((source) => [nameOf(source), source.rows(whose)])),
  )
  const lines = wanted.flatMap((source) => {
    // Whoever went out and came back was there once.
    const rows = new Map((found[nameOf(source)] ?? []).map((row) => [row.id, row]))
    return [...rows.values()].map((row) => lineOf(source, row))
  })
  return lines.sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : (a.title ?? '').localeCompare(b.title ?? '', 'zh'),
  )
}

/** A kind may come from more than one place. */
const nameOf = ({ dutyKind, of }: Source) => `${dutyKind} ${of}`

const lineOf = ({ dutyKind, of }: Source, row: SourceRow): Line => ({
  kind: dutyKind,
  on: row.on ?? beijingDay(new Date(isoInstant(row.at ?? ''))),
  ...{ title: row.title, note: row.note, organiser: row.organiser },
  ...{ pending: row.pending, typedBy: row.typedBy },
  measure: row.measure === null ? null : Number(row.measure),
  source: { of, id: row.id },
  restricted: dutyKinds[dutyKind].restricted === true || Number(row.restricted ?? 0) === 1,
})

/** By kind, in the order of the kinds, what counts of these; what there is none of is not named. */
export const countedIn = (lines: readonly Line[], kinds = dutyKindNames) =>
  kinds.flatMap((kind) => {
    const counted = lines.filter((line) => line.kind === kind && counts(line))
    if (counted.length === 0) return []
    const isMeasured = dutyKinds[kind].counts !== undefined
    const measure = counted.reduce((sum, one) => sum + (one.measure ?? 0), 0)
    return [{ kind, lines: counted.length, measure: isMeasured ? measure : null }]
  })

/** Whether it is counted: what is open, or was not accepted, is none. */
export const counts = ({ pending }: Line) => pending === null
