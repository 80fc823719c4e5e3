import { keepLines, whyNoneOf } from '../features/consents/ledger'
import type { Database, Tx } from '../database/source'
import { marks, sqlInstant } from '../database/sql'
import type { Outcome } from './outcome-of-push'
import type { Owed } from './take-pushes'

/** What became of one push that was taken. */
export interface End {
  row: Owed
  outcome: Outcome
  /** Of the consent that WeChat told about. */
  templateId: string | undefined
}

/**
 * Writes what became of many pushes, each kind of end in one statement. Written only while the lease is still ours: a
 * dispatcher that slept past its lease cannot overwrite a newer end.
 */
export async function recordPushes(database: Database, token: string, ends: readonly End[], now: Date) {
  await database.transaction(async (tx) => {
    const whys = await keepConsents(tx, ends, now)
    const groups = new Map<string, Written[]>()
    for (const end of ends) {
      const written = writtenOf(end, whys.get(end.row.id))
      const group = groups.get(written.alike)
      if (group) group.push(written)
      else groups.set(written.alike, [written])
    }
    for (const group of groups.values()) await writeAlike(tx, token, group, now)
  })
}

interface Written extends Pick<Outcome, 'state' | 'reason' | 'uncertain' | 'attemptIsFree'> {
  id: string
  next: string | null
  messageId: string | null
  /** The same for all that one statement can say. */
  alike: string
}

function writtenOf({ row, outcome }: End, why: string | undefined): Written {
  const { state, next, messageId = null, uncertain = false, attemptIsFree = false } = outcome
  const said = state === 'skipped' ? (why ?? outcome.reason) : outcome.reason
  const reason = said?.slice(0, 200) ?? null
  const alike = JSON.stringify([state, reason, uncertain, attemptIsFree])
  return {
    ...{ id: row.id, state, reason, uncertain, attemptIsFree, messageId, alike },
    next: next ? sqlInstant(next) : null,
  }
}

async function writeAlike(tx: Tx, token: string, group: readonly Written[], now: Date) {
  const [first] = group
  if (first === undefined) return
  const { state, reason, uncertain, attemptIsFree } = first
  const ids = group.map(({ id }) => id)
  const sets: [sql: string, values: unknown[]][] = [
    ['state = ?, reason = ?, ended_at = ?', [state, reason, state === 'pending' ? null : sqlInstant(now)]],
    ['lease_token = NULL, leased_until = NULL', []],
    eachIts('wechat_message_id', group, ({ messageId }) => messageId),
  ]
  if (group.some(({ next }) => next !== null))
    sets.push(eachIts('available_at', group, ({ next }) => next, 'available_at'))
  if (attemptIsFree) sets.push(['attempts = attempts - 1', []])
  if (uncertain) sets.push(['uncertain = 1', []])
  await tx.query(
    `UPDATE outbox_message SET ${sets.map(([sql]) => sql).join(', ')} WHERE id IN (${marks(ids)}) AND lease_token = ?`,
    [...sets.flatMap(([, values]) => values), ...ids, token],
  )
}

/** A column that differs from row to row; said once where it does not. */
function eachIts(
  column: string,
  group: readonly Written[],
  valueOf: (one: Written) => string | null,
  otherwise = 'NULL',
): [sql: string, values: unknown[]] {
  const values = group.map(valueOf)
  if (values.every((value) => value === values[0]))
    return values[0] === null ? [`${column} = ${otherwise}`, []] : [`${column} = ?`, [values[0]]]
  const cases = group.map(() => 'WHEN ? THEN ?').join(' ')
  return [
    `${column} = COALESCE(CASE id ${cases} END, ${otherwise})`,
    group.flatMap(({ id }, index) => [id, values[index]]),
  ]
}

/** The ledger learns from every send. @returns for a "no" a better reason, where the ledger knows one: by push */
async function keepConsents(tx: Tx, ends: readonly End[], now: Date): Promise<Map<string, string>> {
  const learned = ends.flatMap(({ row, outcome: { consent }, templateId }) =>
    consent === undefined || row.accountId === null || templateId === undefined
      ? []
      : [{ id: row.id, accountId: row.accountId, templateId, entry: consent, source: 'send' as const }],
  )
  const whys = await whyNoneOf(
    tx,
    learned.filter(({ entry }) => entry === 'exhausted'),
  )
  await keepLines(
    tx,
    learned.map(({ accountId, templateId, entry, source }) => ({ accountId, templateId, entry, source })),
    now,
  )
  return whys
}
