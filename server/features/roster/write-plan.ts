import type { EntityTarget, ObjectLiteral } from 'typeorm'
import { asName } from '../../../shared/grammar/written'
import type { ProfileName } from '../../../shared/rules/profiles'
import { County } from '../../database/entities/people/county'
import { DeputyGroup } from '../../database/entities/people/deputy-group'
import { ElectoralDistrict } from '../../database/entities/people/electoral-district'
import { HandlingUnit } from '../../database/entities/people/handling-unit'
import { Town } from '../../database/entities/people/town'
import { Village } from '../../database/entities/people/village'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { wake } from '../../database/waking'
import { lookAgain } from '../../engine/refresh'
import { findAnew } from '../../engine/registers/found-by'
import { registers } from '../registers/found'
import { writeElected } from './elected-of-rows'
import type { Places } from './places'
import type { Plan } from './plan'
import { conflictsSaid } from '../leaving/presidium'
import { crowdedDistricts } from '../places/seats'
import { writeSessions } from './sessions-of-rows'
import { writeFirstTree } from '../categories/first-tree'
import { createTally, type Tally } from './tally'
import { askWhichTown } from './which-town'
import { tableNames } from './standing'
import { writePeople } from './write-people'
import { writeStations } from './write-stations'

/** A town that is there, for those who work in it; or one by its name, which may be new. */
export type Destination =
  | { townId: string }
  | {
      town: string
      county: string | undefined
      profile: ProfileName
      /** It was asked, and it is another town than the one that is called almost the same. */
      isAnother?: boolean
    }

/** @returns the id of the town, where it is there already */
export async function townNamed(tx: Tx, to: Destination): Promise<string | undefined> {
  if ('townId' in to) return to.townId
  const [known] = await tx.query<{ id: string }[]>('SELECT id FROM town WHERE name = ?', [asName(to.town)])
  return known?.id
}

/** Writes the plan in `tx`: adds what is new, changes what is different, deletes nothing. */
export async function writePlan(tx: Tx, plan: Plan, to: Destination, now: Date) {
  const tally = createTally()
  const { places, newTown } = await writePlaces(tx, plan, to, tally)
  const { ids, notices, missing } = await writePeople(tx, plan, places, tally, now)
  await writeStations(tx, plan, places, ids, tally)
  await writeFirstTree(tx, places.townId)
  const crowded = await crowdedDistricts(tx, places.townId)
  const conflicts = await conflictsSaid(tx, places.townId)
  const misfits = await writeSessions(tx, plan.sessions, places.townId, tally, now)
  const elected = await writeElected(tx, plan, places, ids, tally, now)
  // Who leads a group may have changed, and who stands to its matters.
  await lookAgain(tx, places.townId, now)
  // Or by which name somebody is found.
  await findAnew(tx, registers, places.townId, tableNames)
  wake(tx, 'manyRows')
  const began = newTown === undefined ? [] : [`“${newTown}”是新的镇，这次一起新建；名字写错了请先不要写入。`]
  return {
    townId: places.townId,
    tally,
    notices: [...began, ...notices, ...crowded, ...conflicts, ...misfits, ...elected],
    missing,
  }
}

