import { marks } from '../database/sql'
import type { Reader } from '../database/source'
import type { Keeping } from '../engine/registers/kept-register'
import { wrongField } from '../../shared/words/refusals'
import { villagesInTown } from '../features/people/in-town'
import { unfilledNext, unfilledNow } from '../features/term/elected'
import { namedPlace, placesToPick } from '../features/places/named'

const place = namedPlace('electoral_district')

export const electoralDistrict: Keeping = {
  ...place,
  lists: {
    villageIds: {
      table: 'electoral_district_village',
      row: 'electoral_district_id',
      picks: 'village_id',
    },
  },
  async check(tx, writing) {
    place.check(tx, writing)
    const { townId, before, values } = writing
    const isNew = (id: string) => !listOf(before?.values.villageIds).includes(id)
    await villagesInTown(tx, townId, listOf(values.villageIds).filter(isNew), 'villageIds')
  },
  async mayEnd(tx, { id }, _, townId) {
    const [seated] = (await deputiesOf(tx, townId, [id])).values()
    if (seated !== undefined)
      throw wrongField('endedWhy', `${seated.join('、')}还是这个选区选出的现任代表，请先改他们的选区。`)
  },
  async tells(reader, townId, ids) {
    const deputies = await deputiesOf(reader, townId, ids)
    return new Map([...deputies].map(([id, names]) => [id, { deputies: names.join('、') }]))
  },
  narrows: { unfilled: unfilledNow, unfilledNext },
  picks: { villages: placesToPick('village') },
}

const listOf = (value: unknown) => (value ?? []) as readonly string[]

/** Who was elected in each of these districts and holds the mandate still. */
async function deputiesOf(reader: Pick<Reader, 'query'>, townId: string, ids: readonly string[]) {
  const rows = await reader.query<{ id: string; name: string }[]>(
    `SELECT m.electoral_district_id AS id, p.name FROM mandate m JOIN person p ON p.id = m.person_id
     WHERE m.town_id = ? AND m.electoral_district_id IN (${marks(ids)}) AND m.ended_on IS NULL
     ORDER BY p.position, p.id`,
    [townId, ...ids],
  )
  const names = new Map<string, string[]>()
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
  return names
}
