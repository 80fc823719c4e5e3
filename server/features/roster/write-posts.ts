import { posts } from '../../../shared/permissions'
import { presidiumPosts } from '../../../shared/registers/posts'
import { Refusal } from '../../../shared/words/refusals'
import { Post } from '../../database/entities/people/post'
import { newId } from '../../database/id'
import { isHeld } from '../../database/in-office'
import type { Tx } from '../../database/source'
import { type Planned, plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine, type KeptRow } from '../../engine/registers/kept-register'
import { allRows } from '../../engine/registers/rows'
import { findLeaders } from '../key-suggestions/refresh-led'
import { presidiumFits } from '../leaving/presidium'
import { registerNamed } from '../registers/found'
import type { Places } from './places'
import type { Plan, PlannedPerson, PlannedPost } from './plan'
import { Doubtful, type Problem } from './problem'
import { sheets } from './sheets'
import { insertMany, isCountyStaff, type NewRole } from './write-parts'

/** @throws Doubtful where the presidium would have more than one chair or two vice-chairs */
export async function writePosts(
  tx: Tx,
  plan: Plan,
  places: Places,
  ids: ReadonlyMap<PlannedPerson, string>,
  now: Date,
): Promise<NewRole[]> {
  const held = await tx.query<{ personId: string; kind: string; unitId: string | null }[]>(
    `SELECT o.person_id AS personId, o.post_kind AS kind, o.handling_unit_id AS unitId FROM post o
     JOIN person p ON p.id = o.person_id
     WHERE ${isHeld('o')} AND (p.town_id = ? OR (p.town_id IS NULL AND p.county_id = ?))`,
    [places.townId, places.countyId ?? ''],
  )
  const present = new Set(held.map(({ personId, kind, unitId }) => `${personId}|${kind}|${unitId ?? ''}`))
  const within = await planPresidium(tx, plan, places, ids)
  const fresh: Partial<Post>[] = []
  const roles: NewRole[] = []
  for (const [place, person] of plan.people.entries()) {
    const personId = ids.get(person) ?? ''
    for (const { kind, unit } of person.posts) {
      const handlingUnitId = (unit && places.units.get(unit)) ?? null
      const key = `${personId}|${kind}|${handlingUnitId ?? ''}`
      if (present.has(key)) continue
      present.add(key)
      const presidiumPost = (kind === 'presidiumMember' && namedPost(person)?.presidiumPost) || null
      fresh.push({
        ...{ id: newId(), personId, postKind: kind, presidiumPost, handlingUnitId, place },
        townId: isCountyStaff(person) && places.countyId ? null : places.townId,
      })
      const role = [unit, posts[kind].label, presidiumPost && presidiumPosts[presidiumPost]]
      roles.push({
        name: person.name,
        ofCounty: isCountyStaff(person),
        role: role.filter(Boolean).join(' '),
      })
    }
  }
  await insertMany(tx, Post, fresh)
  if (fresh.some(({ postKind }) => postKind === 'leadingOfficial')) await findLeaders(tx, places.townId)
  await writeRows(tx, registerNamed('post'), commandLine(places.townId), within, now)
  return roles
}

/** A row that names a member of the presidium and nothing more says nothing of what they are within it. */
const namedPost = ({ posts: all }: PlannedPerson) =>
  all.find((one): one is PlannedPost & { presidiumPost: keyof typeof presidiumPosts } => !!one.presidiumPost)

/** Which members of the presidium become its chair or vice-chair, or the other of the two, as the screen would have it. */
async function planPresidium(
  tx: Tx,
  plan: Plan,
  { townId }: Places,
  ids: ReadonlyMap<PlannedPerson, string>,
): Promise<Planned[]> {
  const named = plan.people.flatMap((person) => {
    const one = namedPost(person)
    return one ? [{ ...one, personId: ids.get(person) ?? '' }] : []
  })
  if (named.length === 0) return []
  const kept = registerNamed('post')
  const held = (await allRows(tx, kept, townId)).filter(
    ({ endedOn, values }) => endedOn === null && values.postKind === 'presidiumMember',
  )
  const planned = named.map(({ row, presidiumPost, personId }) => {
    const before = held.find(({ values }) => values.personId === personId) ?? null
    const values = { ...before?.values, personId, postKind: 'presidiumMember', presidiumPost }
    return { at: row, one: plannedRow(kept, before, values) }
  })
  const after: readonly KeptRow[] = [
    ...held.filter(({ id }) => planned.every(({ one }) => one.row.id !== id)),
    ...planned.map(({ one }) => one.row),
  ]
  const problems = planned.flatMap(({ at, one }): Problem[] => {
    try {
      presidiumFits(
        one.row.values,
        after.filter((other) => other !== one.row),
      )
      return []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const sentence = (error.fields.presidiumPost ?? error.message).replace(/。$/, '')
      return [{ sheet: sheets.staff.name, row: at, heading: '岗位', sentence }]
    }
  })
  if (problems.length > 0) throw new Doubtful(problems)
  return planned.flatMap(({ one }) =>
    one.before !== null && one.before.values.presidiumPost !== one.row.values.presidiumPost ? [one] : [],
  )
}
