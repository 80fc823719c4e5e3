import { addDays } from '../../shared/rules/days'
import type { Tx } from '../../server/database/source'
import { addRow, changeRow } from '../../server/engine/registers/keep'
import { allRows } from '../../server/engine/registers/rows'
import { registerNamed } from '../../server/features/registers/found'
import { mergeUnit } from '../../server/features/units/merge'
import type { Actor } from '../../server/http/actor'
import { villages } from './roster'
import type { Seeding } from './seeding'

/** What has become of the places of the town since: a unit has another name, one went into another, the districts are drawn. */
export async function changePlaces(seeding: Seeding) {
  const office = await seeding.actorOf('陈静')
  await seeding.database.transaction(async (tx) => {
    await renameUnit(tx, office, seeding)
    await mergeUnit(
      tx,
      office,
      seeding.unitId('镇农机站'),
      {
        version: 0,
        form: {
          intoUnitId: seeding.unitId('镇农业农村服务中心'),
          endedOn: addDays(seeding.today, -1),
          nobodyConfirmed: true,
        },
      },
      seeding.now,
    )
  })
  await seeding.database.transaction((tx) => drawDistricts(tx, office, seeding))
}

async function renameUnit(tx: Tx, office: Actor, { now, unitId }: Seeding) {
  const form = { name: '镇林业工作站', unitKind: 'townOffice', supervisingBureau: '县林业和草原局' }
  const kept = registerNamed('handlingUnit')
  await changeRow(tx, kept, office, unitId('镇林业站'), { version: 0, form }, now)
}

/** Sixty seats in twenty districts of the township; the county draws its own over the same villages. */
async function drawDistricts(tx: Tx, office: Actor, { now, villageId }: Seeding) {
  const kept = registerNamed('electoralDistrict')
  const rows = await allRows(tx, kept, office.townId)
  const ofTown = rows.filter(({ values }) => values.congressLevel === 'township')
  for (const [at, { id, version, values }] of ofTown.entries()) {
    const covered = villageId(villages[at % villages.length] ?? '')
    const form = { name: values.name, seats: 3, villageIds: [covered] }
    await changeRow(tx, kept, office, id, { version, form }, now)
  }
  const halves = [villages.slice(0, 8), villages.slice(8)]
  for (const [at, half] of halves.entries())
    await addRow(
      tx,
      kept,
      office,
      {
        ...{ congressLevel: 'county', name: `县代表第${21 + at}选区`, seats: 2 },
        villageIds: half.map(villageId),
      },
      now,
    )
}
