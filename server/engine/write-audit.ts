import type { AuditKind } from '../../shared/words/words'
import { AuditLog } from '../database/entities/rules/audit-log'
import { newId } from '../database/id'
import type { Tx } from '../database/source'
import { inTown, wake } from '../database/waking'

/** What was changed or seen, in words. */
export interface AuditEntry {
  townId: string
  /** Nobody where it was done from the server's command line. */
  personId: string | null
  /** A change unless it says otherwise. */
  kind?: AuditKind
  what: string
  fromValue: string | null
  toValue: string | null
  reason: string | null
}

const atOnce = 200

/** Keeps for good that something about the town was changed, or something personal seen. */
export const writeAudit = (tx: Tx, entry: AuditEntry, now: Date) => writeAudits(tx, [entry], now)

export async function writeAudits(tx: Tx, entries: readonly AuditEntry[], now: Date) {
  wake(tx, 'town')
  for (const { townId } of entries) inTown(tx, townId)
  const rows = entries.map((entry) => ({ id: newId(), at: now, kind: 'change' as const, ...entry }))
  for (let from = 0; from < rows.length; from += atOnce)
    await tx.insert(AuditLog, rows.slice(from, from + atOnce))
}
