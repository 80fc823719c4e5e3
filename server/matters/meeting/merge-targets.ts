import type { Named } from '../../../shared/grammar/endpoint'
import type { Reader } from '../../database/source'
import { instantText, marks } from '../../database/sql'
import { person } from '../../engine/holders'
import { isPublicSql } from '../../features/board/public'
import { shownTextSql } from '../content-check/shown'
import type { MeetingRecord } from './record'

/**
 * What an opinion may join: what this meeting has raised, and what its members have proposed and everybody may read of. The
 * draft of somebody is nobody else's business.
 */
export async function readMergeTargets(
  reader: Reader,
  { townId, members, items }: Pick<MeetingRecord, 'townId' | 'members' | 'items'>,
): Promise<Named[]> {
  const raised = items.flatMap(({ suggestionId, said, decision }) =>
    decision === 'raise' && suggestionId !== null ? [{ id: suggestionId, name: said ?? '' }] : [],
  )
  const holders = members.map((one) => person(one.id))
  if (holders.length === 0) return raised
  const open = await reader.query<{ id: string; no: string | null; item: string | null; at: string }[]>(
    `SELECT s.id, s.suggestion_no AS no, ${instantText('s.accepted_at')} AS at, ${shownTextSql('ki', 's.public_item')} AS item
     FROM matter_holder h JOIN suggestion s ON s.id = h.matter_id LEFT JOIN matter ki ON ki.id = s.item_check_id
     WHERE h.town_id = ? AND h.holder IN (${marks(holders)}) AND h.lane IN ('mine', 'others')
       AND h.kind = 'suggestion' AND h.party = 'leadDeputy' AND ${isPublicSql}`,
    [townId, ...holders],
  )
  const known = new Set(raised.map(({ id }) => id))
  return [
    ...raised,
    // What members have in hand is some dozens; a database sorts what a list does not hold in order.
    ...open
      .filter(({ id }) => !known.has(id))
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .map(({ id, no, item }) => ({ id, name: [no, item].filter(Boolean).join(' ') })),
  ]
}
