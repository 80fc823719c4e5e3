import type { Day } from '../../../shared/rules/days'
import { decidedOnIn } from '../../../shared/matters/opinion/in-meeting'
import { ReviewItem } from '../../database/entities/matters/review-item'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { byEndOfDay, instantText, marks, quoted } from '../../database/sql'
import { person } from '../../engine/holders'
import type { MeetingRecord } from './record'

/** So many are talked about in one sitting; what is left over is the oldest of the next. */
export const mostItems = 100

/**
 * Puts what lies open with the members of the group on the list, the oldest first; what is there already stays.
 * @param heldOn where it is written down later: what was said since then was not talked about
 */
export async function fillItems(tx: Tx, { id, townId, members, items }: MeetingRecord, heldOn?: Day) {
  const holders = members.map((one) => person(one.id))
  if (holders.length === 0) return
  const open = await tx.query<{ id: string; at: string }[]>(
    `SELECT o.id, ${instantText('o.created_at')} AS at FROM matter_holder h JOIN matter m ON m.id = h.matter_id JOIN resident_opinion o ON o.id = m.id
     WHERE h.town_id = ? AND h.holder IN (${marks(holders)}) AND h.lane IN ('mine', 'others')
       AND h.kind = 'opinion' AND h.party = 'deputy' AND m.state IN (${quoted(decidedOnIn)})
       ${heldOn === undefined ? '' : `AND ${byEndOfDay('o.created_at', '?')}`}`,
    [townId, ...holders, ...(heldOn === undefined ? [] : [heldOn])],
  )
  const known = new Set(items.map(({ opinionId }) => opinionId))
  const oldestFirst = open.sort((one, other) =>
    one.at < other.at || (one.at === other.at && one.id < other.id) ? -1 : 1,
  )
  const fresh = [...new Set(oldestFirst.map((one) => one.id))]
    .filter((one) => !known.has(one))
    .slice(0, mostItems - items.length)
  if (fresh.length === 0) return
  const nothing = { gist: null, decision: null, said: null, suggestionId: null }
  await insertMany(
    tx,
    ReviewItem,
    fresh.map((opinionId, at) => ({
      ...{ id: newId(), meetingId: id, opinionId, position: items.length + at },
      ...{ ...nothing, leadId: null, notedById: null, notedAt: null },
    })),
  )
}
