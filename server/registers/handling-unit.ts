import { posts } from '../../shared/permissions'
import { wrongField } from '../../shared/words/refusals'
import { unit } from '../engine/holders'
import type { Keeping } from '../engine/registers/kept-register'
import { namedPlace } from '../features/places/named'
import { reachOf, saysReach } from '../features/places/reach'
import { nobodyIn } from '../features/places/unreached'
import { countOpen } from '../features/places/open-of-unit'

const place = namedPlace('handling_unit')

/** A unit ends when nothing waits for it; what it has answered keeps its name. */
export const handlingUnit: Keeping = {
  ...place,
  async mayEnd(tx, { id }, _, townId) {
    const open = Number((await countOpen(tx, townId, [id])).get(id)?.open ?? 0)
    if (open > 0)
      throw wrongField('endedWhy', `还有 ${open} 件没有办完，请先并入别的单位，或改由别的单位办，再撤销。`)
  },
  async follows(tx, keeper, done, now) {
    await place.follows(tx, keeper, done, now)
    for (const { action, row } of done)
      if (action === 'restore')
        await tx.query('UPDATE handling_unit SET merged_into_id = NULL WHERE town_id = ? AND id = ?', [
          keeper.townId,
          row.id,
        ])
  },
  async tells(reader, townId, ids) {
    const reach = await reachOf(reader, townId, ids.map(unit))
    return new Map(
      [...reach].map(([id, those]) => {
        const contacts = those.people.map(
          ({ name, postKind }) => (postKind ? posts[postKind].label : '') + name,
        )
        return [
          id,
          {
            ...(contacts.length > 0 && { contacts: contacts.join('、') }),
            reach: saysReach(those),
          },
        ]
      }),
    )
  },
  narrows: { nobody: nobodyIn.handlingUnit },
  counts: countOpen,
}
