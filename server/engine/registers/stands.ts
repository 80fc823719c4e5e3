import type { Register } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { marks, sqlInstant } from '../../database/sql'
import { kindNamed } from '../known-kinds'

type Stands = { tone: 'flow' | 'late' | 'done'; word: string }

/** Where the matters stand of which these rows are the kept half, and which of them are late. */
export async function standsOf(
  reader: Reader,
  { matter }: Register,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Stands>> {
  if (matter === undefined || ids.length === 0) return new Map()
  const today = beijingDay(now)
  const rows = await reader.query<{ id: string; state: string; late: number | string | null }[]>(
    `SELECT m.id, m.state, MAX(CASE WHEN h.at <= ? THEN 1 ELSE 0 END) AS late FROM matter m
     LEFT JOIN matter_holder h ON h.matter_id = m.id AND h.lane = 'mine' AND h.from_on <= ? AND h.until_on >= ?
     WHERE m.id IN (${marks(ids)}) AND m.kind = ? GROUP BY m.id, m.state`,
    [sqlInstant(now), today, today, ...ids, matter],
  )
  const { states } = kindNamed(matter).table
  return new Map(
    rows.map(({ id, state, late }): [string, Stands] => {
      const { waitsFor = null, label = state } = states[state] ?? {}
      if (waitsFor === null) return [id, { tone: 'done', word: label }]
      return [id, Number(late) === 1 ? { tone: 'late', word: '逾期' } : { tone: 'flow', word: label }]
    }),
  )
}
