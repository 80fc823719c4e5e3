import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { onceIn } from '../../database/waking'

/** @throws Refusal `not_found` */
export async function knownTown(reader: Reader, townId: string): Promise<{ id: string; name: string }> {
  const [town] = await onceIn(reader, `town ${townId}`, () =>
    reader.query<{ id: string; name: string }[]>('SELECT id, name FROM town WHERE id = ?', [townId]),
  )
  if (!town) throw new Refusal('not_found')
  return town
}
