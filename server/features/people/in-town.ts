import { wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'

/** What a form names must stand in the register of the same town. */

/** @throws Refusal `bad_input` */
export async function villageInTown(reader: Reader, townId: string, villageId: string | undefined) {
  if (villageId === undefined) return
  const found = await reader.query<unknown[]>('SELECT id FROM village WHERE town_id = ? AND id = ?', [
    townId,
    villageId,
  ])
  if (found.length === 0) throw wrongField('villageId', '没有这个村，请重新选择。')
}

/** @throws Refusal `bad_input` unless all of them are deputies in office in the town */
export async function deputiesInTown(reader: Reader, townId: string, personIds: readonly string[]) {
  const found = await reader.query<{ id: string }[]>(
    `SELECT DISTINCT person_id AS id FROM mandate WHERE town_id = ? AND ended_on IS NULL AND person_id IN (${marks(personIds)})`,
    [townId, ...personIds],
  )
  if (found.length !== personIds.length) {
    throw wrongField('deputyIds', '名单里有人不是本镇现任代表，请重新选择。')
  }
}

/** @throws Refusal `bad_input` unless all of them are units of the town */
export async function unitsInTown(
  reader: Reader,
  townId: string,
  unitIds: readonly string[],
  field = 'leadUnitId',
) {
  const found = await reader.query<unknown[]>(
    `SELECT id FROM handling_unit WHERE town_id = ? AND id IN (${marks(unitIds)})`,
    [townId, ...unitIds],
  )
  if (found.length !== unitIds.length) {
    throw wrongField(field, '没有这个承办单位，请重新选择。')
  }
}
