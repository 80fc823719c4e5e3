import { isHeld, isTownshipDeputy } from '../../database/in-office'
import { type Keeping, type KeptRow, namedRows, type Option } from '../../engine/registers/kept-register'
import type { Tx } from '../../database/source'
import { wrongField } from '../../../shared/words/refusals'
import { townshipDeputiesInTown } from '../people/in-town'
import { placesToPick } from '../places/named'

const contacting = ['presidiumMember', 'leadingOfficial', 'unitLeader', 'unitHead'] as const

/** Who keeps in touch, and with whom. */
export const contactPicks = {
  sitters: {
    of: 'person',
    options: (reader, townId) =>
      reader.query<Option[]>(
        `SELECT p.id, p.name, NULL AS note FROM person p WHERE p.town_id = ?
           AND EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id AND ${isHeld('o')}
             AND o.post_kind IN (${contacting.map((kind) => `'${kind}'`).join(', ')}))
         ORDER BY p.position, p.id`,
        [townId],
      ),
    names: namedRows('person'),
  },
  deputies: {
    of: 'person',
    options: (reader, townId) =>
      reader.query<Option[]>(
        `SELECT p.id, p.name, g.name AS note FROM person p LEFT JOIN deputy_group g ON g.id = p.deputy_group_id
         WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')} ORDER BY p.position, p.id`,
        [townId],
      ),
    names: namedRows('person'),
  },
  group: placesToPick('deputy_group'),
} satisfies Keeping['picks']

const listOf = (value: unknown) => (value ?? []) as readonly string[]

/**
 * Whoever is named anew is a deputy of the township now, and the group one of the town; who has left since stays where
 * they stand. @throws Refusal `bad_input`
 */
export async function contactedInTown(
  tx: Tx,
  townId: string,
  before: KeptRow | null,
  { deputyIds, deputyGroupId }: Readonly<Record<string, unknown>>,
) {
  const known = listOf(before?.values.deputyIds)
  const named = listOf(deputyIds).filter((id) => !known.includes(id))
  await townshipDeputiesInTown(tx, townId, [...new Set(named)], 'deputyIds')
  if (typeof deputyGroupId !== 'string' || deputyGroupId === before?.values.deputyGroupId) return
  const found = await tx.query<unknown[]>(
    'SELECT id FROM deputy_group WHERE town_id = ? AND id = ? AND ended_on IS NULL',
    [townId, deputyGroupId],
  )
  if (found.length === 0) throw wrongField('deputyGroupId', '没有这个代表小组，或者已经撤销，请重新选择。')
}
