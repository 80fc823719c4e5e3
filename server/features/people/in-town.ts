import { wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { isActing, isOfTownship } from '../../database/in-office'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'

/** What a form names must stand in the register of the same town. */

/** @throws Refusal `bad_input` */
export async function villageInTown(reader: Reader, townId: string, villageId: string | undefined) {
  if (villageId !== undefined) await villagesInTown(reader, townId, [villageId], 'villageId')
}

/** @throws Refusal `bad_input` */
export async function villagesInTown(
  reader: Reader,
  townId: string,
  villageIds: readonly string[],
  field: string,
) {
  if (villageIds.length === 0) return
  const { found } = await readTogether(reader, { found: inTown('village', townId, villageIds) })
  if (found.length !== new Set(villageIds).size) throw wrongField(field, '没有这个村，请重新选择。')
}

/** That a part of a village lies in the village that is named with it. @throws Refusal `bad_input` */
export async function areaInTown(
  reader: Reader,
  townId: string,
  { areaId, villageId }: { areaId?: string | undefined; villageId?: string | undefined },
) {
  if (areaId === undefined) return
  const { found } = await readTogether(reader, {
    found: part<{ villageId: string }>({
      columns: { villageId: 'x.village_id' },
      from: 'FROM area x WHERE x.town_id = ? AND x.id = ? AND x.ended_on IS NULL',
      order: 'x.id',
      parameters: [townId, areaId],
    }),
  })
  if (found[0] === undefined || found[0].villageId !== villageId)
    throw wrongField('areaId', '这个自然村或小组不在上面选的村里，请重新选，不选也行。')
}

/** @throws Refusal `bad_input` */
export async function districtInTown(reader: Reader, townId: string, districtId: string) {
  const { found } = await readTogether(reader, { found: inTown('electoral_district', townId, [districtId]) })
  if (found.length === 0) throw wrongField('electoralDistrictId', '没有这个选区，请重新选择。')
}

/** @throws Refusal `bad_input` */
export async function stationInTown(
  reader: Reader,
  townId: string,
  stationId: string,
  field = 'liaisonStationId',
) {
  const { found } = await readTogether(reader, { found: inTown('liaison_station', townId, [stationId]) })
  if (found.length === 0) throw wrongField(field, '没有这个站点，或者已经撤销，请重新选择。')
}

/** @throws Refusal `bad_input` unless all of them are deputies in office in the town, of whatever level */
export const deputiesInTown = (reader: Reader, townId: string, personIds: readonly string[]) =>
  allIn(reader, townId, personIds, isActing('d'), '名单里有人不是本镇现任代表，请重新选择。')

/** The same of one, who is named by `deputyId`. */
export const deputyInTown = (reader: Reader, townId: string, personId: string) =>
  allIn(reader, townId, [personId], isActing('d'), '这位不是本镇现任代表，请重新选择。', 'deputyId')

/** @throws Refusal `bad_input` unless all of them sit in the congress of the township */
export const townshipDeputiesInTown = (
  reader: Reader,
  townId: string,
  personIds: readonly string[],
  field?: string,
) =>
  allIn(
    reader,
    townId,
    personIds,
    isOfTownship('d'),
    field === undefined
      ? '名单里有人不是现任镇人大代表，不能附议镇里的建议和议案，请重新选择。'
      : '这位不是现任镇人大代表，请重新选择。',
    field,
  )

async function allIn(
  reader: Reader,
  townId: string,
  personIds: readonly string[],
  counts: string,
  sentence: string,
  field = 'deputyIds',
) {
  if (personIds.length === 0) return
  const { found } = await readTogether(reader, {
    found: part<{ id: string }>({
      columns: { id: 'd.person_id' },
      from: `FROM mandate d WHERE d.town_id = ? AND ${counts} AND d.person_id IN (${marks(personIds)})`,
      order: 'd.person_id',
      parameters: [townId, ...personIds],
    }),
  })
  // Somebody may hold two mandates.
  if (new Set(found.map(({ id }) => id)).size !== personIds.length) throw wrongField(field, sentence)
}

/** @throws Refusal `bad_input` unless all of them are units of the town that have not ended */
export async function unitsInTown(
  reader: Reader,
  townId: string,
  unitIds: readonly string[],
  field = 'leadUnitId',
) {
  const { found } = await readTogether(reader, { found: inTown('handling_unit', townId, unitIds) })
  if (found.length !== unitIds.length) {
    throw wrongField(field, '没有这个承办单位，或者已经撤销，请重新选择。')
  }
}

/** Those of these rows that stand in the register of the town, and have not ended. */
export const inTown = (
  table: 'village' | 'handling_unit' | 'liaison_station' | 'electoral_district',
  townId: string,
  ids: readonly string[],
) =>
  part<{ id: string }>({
    columns: { id: 'x.id' },
    from: `FROM ${table} x WHERE x.town_id = ? AND x.id IN (${marks(ids)}) AND x.ended_on IS NULL`,
    order: 'x.id',
    parameters: [townId, ...ids],
  })

/** @throws Refusal `bad_input` */
export async function personInTown(reader: Reader, townId: string, personId: unknown) {
  const found = await reader.query<unknown[]>('SELECT id FROM person WHERE town_id = ? AND id = ?', [
    townId,
    personId,
  ])
  if (found.length === 0) throw wrongField('personId', '本镇名册里没有这位，请先登记人员。')
}
