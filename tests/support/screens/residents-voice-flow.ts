import { listMyPetitions } from '../../../shared/matters/petition/endpoints'
import { listReceptions, planReceptions } from '../../../shared/matters/reception/endpoints'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { everythingPasses } from '../checks'
import { opinionsOf } from '../opinions'
import type { TestServer } from '../server'
import { forms, step, text } from '../suggestion'
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

/** What goes on already is found while it is written once more, and whoever meets with it too is told how it goes on. */
export async function tellOfAlike({ server, town, driverOf }: World) {
  const { id } = await town.deputy.client.call(startSuggestion, {
    params: { town: town.id },
    input: { ...text, villageId: town.village },
  })
  await step(town, town.deputy, id, 'submit')
  await step(town, town.office, id, 'startReview')
  await step(town, town.office, id, 'accept', forms(town).accept)
  await everythingPasses(server)
  const neighbour = await driverOf('coSigner')
  await neighbour.open(`/pages/write?town=${town.id}`)
  const said = '西段河堤又塌了，什么时候修复'
  await neighbour.type('想说的话', said)
  await neighbour.pick('是哪个村的', '大郭西村')
  await neighbour.see('本村正在办的，和您说的差不多')
  await neighbour.tap('送出以后，谁看到什么')
  await neighbour.see('这位代表和镇人大办看到')
  await neighbour.shot('alike')
  await neighbour.tap('修复大郭西段河堤')
  await neighbour.tap('我也遇到')
  await neighbour.see('记下了：您也遇到。办到哪一步都告诉您。')
  await neighbour.shot('alike-joined')
  await neighbour.back()
  await neighbour.see(said)
  await step(town, town.office, id, 'assign', forms(town).assign)
  await neighbour.open('/pages/inbox')
  await neighbour.see('您关注的事已经交给镇水利站办')
  await neighbour.close()
}