async function writePlaces(
  tx: Tx,
  plan: Plan,
  to: Destination,
  tally: Tally,
): Promise<{ places: Places; newTown: string | undefined }> {
  const { townId, countyId, newTown } = await writeTown(tx, to)

  const inOrder = async <E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    known: { id: string; key: string }[],
    wanted: { key: string; row: ObjectLiteral; stays?: boolean }[],
    sheet: Parameters<Tally['add']>[0] | null,
  ) => {
    const ids = new Map(known.map(({ id, key }) => [key, id]))
    const fresh: ObjectLiteral[] = []
    for (const [index, { key, row, stays }] of wanted.entries()) {
      const id = ids.get(key)
      if (id) {
        if (!stays) await tx.update(entity, { id }, { ...withoutName(row), position: index } as never)
        if (sheet) tally.add(sheet, 'kept')
      } else {
        const added = newId()
        ids.set(key, added)
        fresh.push({ id: added, townId, position: index, ...row })
        if (sheet) tally.add(sheet, 'added')
      }
    }
    for (let from = 0; from < fresh.length; from += 200) {
      await tx.insert(entity, fresh.slice(from, from + 200) as never)
    }
    return ids
  }
  const named = async (table: string) => {
    const rows = await tx.query<{ id: string; key: string; formerNames: string | null }[]>(
      `SELECT id, name AS \`key\`, former_names AS formerNames FROM ${table} WHERE town_id = ?`,
      [townId],
    )
    // A file from before a change of name means the same place; the name stays as it is now.
    return withFormerNames(rows)
  }

  const places = {
    townId,
    countyId,
    villages: await inOrder(
      Village,
      await named('village'),
      plan.villages.map((name) => ({ key: name, row: { name } })),
      'villages',
    ),
    groups: await inOrder(
      DeputyGroup,
      await named('deputy_group'),
      [
        ...plan.groups.map((name) => ({ key: name, row: { name } })),
        ...plan.ofNextTerm.groups.map((name) => ({ key: name, row: { name }, stays: true })),
      ],
      null,
    ),
    districts: await inOrder(
      ElectoralDistrict,
      withFormerNames(
        await tx.query<{ id: string; level: string; key: string; formerNames: string | null }[]>(
          `SELECT id, congress_level AS level, name AS \`key\`, former_names AS formerNames
           FROM electoral_district WHERE town_id = ?`,
          [townId],
        ),
      ).map(({ id, level, key }) => ({ id, key: `${level}|${key}` })),
      [...plan.districts, ...plan.ofNextTerm.districts].map((district) => ({
        key: `${district.level}|${district.name}`,
        row: { congressLevel: district.level, name: district.name },
        stays: plan.ofNextTerm.districts.includes(district),
      })),
      null,
    ),
    units: await inOrder(
      HandlingUnit,
      await named('handling_unit'),
      plan.units.map(({ name, kind, bureau }) => ({
        key: name,
        row: { name, unitKind: kind, supervisingBureau: bureau ?? null },
      })),
      'units',
    ),
  }
  return { places, newTown }
}

/** Whoever works in a town touches nobody of its county. */
async function writeTown(tx: Tx, to: Destination) {
  if ('townId' in to) return { townId: to.townId, countyId: null, newTown: undefined }
  if (to.isAnother !== true) await askWhichTown(tx, to.town)
  const county = to.county === undefined ? undefined : await findOrAdd(tx, 'county', County, to.county, {})
  const countyId = county?.id ?? null
  const { id, isNew } = await findOrAdd(tx, 'town', Town, to.town, { countyId, profile: to.profile })
  if (countyId) await tx.update(Town, { id }, { countyId })
  return { townId: id, countyId, newTown: isNew ? asName(to.town) : undefined }
}

/** By the names that each had before, and by its own, which counts more. */
const withFormerNames = <R extends { id: string; key: string; formerNames: string | null }>(
  rows: readonly R[],
) => [
  ...rows.flatMap((row) =>
    row.formerNames === null ? [] : row.formerNames.split('、').map((key) => ({ ...row, key })),
  ),
  ...rows,
]

/** It is known by its name, or by one that it had. */
function withoutName({ name: _, ...row }: ObjectLiteral) {
  return row
}

async function findOrAdd<E extends ObjectLiteral>(
  tx: Tx,
  table: string,
  entity: EntityTarget<E>,
  written: string,
  more: ObjectLiteral,
): Promise<{ id: string; isNew: boolean }> {
  const name = asName(written)
  const [known] = await tx.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE name = ?`, [name])
  if (known) return { id: known.id, isNew: false }
  const id = newId()
  await tx.insert(entity, { id, name, ...more } as never)
  return { id, isNew: true }
}
