import path from 'node:path'
import { modulesIn } from '../../../server/database/found'
import { sampleOf } from '../../../scripts/faults/sample'
import { isRegister, type Register } from '../../../shared/grammar/register'
import { type Permission, permissions, type Role } from '../../../shared/permissions'
import type { TestServer } from '../server'
import { outcomeOf } from './cells'
import type { TestTown } from '../town'
import { type Peopled, rolesOf, signedInHere, type Who } from './people'

/** Every register that stands in `shared/registers`, by the name under which the contract knows it. */
export const registers = Object.entries(
  Object.assign({}, ...modulesIn(path.resolve(__dirname, '../../../shared/registers'))) as object,
).filter((pair): pair is [string, Register] => isRegister(pair[1]))

/** Everybody who holds one of the roles of a permission. */
export const whoMay = (needed: 'person' | Permission): Who[] =>
  signedInHere.filter(
    (who) =>
      needed === 'person' ||
      rolesOf[who].some((role) => (permissions[needed] as readonly Role[]).includes(role)),
  )

/** A row of some registers has to make sense. */
const sensible: Readonly<Record<string, object>> = {
  suggestionCategories: { name: '桥梁' },
  externalSuggestions: { congressLevel: 'county', subject: '修路', submittedOn: '2026-11-20' },
  people: { name: '邱文礼', phone: '13800001911', birthYear: 1970, party: 'communist' },
  mandates: { congressLevel: 'city' },
  electedDeputies: { termNo: 20, groupLeader: null },
  posts: { postKind: 'unitLeader' },
  visits: { visitedOn: '2026-11-20', visitKind: 'talk', persons: '2' },
  goodDeeds: { deedKind: 'deed', title: '接通自来水', doneOn: '2026-11-20' },
  contactVoters: { name: '吴海涛' },
  absences: { fromOn: '2026-12-20', untilOn: '2026-12-21', reason: '开会' },
  contactLinks: { contactKind: 'presidium', note: '东片三个村' },
  contactEntries: {
    countyLeader: '何志远',
    contactedOn: '2026-11-20',
    contactWay: 'visit',
    result: '当场答复了',
  },
  electoralDistricts: { congressLevel: 'township', name: '第一选区', seats: 3 },
  liaisonStations: { name: '石桥人大代表活动室', stationKind: 'room' },
  areas: { areaKind: 'villagerGroup', name: '一组', households: 31, population: 120 },
  elections: { electedOn: '2026-10-12', registeredVoters: 1379, votesCast: 1204 },
  associations: { name: '经济发展共进会' },
  stationChecks: { checkedOn: '2026-11-10', place: true, sign: true },
  stationAssets: { assetKind: 'furniture', name: '档案柜', quantity: 2 },
  congressRules: { name: '代表接访制度', subject: 'stations', text: '每月五日接访。' },
  trainings: {
    ...{ title: '预算法讲座', topic: 'law', trainingForm: 'collective', heldOn: '2026-11-10' },
    organiser: 'town',
  },
  calendarEntries: { title: '县里的培训班', day: '2026-12-08', audience: 'deputies' },
  honourCampaigns: { name: '五好代表', fromYear: 2026, criteria: '学习好\n联系好\n办事好' },
  townEvents: { year: 1987, text: '撤乡建镇。' },
  congressSessions: { termNo: 19, sessionNo: 2, openedOn: '2026-01-10', closedOn: '2026-01-12' },
}

/** Of some it must be known of whom or of what it is. */
const whomOf = (name: string, town: TestTown, rows: Readonly<Record<string, string>>) =>
  ({
    areas: { villageId: town.village },
    elections: { electoralDistrictId: rows.electoralDistricts },
    associations: { headId: town.otherDeputy.id, memberIds: [town.otherDeputy.id] },
    trainings: { personIds: [town.otherDeputy.id] },
    stationChecks: { liaisonStationId: town.station },
    stationAssets: { liaisonStationId: town.station },
    externalSuggestions: { deputyId: town.otherDeputy.id },
    mandates: { personId: town.otherDeputy.id },
    contactVoters: { villageId: town.village },
    contactLinks: { personId: town.presidium.id, deputyIds: [town.otherDeputy.id] },
    electedDeputies: { personId: town.otherDeputy.id },
    posts: { personId: town.unit.id, handlingUnitId: town.unitId },
  })[name]

/** What names a row of another register comes after it. */
const later = ['elections']
const inOrder = [...registers].sort(([one], [other]) => later.indexOf(one) - later.indexOf(other))

/** One row in each register of a town. */
export async function addRows(server: TestServer, { town, people }: Peopled) {
  const rows: Record<string, string> = {}
  for (const [name, { keptBy, endpoints }] of inOrder) {
    const [keeper] = whoMay(keptBy)
    const sample = sensible[name] ?? (sampleOf(endpoints.add.input) as object)
    const input = { ...sample, ...whomOf(name, town, rows) }
    const question = { params: { town: town.id }, input }
    const by = people[keeper as keyof typeof people]
    const { code, body } = await outcomeOf(server.url, by, endpoints.add, question)
    if (code !== 'yes')
      throw new Error(`${name}: say in tests/support/matrix/registers.ts what a sensible row is: ${body}`)
    rows[name] = (JSON.parse(body) as { id: string }).id
  }
  return rows
}

/** The fields of this register that somebody may read who may read the register. */
export const readableBy = (register: Register, who: Who) =>
  Object.keys(register.fields).filter((field) => {
    const needed = register.private?.[field]
    return needed === undefined || whoMay(needed).includes(who)
  })
