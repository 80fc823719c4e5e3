import { listMyPetitions } from '../../../shared/matters/petition/endpoints'
import { listReceptions, planReceptions } from '../../../shared/matters/reception/endpoints'
import { opinionsOf } from '../opinions'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import { complain, findsNothing, pointTheWay, readsTheWay } from './complaint-flow'
import type { Driver } from './driver'
import { askWithSlip, done, tellElder, typeForElder } from './elder-flow'
import { seeTheMonths, swapTurns } from './roster-flow'

type Person = 'villager' | 'deputy' | 'coSigner' | 'office' | 'unit'
interface World {
  server: TestServer
  town: TestTown
  driverOf: (person: Person) => Promise<Driver>
}

/** The elder whose neighbour types, who asks for no name, and is told by mouth. */
export async function tellOfElder({ server, town, driverOf }: World) {
  const typist = await driverOf('coSigner')
  const code = await typeForElder(typist)
  await server.run('checkOpinions')
  const [kept] = await server.database.reader.query<{ id: string }[]>('SELECT id FROM resident_opinion')
  await opinionsOf(() => ({ server, town })).shown(town.deputy, kept?.id ?? '', 'close', {
    explanation: done,
  })
  const deputy = await driverOf('deputy')
  await tellElder(deputy)
  await deputy.close()
  await askWithSlip(typist, code)
  await typist.close()
}

/** The complaint that never reaches the accused, wherever they look; and whoever made it reads where it is handled. */
export async function tellOfComplaint({ town, driverOf }: World) {
  const villager = await driverOf('villager')
  const no = await complain(villager)
  const { items } = await town.villager.client.call(listMyPetitions, { params: { town: town.id }, query: {} })
  const id = items[0]?.id ?? ''
  const page = `/desk/matter?kind=petition&town=${town.id}&id=${id}`
  for (const accused of ['unit', 'deputy'] as const) {
    const somebody = await driverOf(accused)
    await findsNothing(somebody, ['/pages/home', '/desk/list', '/pages/inbox', '/pages/board', page])
    await somebody.close()
  }
  const office = await driverOf('office')
  await pointTheWay(office, page)
  await office.close()
  await readsTheWay(villager, no)
  await villager.close()
}

/** Two months of the roster, in which two change turns, a holiday moves a day, and one cannot come. */
export async function tellOfRoster({ server, town, driverOf }: World) {
  const params = { town: town.id }
  // Two who take turns at the station, on the first of each month; 元旦 is none of the days.
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE liaison_station SET reception_days = ? WHERE id = ?', ['每月1日', town.station])
    await tx.query('DELETE FROM station_deputy WHERE liaison_station_id = ?', [town.station])
    for (const [position, id] of [town.deputy.id, town.coSigner.id].entries())
      await tx.query(
        'INSERT INTO station_deputy (liaison_station_id, person_id, position) VALUES (?, ?, ?)',
        [...[town.station, id, position]],
      )
  })
  await town.office.client.call(planReceptions, {
    params,
    input: { stationId: town.station, from: '2026-12-01', to: '2027-01-31', each: '1' },
  })
  const read = async () => (await town.office.client.call(listReceptions, { params, query: {} })).items
  const turn = (await read()).find(({ sitters }) => sitters.some(({ name }) => name === '王建国'))
  const page = `/desk/matter?kind=reception&town=${town.id}&id=${turn?.id ?? ''}`
  const [deputy, coSigner] = [await driverOf('deputy'), await driverOf('coSigner')]
  await swapTurns({ deputy, coSigner }, page)
  await deputy.close()
  const after = (await read()).find(({ heldOn }) => heldOn.startsWith('2027-01'))
  const office = await driverOf('office')
  await seeTheMonths(
    { coSigner, office },
    `/desk/matter?kind=reception&town=${town.id}&id=${after?.id ?? ''}`,
  )
  await coSigner.close()
  await office.close()
  return (await read()).find(({ id }) => id === turn?.id)?.sitters.map(({ name }) => name)
}
