import type { Named } from '../../../shared/grammar/endpoint'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { person } from '../../engine/holders'
import { isPublicSql } from '../../features/board/public'
import { shownTextSql } from '../content-check/shown'
import type { MeetingRecord } from './record'

const most = 50

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
  const open = await reader.query<{ id: string; no: string | null; item: string | null }[]>(
    `SELECT s.id, s.suggestion_no AS no, ${shownTextSql('ki', 's.public_item')} AS item
     FROM matter_holder h JOIN suggestion s ON s.id = h.matter_id LEFT JOIN matter ki ON ki.id = s.item_check_id
     WHERE h.town_id = ? AND h.holder IN (${marks(holders)}) AND h.lane IN ('mine', 'others')
       AND h.kind = 'suggestion' AND h.party = 'leadDeputy' AND ${isPublicSql}
     ORDER BY s.accepted_at DESC, s.id LIMIT ${most}`,
    [townId, ...holders],
  )
  const known = new Set(raised.map(({ id }) => id))
  return [
    ...raised,
    ...open
      .filter(({ id }) => !known.has(id))
      .map(({ id, no, item }) => ({ id, name: [no, item].filter(Boolean).join(' ') })),
  ]
}
