import type { Mandate } from '../../database/entities/people/mandate'
import type { Person } from '../../database/entities/people/person'
import type { Post } from '../../database/entities/people/post'
import type { Tx } from '../../database/source'
import type { PlannedPerson } from './plan'

/** A role that somebody has from now on. */
export interface NewRole {
  name: string
  ofCounty: boolean
  role: string
}

export const isCountyStaff = ({ posts, mandates }: PlannedPerson) =>
  mandates.length === 0 && posts.length > 0 && posts.every(({ kind }) => kind === 'countyStaff')

export async function insertMany<E extends Person | Mandate | Post>(
  tx: Tx,
  entity: new () => E,
  rows: readonly Partial<E>[],
) {
  for (let from = 0; from < rows.length; from += 200) {
    await tx.insert(entity, rows.slice(from, from + 200) as never)
  }
}
