import type { Database } from '../database/source'
import { sqlInstant } from '../database/sql'
import type { Job } from './runner'
import { withLease } from './with-lease'

const dayMs = 86_400_000
/** So many at once: what has come together while nobody tidied keeps no writer waiting. */
const slice = 500

interface Leftover {
  table: string
  /** The instant by which it is old, and how long after it is still kept. */
  at: string
  keptDays?: number
  only?: string
  /** What is emptied, where the row stays. */
  empties?: string
}

/** What nobody may need any more. Matters are never deleted. */
const leftovers: readonly Leftover[] = [
  // Answers that no retry waits for, and later their keys.
  { table: 'idempotency_key', at: 'answer_until', empties: 'answer = NULL, answer_until = NULL' },
  { table: 'idempotency_key', at: 'created_at', keptDays: 7 },
  { table: 'use_count', at: 'ends_at' },
  { table: 'desk_request', at: 'expires_at', keptDays: 7 },
  { table: 'sign_in_failure', at: 'ends_at' },
  { table: 'sign_in', at: 'expires_at' },
  // No reply and no consultation ever took them in.
  { table: 'photo', at: 'uploaded_at', keptDays: 1, only: 'used_at IS NULL' },
  { table: 'opinion_attachment', at: 'uploaded_at', keptDays: 1, only: 'used_at IS NULL' },
  // What an import changed, once nobody can take it back any more.
  { table: 'import_record', at: 'undo_until', empties: 'changes = NULL, undo_until = NULL' },
]

/** Forgets them; and what has grown is counted anew. */
export const tidy: Job = {
  name: 'tidy',
  pauseMs: 600_000,
  wokenBy: [],
  run: ({ database, now }) =>
    withLease(database, 'tidy', 600, now, async () => {
      for (const one of leftovers) await forget(database, one, now())
      await database.analyze('grown')
    }),
}

async function forget({ reader, transaction }: Database, leftover: Leftover, now: Date) {
  const { table, at, keptDays = 0, only, empties } = leftover
  const until = sqlInstant(new Date(now.getTime() - keptDays * dayMs))
  const where = `WHERE ${only === undefined ? '' : `${only} AND `}${at} <= ?`
  const statement = empties === undefined ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${empties}`
  for (;;) {
    const oldest = await reader.query<{ at: string }[]>(
      `SELECT ${at} AS at FROM ${table} ${where} ORDER BY ${at} LIMIT ${slice}`,
      [until],
    )
    const last = oldest.at(-1)
    if (last !== undefined) await transaction((tx) => tx.query(`${statement} ${where}`, [last.at]))
    if (oldest.length < slice) return
  }
}
