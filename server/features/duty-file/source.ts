import type { DutyKindName } from '../../../shared/duty/kinds'
import { addDays, type Day, startOfDay } from '../../../shared/rules/days'
import { instantText, sqlInstant } from '../../database/sql'
import { type Part, part } from '../../database/together'

/** What a source says of one thing that somebody did. */
export interface SourceRow {
  /** Of the matter or the row of a register. */
  id: string
  /** The day on which it was done, whenever that was written down; or the instant, of which the day is taken. */
  on: Day | null
  at: string | null
  title: string | null
  note: string | null
  /** Who called together, where that was neither the town nor what the kind itself says. */
  organiser: string | null
  measure: number | string | null
  /** It is there, and does not count yet, or not at all: why. */
  pending: string | null
  /** Where another than the deputy wrote it down. */
  typedBy: string | null
  restricted: number | boolean | null
}

/** Of whom a file is, and of which days: closed, both of them within. */
export interface Whose {
  townId: string
  personId: string
  from: Day
  to: Day
}

/** From where the lines of one kind come: a file is made of all of them, and nothing of it is kept a second time. */
export interface Source {
  dutyKind: DutyKindName
  /** What the id of its rows is one of: a kind of matter or a register. */
  of: string
  rows: (whose: Whose) => Part<SourceRow>
}

/** A source has its day, or the column of the instant of which the day is taken. */
type Columns = Partial<Omit<Part<SourceRow>['columns'], 'on' | 'at'>> & { id: string } & (
    { on: string; at?: undefined } | { at: string; on?: undefined }
  )

/**
 * Of what a source does not say there is nothing. @param from ends with a condition, so that the days of the file are one more
 */
export function sourceRows(
  { from: first, to: last }: Pick<Whose, 'from' | 'to'>,
  { on, at, ...columns }: Columns,
  from: string,
  parameters: unknown[],
): Part<SourceRow> {
  const within = on === undefined ? `${at} >= ? AND ${at} < ?` : `${on} BETWEEN ? AND ?`
  const days = on === undefined ? instants(first, last) : [first, last]
  return part<SourceRow>({
    columns: {
      ...{ title: 'NULL', note: 'NULL', organiser: 'NULL', measure: 'NULL', pending: 'NULL' },
      ...{ typedBy: 'NULL', restricted: 'NULL' },
      ...columns,
      ...{ on: on ?? 'NULL', at: at === undefined ? 'NULL' : instantText(at) },
    },
    from: `${from} AND ${within}`,
    order: columns.id,
    parameters: [...parameters, ...days],
  })
}

const instants = (first: Day, last: Day) => [startOfDay(first), startOfDay(addDays(last, 1))].map(sqlInstant)

/** Whoever wrote the row `r` of a register first, where that is not the deputy whose it is. */
export const typist = (register: string, deputy: string) =>
  `LEFT JOIN matter_event e ON e.matter_id = r.id AND e.kind = '${register}' AND e.version = 0
     AND e.town_id = r.town_id
   LEFT JOIN person t ON t.id = e.person_id AND t.id <> ${deputy}`
