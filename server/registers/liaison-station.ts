import { howToWriteReceptionDays, readReceptionDays } from '../../shared/rules/reception-rules'
import { wrongField } from '../../shared/words/refusals'
import { isDeputy, isHeld } from '../database/in-office'
import type { Tx } from '../database/source'
import { marks } from '../database/sql'
import { type Keeping, namedRows, type Option } from '../engine/registers/kept-register'
import { deputiesInTown, villageInTown } from '../features/people/in-town'
import { deputiesToPick } from '../features/people/person-picks'
import { namedPlace, placesToPick } from '../features/places/named'
import { saysReach } from '../features/places/reach'
import { nobodyIn } from '../features/places/unreached'

const place = namedPlace('liaison_station')

export const liaisonStation: Keeping = {
  ...place,
  lists: {
    deputyIds: { table: 'station_deputy', row: 'liaison_station_id', picks: 'person_id' },
    leaderIds: { table: 'station_leader', row: 'liaison_station_id', picks: 'person_id' },
  },
  async check(tx, writing) {
    const { townId, before, values } = writing
    place.check(tx, writing)
    const { villageId, mapPlace } = values
    if (typeof villageId === 'string' && villageId !== before?.values.villageId)
      await villageInTown(tx, townId, villageId)
    const { receptionDays } = values
    if (typeof receptionDays === 'string' && readReceptionDays(receptionDays) === undefined)
      throw wrongField('receptionDays', `接访日读不懂，请写成${howToWriteReceptionDays}。`)
    const isNew = (id: string) => !listOf(before?.values.deputyIds).includes(id)
    await deputiesInTown(tx, townId, listOf(values.deputyIds).filter(isNew))
    await inPost(
      tx,
      townId,
      listOf(values.leaderIds).filter((id) => !listOf(before?.values.leaderIds).includes(id)),
    )
    if (typeof mapPlace === 'string' && !isPlace(mapPlace))
      throw wrongField(
        'mapPlace',
        '请写成“25.0415,102.7121”：纬度在前，经度在后，中间一个逗号；没有可以不填。',
      )
  },
  async tells(reader, _, ids) {
    const rows = await reader.query<{ id: string; accountId: string | null }[]>(
      `SELECT d.liaison_station_id AS id, p.account_id AS accountId FROM station_deputy d
       JOIN person p ON p.id = d.person_id WHERE d.liaison_station_id IN (${marks(ids)}) AND ${isDeputy('p.id')}`,
      [...ids],
    )
    return new Map(
      ids.map((id) => {
        const people = rows.filter((row) => row.id === id)
        const reached = people.some(({ accountId }) => accountId !== null)
        return [id, { reach: saysReach({ people, reached }) }]
      }),
    )
  },
  narrows: { nobody: nobodyIn.liaisonStation },
  picks: {
    village: placesToPick('village'),
    deputies: deputiesToPick,
    leaders: {
      of: 'person',
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT p.id, p.name, NULL AS note FROM person p WHERE p.town_id = ? AND ${holdsPost} ORDER BY p.position, p.id`,
          [townId],
        ),
      names: namedRows('person'),
    },
  },
}

/** 领导带头坐班接访 (catalogue 30): whoever holds a post, deputy or not. */
const holdsPost = `EXISTS (SELECT 1 FROM post o WHERE o.person_id = p.id AND ${isHeld('o')})`

async function inPost(tx: Tx, townId: string, ids: readonly string[]) {
  if (ids.length === 0) return
  const found = await tx.query<unknown[]>(
    `SELECT p.id FROM person p WHERE p.town_id = ? AND p.id IN (${marks(ids)}) AND ${holdsPost}`,
    [townId, ...ids],
  )
  if (found.length < ids.length)
    throw wrongField('leaderIds', '有人没有在任的职务，请重新选择，或先在“任职”里登记。')
}

const listOf = (value: unknown) => (value ?? []) as readonly string[]

const isPlace = (text: string) => {
  const [, latitude, longitude] = /^(\d{1,2}(?:\.\d+)?),(\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  return latitude !== undefined && Number(latitude) <= 90 && Number(longitude) <= 180
}
