import type { Endpoint } from '../../../shared/grammar/endpoint'
import { mergeUnit, splitUnit } from '../../../shared/api/units'
import { areas } from '../../../shared/registers/areas'
import { associations } from '../../../shared/registers/associations'
import { elections } from '../../../shared/registers/elections'
import { electoralDistricts } from '../../../shared/registers/electoral-districts'
import { handlingUnits } from '../../../shared/registers/handling-units'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import { stationAssets } from '../../../shared/registers/station-assets'
import { stationChecks } from '../../../shared/registers/station-checks'
import { trainings } from '../../../shared/registers/trainings'
import { newId } from '../../../server/database/id'
import { bring } from '../bring'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import { rowsOfActivities } from './foreign-activities'
import { rowsOfAwards } from './foreign-awards'
import { rowsOfPlans } from './foreign-plans'
import { rowsOfWarnings } from './foreign-warnings'
import { rowsOfReports } from './foreign-reports'
import { rowsOfMeetings } from './foreign-meetings'
import { rowsOfSummaries } from './foreign-summaries'
import { rowsOfDecisions } from './foreign-decisions'
import { rowsOfResolutions } from './foreign-resolutions'
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
  const elsewhereIn = async (register: { endpoints: { add: unknown } }, input: object) =>
    (
      (await begun().elsewhere.office.client.call(register.endpoints.add as Endpoint, {
        params: { town: begun().elsewhere.id },
        input,
      })) as { id: string }
    ).id
  const group = (above?: string) => ({
    ...{ villageId: begun().town.village, areaKind: 'villagerGroup', name: named('组') },
    ...(above === undefined ? {} : { areaId: above }),
  })
  const hamlet = (villageId: string) => ({ villageId, areaKind: 'naturalVillage', name: named('村') })
  const ownHamlet = () => added(areas.endpoints.add, hamlet(begun().town.village))
  const otherHamlet = () => elsewhereIn(areas, hamlet(begun().elsewhere.village))
  const addGroup = async () => ask(areas.endpoints.add, group(await ownHamlet()))
  const changeGroup = async () => {
    const above = await ownHamlet()
    return changed(areas.endpoints, () => group(above))
  }
  const association = () => ({
    ...{ name: named('协会'), headId: begun().town.deputy.id, memberIds: [begun().town.deputy.id] },
  })
  const addAssociation = () => Promise.resolve(ask(associations.endpoints.add, association()))
  const changeAssociation = () => changed(associations.endpoints, association)
  const training = () => ({
    ...{ title: named('讲座'), topic: 'law', trainingForm: 'collective', heldOn: '2026-11-10' },
    ...{ organiser: 'town', personIds: [begun().town.deputy.id] },
  })
  const asset = () => ({
    ...{ liaisonStationId: begun().town.station, assetKind: 'furniture', name: named('桌'), quantity: 1 },
  })
  const check = () => ({ liaisonStationId: begun().town.station, checkedOn: '2026-11-02' })
  const election = async () => {
    const electoralDistrictId = await added(districts.add, district())
    return ask(elections.endpoints.add, { electoralDistrictId, electedOn: '2026-10-12', registeredVoters: 9 })
  }
  const otherStation = () => begun().elsewhere.station
  const otherDistrict = () =>
    elsewhereIn(electoralDistricts, { congressLevel: 'township', name: named('选区'), seats: 2 })
  return [
    ['areas.add', ['villageId'], village, () => Promise.resolve(ask(areas.endpoints.add, group()))],
    ['areas.add', ['areaId'], otherHamlet, addGroup],
    ['areas.change', ['form', 'villageId'], village, () => changed(areas.endpoints, () => group())],
    ['areas.change', ['form', 'areaId'], otherHamlet, changeGroup],
    [
      'trainings.add',
      ['personIds', '0'],
      deputy,
      () => Promise.resolve(ask(trainings.endpoints.add, training())),
    ],
    ['trainings.change', ['form', 'personIds', '0'], deputy, () => changed(trainings.endpoints, training)],
    ['associations.add', ['headId'], deputy, addAssociation],
    ['associations.add', ['memberIds', '0'], deputy, addAssociation],
    ['associations.change', ['form', 'headId'], deputy, changeAssociation],
    ['associations.change', ['form', 'memberIds', '0'], deputy, changeAssociation],
    ['elections.add', ['electoralDistrictId'], otherDistrict, election],
    [
      'stationAssets.add',
      ['liaisonStationId'],
      otherStation,
      () => Promise.resolve(ask(stationAssets.endpoints.add, asset())),
    ],
    [
      'stationAssets.change',
      ['form', 'liaisonStationId'],
      otherStation,
      () => changed(stationAssets.endpoints, asset),
    ],
    [
      'stationChecks.add',
      ['liaisonStationId'],
      otherStation,
      () => Promise.resolve(ask(stationChecks.endpoints.add, check())),
    ],
    ['electoralDistricts.add', ['villageIds', '0'], village, addDistrict],
    ['electoralDistricts.change', ['form', 'villageIds', '0'], village, () => changed(districts, district)],
    ['liaisonStations.add', ['villageId'], village, addStation],
    ['liaisonStations.add', ['deputyIds', '0'], deputy, addStation],
    ['liaisonStations.change', ['form', 'villageId'], village, () => changed(stations, station)],
    ['liaisonStations.change', ['form', 'deputyIds', '0'], deputy, () => changed(stations, station)],
    ...rowsOfReceptions(begun),
    ...rowsOfActivities(begun),
    ...rowsOfMeetings(begun),
    ...rowsOfSummaries(begun),
    ...rowsOfResolutions(begun),
    ...rowsOfDecisions(begun),
    ...rowsOfReports(begun),
    ...rowsOfAwards(begun),
    ...rowsOfWarnings(begun),
    ...rowsOfPlans(begun),
    ['mergeUnit', ['form', 'intoUnitId'], () => begun().elsewhere.unitId, merge],
    ['splitUnit', ['form', 'matterIds', '0'], matter, split],
  ]
}
