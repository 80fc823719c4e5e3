import type { showPerson } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { pictureAddress } from '../register-pictures/pictures'
import { readBindings, readHeld } from './holds'

/** @throws Refusal `not_found` */
export async function readPerson(
  reader: Reader,
  townId: string,
  id: string,
  now: Date,
): Promise<OutputOf<typeof showPerson>> {
  const binding = (await readBindings(reader, townId, [id], now)).get(id)
  if (binding === undefined) throw new Refusal('not_found')
  const held = (await readHeld(reader, townId, [id]))
    .map(({ personId: _, ...one }) => one)
    .sort((one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null))
  const [mergedInto] = await reader.query<{ id: string; name: string }[]>(
    `SELECT q.id, q.name FROM person p JOIN person q ON q.id = p.merged_into_id WHERE p.town_id = ? AND p.id = ?`,
    [townId, id],
  )
  return {
    ...binding,
    held,
    isDeputy: held.some(({ kind }) => kind === 'mandate'),
    portrait: await pictureAddress(reader, 'portrait', townId, id),
    mergedInto: mergedInto ?? null,
  }
}
