import { wrongField } from '../../shared/words/refusals'
import { marks } from '../database/sql'
import type { Keeping } from '../engine/registers/kept-register'
import { deputiesInTown } from '../features/people/in-town'
import { deputiesToPick } from '../features/people/person-picks'

const listOf = (value: unknown) => (value ?? []) as readonly string[]

export const training: Keeping = {
  lists: { personIds: { table: 'training_person', row: 'training_id', picks: 'person_id' } },
  async check(tx, { townId, before, values }) {
    const { heldOn, heldUntil, personIds } = values
    if (typeof heldUntil === 'string' && heldUntil < String(heldOn))
      throw wrongField('heldUntil', '结束的日期在开始以前，请改一下。')
    // Whoever has left since was there all the same.
    const known = new Set(listOf(before?.values.personIds))
    await deputiesInTown(
      tx,
      townId,
      listOf(personIds).filter((id) => !known.has(id)),
    )
  },
  async counts(reader, _townId, ids) {
    const rows = await reader.query<{ id: string; present: number | string }[]>(
      `SELECT training_id AS id, COUNT(*) AS present FROM training_person
       WHERE training_id IN (${marks(ids)}) GROUP BY training_id`,
      [...ids],
    )
    return new Map(rows.map(({ id, present }) => [id, { present: Number(present) }]))
  },
  picks: { deputies: deputiesToPick },
}
