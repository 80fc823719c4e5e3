import type { DutyKindName } from '../../../shared/duty/kinds'
import type { Day } from '../../../shared/rules/days'
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
  measure: number | string | null
  /** It is there, and does not count yet, or not at all: why. */
  pending: string | null
  /** Where another than the deputy wrote it down. */
  typedBy: string | null
  restricted: number | boolean | null
}

/** Of whom a file is. */
export interface Whose {
  townId: string
  personId: string
}

/** From where the lines of one kind come: a file is made of all of them, and nothing of it is kept a second time. */
export interface Source {
  dutyKind: DutyKindName
  /** What the id of its rows is one of: a kind of matter or a register. */
  of: string
  rows: (whose: Whose) => Part<SourceRow>
}

type Columns = Partial<Part<SourceRow>['columns']> & { id: string }

/** Of what a source does not say there is nothing. */
export const sourceRows = (columns: Columns, from: string, parameters: unknown[]): Part<SourceRow> =>
  part<SourceRow>({
    columns: {
      ...{ on: 'NULL', at: 'NULL', title: 'NULL', note: 'NULL', measure: 'NULL', pending: 'NULL' },
      ...{ typedBy: 'NULL', restricted: 'NULL' },
      ...columns,
    },
    from,
    order: columns.id,
    parameters,
  })

/** Whoever wrote the row `r` of a register first, where that is not the deputy whose it is. */
export const typist = (register: string, deputy: string) =>
  `LEFT JOIN matter_event e ON e.matter_id = r.id AND e.kind = '${register}' AND e.version = 0
     AND e.town_id = r.town_id
   LEFT JOIN person t ON t.id = e.person_id AND t.id <> ${deputy}`
