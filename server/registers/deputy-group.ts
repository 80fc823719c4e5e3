import { wrongField } from '../../shared/words/refusals'
import { isTownshipDeputy } from '../database/in-office'
import { marks } from '../database/sql'
import { group } from '../engine/holders'
import type { Keeping } from '../engine/registers/kept-register'
import { namedPlace } from '../features/places/named'
import { reachOf, saysReach } from '../features/places/reach'
import { nobodyIn } from '../features/places/unreached'

const place = namedPlace('deputy_group')

export const deputyGroup: Keeping = {
  ...place,
  async mayEnd(tx, { id }, _, townId) {
    const people = (await reachOf(tx, townId, [group(id)])).get(id)?.people ?? []
    if (people.length > 0)
      throw wrongField(
        'endedWhy',
        `${people.map(({ name }) => name).join('、')}还在这个小组，请先把他们编到别的小组。`,
      )
  },
  async tells(reader, townId, ids) {
    const reach = await reachOf(reader, townId, ids.map(group))
    const leaders = await reader.query<{ id: string; name: string }[]>(
      `SELECT p.deputy_group_id AS id, p.name FROM person p
       WHERE p.town_id = ? AND p.deputy_group_id IN (${marks(ids)}) AND p.group_leader = 1
       ORDER BY p.position, p.id`,
      [townId, ...ids],
    )
    return new Map(
      [...reach].map(([id, those]) => {
        const leading = leaders.filter((one) => one.id === id).map(({ name }) => name)
        const members = those.people.map(({ name }) => name)
        return [
          id,
          {
            ...(leading.length > 0 && { leader: leading.join('、') }),
            ...(members.length > 0 && { members: members.join('、') }),
            reach: saysReach(those),
          },
        ]
      }),
    )
  },
  narrows: {
    nobody: nobodyIn.deputyGroup,
    leaderless: `NOT EXISTS (SELECT 1 FROM person p WHERE p.deputy_group_id = r.id AND p.group_leader = 1
      AND ${isTownshipDeputy('p.id')})`,
  },
}
