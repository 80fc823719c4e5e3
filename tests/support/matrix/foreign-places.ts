import type { Endpoint } from '../../../shared/grammar/endpoint'
import { mergeUnit, splitUnit } from '../../../shared/api/units'
import { electoralDistricts } from '../../../shared/registers/electoral-districts'
import { handlingUnits } from '../../../shared/registers/handling-units'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import { newId } from '../../../server/database/id'
import { bring } from '../bring'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import { rowsOfReceptions } from './foreign-receptions'
import type { Question, Row } from './foreign-row'

/** The ids that what is kept of places may carry. */
export function rowsOfPlaces(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const ask = (endpoint: Endpoint, input: unknown, id?: string): Question => ({
    endpoint,
    params: { town: begun().town.id, ...(id === undefined ? {} : { id }) },
    person: begun().town.office,
    input,
  })
  const named = (what: string) => `${what}${newId().slice(0, 6)}`
  const added = async (endpoint: Endpoint, input: unknown) =>
    (
      (await begun().town.office.client.call(endpoint, {
        params: { town: begun().town.id },
        input,
      })) as { id: string }
    ).id

  const district = () => ({
    ...{ congressLevel: 'township', name: named('选区'), seats: 2 },
    villageIds: [begun().town.village],
  })
  const station = () => ({
    ...{ name: named('活动室'), stationKind: 'room' },
    ...{ villageId: begun().town.village, deputyIds: [begun().town.deputy.id] },
  })
  const changed = async (endpoints: { add: unknown; change: unknown }, own: () => object) => {
    const id = await added(endpoints.add as Endpoint, own())
    const { congressLevel: _, ...form } = own() as { congressLevel?: string }
    return ask(endpoints.change as Endpoint, { version: 0, form }, id)
  }
  const unit = () => added(handlingUnits.endpoints.add, { name: named('单位'), unitKind: 'townOffice' })
  const merge = async () =>
    ask(
      mergeUnit,
      { version: 0, form: { intoUnitId: begun().town.coUnitId, endedOn: '2026-11-20' } },
      await unit(),
    )
  const split = async () => {
    const matter = await bring(begun().server, begun().town, 'assigned')
    const form = { name: named('单位'), unitKind: 'townOffice', matterIds: [matter] }
    return ask(splitUnit, { version: 0, form }, begun().town.unitId)
  }
  const village = () => begun().elsewhere.village
  const deputy = () => begun().elsewhere.deputy.id
  const matter = () => bring(begun().server, begun().elsewhere, 'assigned')
  const { endpoints: districts } = electoralDistricts
  const { endpoints: stations } = liaisonStations
  const addDistrict = () => Promise.resolve(ask(districts.add, district()))
  const addStation = () => Promise.resolve(ask(stations.add, station()))
  return [
    ['electoralDistricts.add', ['villageIds', '0'], village, addDistrict],
    ['electoralDistricts.change', ['form', 'villageIds', '0'], village, () => changed(districts, district)],
    ['liaisonStations.add', ['villageId'], village, addStation],
    ['liaisonStations.add', ['deputyIds', '0'], deputy, addStation],
    ['liaisonStations.change', ['form', 'villageId'], village, () => changed(stations, station)],
    ['liaisonStations.change', ['form', 'deputyIds', '0'], deputy, () => changed(stations, station)],
    ...rowsOfReceptions(begun),
    ['mergeUnit', ['form', 'intoUnitId'], () => begun().elsewhere.unitId, merge],
    ['splitUnit', ['form', 'matterIds', '0'], matter, split],
  ]
}
