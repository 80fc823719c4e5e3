import { wrongField } from '../../shared/words/refusals'
import type { Keeping } from '../engine/registers/kept-register'
import { deputiesInTown } from '../features/people/in-town'
import { deputiesToPick } from '../features/people/person-picks'

const listOf = (value: unknown) => (value ?? []) as readonly string[]

export const association: Keeping = {
  lists: {
    memberIds: { table: 'association_member', row: 'association_id', picks: 'person_id' },
  },
  async check(tx, { townId, before, values, others }) {
    if (others.some((one) => one.values.name === values.name && one.endedOn === null))
      throw wrongField('name', '已经有这个名称的协会，请直接改那一条，或换一个名称。')
    // Whoever has left since may stay where they stand.
    const known = new Set([...listOf(before?.values.memberIds), before?.values.headId])
    const named = new Set([
      ...listOf(values.memberIds),
      ...(values.headId === null ? [] : [values.headId as string]),
    ])
    await deputiesInTown(
      tx,
      townId,
      [...named].filter((id) => !known.has(id)),
    )
  },
  picks: { deputy: deputiesToPick, deputies: deputiesToPick },
}
