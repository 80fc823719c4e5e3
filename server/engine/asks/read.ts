import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText, marks } from '../../database/sql'
import { type Part, readTogether } from '../../database/together'
import type { Holder } from '../holders'

/** A question as it stands in the record of its matter. */
export interface Asked {
  ask: string
  roundNo: number
  holder: Holder
  no: number
  /** Of the person or the unit that is asked. */
  name: string | null
  askedOn: Day
  dueOn: Day | null
  question: string | null
  answer: string | null
  answeredAt: string | null
  endedHow: 'sentBack' | 'waived' | 'withdrawn' | null
  endedWhy: string | null
  endedAt: string | null
}

/** What was asked in these matters, in the order of the register: for kinds that read several things at once. */
export const askedPart = (ids: readonly string[]): Part<Asked & { of: string }> => ({
  columns: {
    of: 'a.matter_id',
    ask: 'a.ask',
    roundNo: 'a.round_no',
    holder: 'a.holder',
    no: 'a.no',
    name: 'COALESCE(au.name, ap.name)',
    askedOn: 'a.asked_on',
    dueOn: 'a.due_on',
    question: 'a.question',
    answer: 'a.answer',
    answeredAt: instantText('a.answered_at'),
    endedHow: 'a.ended_how',
    endedWhy: 'a.ended_why',
    endedAt: instantText('a.ended_at'),
  },
  // `unit:` and `person:` stand before the identifiers.
  from: `FROM ask a LEFT JOIN handling_unit au ON au.id = SUBSTR(a.holder, 6)
    LEFT JOIN person ap ON ap.id = SUBSTR(a.holder, 8) WHERE a.matter_id IN (${marks(ids)})`,
  order: 'a.round_no, a.ask, COALESCE(au.position, ap.position), a.holder, a.no',
  parameters: [...ids],
})

/** The same of one matter, for kinds whose record is one row. */
export async function readAsked(reader: Reader, id: string): Promise<Asked[]> {
  return (await readTogether(reader, { asked: askedPart([id]) })).asked
}
