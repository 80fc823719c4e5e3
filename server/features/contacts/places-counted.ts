import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { showContactFigures } from '../../../shared/api/contacts'
import type { Reader } from '../../database/source'
import { readTree, rollUp } from '../places/roll-up'

type Answer = OutputOf<typeof showContactFigures>
type Places = NonNullable<Answer['places']>

/** Whose and where something was. */
export interface Of {
  groupId: string | null
  villageId: string | null
  /** The part of the village, where somebody named one. */
  areaId: string | null
}

const unnamed = '没有写村'

/** The same figures by village ▸ natural village, in the order of the register; what names none stands last. */
export async function readPlacesCounted(
  reader: Reader,
  townId: string,
  countsOf: (isOf: (of: Of) => boolean) => Answer['total'],
): Promise<Places> {
  const villages = await reader.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM village WHERE town_id = ? AND ended_on IS NULL ORDER BY position, id',
    [townId],
  )
  const parts = rollUp(await readTree(reader, townId), (id) => countsOf(({ areaId }) => areaId === id))
  const known = new Set(villages.map(({ id }) => id))
  const rest = countsOf(({ villageId }) => villageId === null || !known.has(villageId))
  return [
    ...villages.map(({ id, name }) => ({
      ...{ name, ...countsOf(({ villageId }) => villageId === id) },
      parts: parts.get(id) ?? [],
    })),
    ...(rest.received + rest.visited + rest.deeds > 0 ? [{ name: unnamed, ...rest, parts: [] }] : []),
  ]
}
