import { AuditLog } from '../../database/entities/audit-log'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'

/** What was changed, in words. */
export interface AuditEntry {
  townId: string
  /** Nobody where it was done from the server's command line. */
  personId: string | null
  what: string
  fromValue: string | null
  toValue: string | null
  reason: string | null
}

/** Keeps for good that something about the town was changed. */
export const writeAudit = (tx: Tx, entry: AuditEntry, now: Date) =>
  tx.insert(AuditLog, { id: newId(), at: now, ...entry })
