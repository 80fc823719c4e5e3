import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { writeAudit } from '../../engine/write-audit'

/**
 * Keeps who saw whose numbers, or took a table along: by the numbers of the matters, so that the question “whose, since
 * when, by whom” has an answer and the log itself names no villager.
 * @param about numbers of the matters whose people were shown
 */
export const traceView = (
  tx: Tx,
  { townId, person }: Actor,
  { what, about }: { what: string; about: readonly string[] },
  now: Date,
) =>
  writeAudit(
    tx,
    {
      townId,
      personId: person?.id ?? null,
      kind: 'view',
      what,
      fromValue: null,
      toValue: `${about.length} 件`,
      reason: about.length === 0 ? null : `编号 ${about.join('、')}`,
    },
    now,
  )
