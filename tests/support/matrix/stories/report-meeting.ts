import {
  dutyReportMeetingSteps,
  showReportMeeting,
} from '../../../../shared/matters/duty-report-meeting/endpoints'
import {
  type ReportMeetingState,
  reportMeetingTable,
} from '../../../../shared/matters/duty-report-meeting/table'
import { DutyReport } from '../../../../server/database/entities/matters/duty-report'
import { DutyReportMeeting } from '../../../../server/database/entities/matters/duty-report-meeting'
import { ReportRating } from '../../../../server/database/entities/matters/report-rating'
import { ReportSlip } from '../../../../server/database/entities/matters/report-slip'
import { ElectoralDistrict } from '../../../../server/database/entities/people/electoral-district'
import { digestOf } from '../../../../server/database/digest'
import { newId } from '../../../../server/database/id'
import type { Tx } from '../../../../server/database/source'
import { begin } from '../../../../server/engine/begin'
import { refresh } from '../../../../server/engine/refresh'
import { ruleSetNow } from '../../../../server/features/rules/rule-set'
import { kind } from '../../../../server/matters/duty-report-meeting/kind'
import { noVotes, sealSums } from '../../../../server/matters/duty-report-meeting/sealed-ratings'
import type { TestServer } from '../../server'
import { addDeputy, type TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

export interface FarReport {
  state: ReportMeetingState
  heldOn?: string
  /** Both tellers have counted the same. */
  counted?: boolean
  /** Somebody else reports as well, whose mandate is suspended. */
  two?: boolean
}

const rated: readonly ReportMeetingState[] = ['rating', 'counting', 'counted']

/** A meeting at which the deputy of the town reports, as far as is wanted. */
export async function newReportMeeting(server: TestServer, town: TestTown, far: FarReport) {
  const { state, heldOn = '2026-11-23', counted = false, two = false } = far
  const [id, reportId, slip] = [newId(), newId(), newId()]
  const otherId = newId()
  const other = two ? await addDeputy(server, town.id, `述职人${otherId.slice(0, 4)}`) : null
  const now = server.clock.now()
  const isSet = state !== 'planned'
  const roomCode = String(Math.floor(100_000 + Math.random() * 900_000))
  await server.database.transaction(async (tx) => {
    await tx.insert(DutyReportMeeting, {
      ...{ id, townId: town.id, planYear: 2026, electoralDistrictId: await newDistrict(tx, town) },
      ...{ heldOn: isSet ? heldOn : null, startsAt: isSet ? '14:30' : null, place: isSet ? '广场' : null },
      ...{ chairId: isSet ? town.presidium.id : null, lateWhy: null, tellerOne: '钱有才', minutes: null },
      ...{ tellerTwo: '孙二妹', presentVoters: rated.includes(state) ? 100 : null },
      ...{ paperSlips: rated.includes(state) ? 5 : null, ruleSetId: await ruleSetNow(tx, town.id, now) },
    })
    await tx.insert(DutyReport, {
      ...{ id: reportId, meetingId: id, personId: town.deputy.id, position: 0, resolutions: null },
      ...{ mandateId: await mandateOf(tx, town.deputy.id), here: isSet && state !== 'noticed' ? true : null },
      ...{ deliberations: null, betweenSessions: null, contacts: null },
      ...{ satisfied: null, basicallySatisfied: null, notSatisfied: null },
    })
    if (other !== null) {
      const mandateId = await mandateOf(tx, other)
      await tx.insert(DutyReport, {
        ...{ id: otherId, meetingId: id, personId: other, mandateId, position: 1, here: null },
      })
      await tx.query(`UPDATE mandate SET suspended_on = '2026-11-01' WHERE id = ?`, [mandateId])
    }
    if (rated.includes(state)) {
      const count = JSON.stringify(paperOf(reportId))
      await tx.insert(ReportRating, {
        ...{ meetingId: id, townId: town.id, roomCode, phoneSlips: 95, drawn: 1, used: 0 },
        ...{ firstCount: counted ? count : null, secondCount: counted ? count : null },
        sealedTally: sealSums(server.env.secretKey, id, new Map([[reportId, noVotes]])),
      })
      await tx.insert(ReportSlip, { meetingId: id, digest: digestOf(slip), used: false })
    }
    await begin(tx, kind, { id, townId: town.id }, { party: 'congressOffice', personId: town.office.id }, now)
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, reportMeetingTable.kind, town.id, id, now)
  })
  return { id, reportId, roomCode, slip, otherId }
}

async function newDistrict(tx: Tx, town: TestTown) {
  const id = newId()
  await tx.insert(ElectoralDistrict, {
    ...{ id, townId: town.id, congressLevel: 'township', name: `述职选区 ${id.slice(0, 6)}`, position: 90 },
    ...{ endedOn: null, endedWhy: null, formerNames: null, seats: null },
  })
  return id
}

async function mandateOf(tx: Tx, personId: string) {
  const [found] = await tx.query<{ id: string }[]>('SELECT id FROM mandate WHERE person_id = ?', [personId])
  return found?.id ?? ''
}

const paperOf = (reportId: string) => ({
  ...{ returned: 5, spoiled: 0 },
  counts: [{ reportId, satisfied: 3, basicallySatisfied: 1, notSatisfied: 1 }],
})

const wanted = {
  planned: { state: 'planned' },
  'planned, two': { state: 'planned', two: true },
  'noticed, two': { state: 'noticed', two: true },
  noticed: { state: 'noticed' },
  'noticed, ahead': { state: 'noticed', heldOn: '2026-12-10' },
  open: { state: 'open' },
  rating: { state: 'rating' },
  counting: { state: 'counting' },
  'counting, both counted': { state: 'counting', counted: true },
  counted: { state: 'counted' },
  closed: { state: 'closed' },
  calledOff: { state: 'calledOff' },
} as const satisfies Record<string, FarReport>

/** By meeting: the report that is given there, and the other one. */
const reports = new Map<string, { reportId: string; otherId: string }>()

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, far] of Object.entries(wanted)) {
    const { id, reportId, otherId } = await newReportMeeting(server, town, far)
    reports.set(id, { reportId, otherId })
    made.push({ id, name, state: far.state, version: 0 })
  }
  return made
}

export const reportForms = ({ presidium }: TestTown, reportId: string, otherId = reportId) => ({
  notice: { heldOn: '2026-12-11', startsAt: '14:30', place: '文化广场', chairId: presidium.id },
  moveMeeting: { heldOn: '2026-12-12', startsAt: '9:00', place: '活动室', chairId: presidium.id },
  callOff: { reason: '大雨' },
  postpone: { reportId: otherId, planYear: 2027, reason: '长期在外' },
  release: { reportId: otherId, reason: '暂停执行职务' },
  writeReport: { contacts: '走访了 12 户。' },
  writeReportFor: { reportId, contacts: '走访了 12 户。' },
  openMeeting: { tellerOne: '钱有才', tellerTwo: '孙二妹', hereIds: [reportId] },
  openRating: { presentVoters: 30, paperSlips: 5 },
  shiftSlips: { slips: 1 },
  endRating: {},
  countFirst: paperOf(reportId),
  countSecond: paperOf(reportId),
  announce: {},
  voidRating: { reason: '停电' },
  closeMeeting: { minutes: '选民提了五条意见。' },
})

export const reportMeetingStory: Story = {
  table: reportMeetingTable,
  steps: dutyReportMeetingSteps,
  show: showReportMeeting,
  live,
  standing(who: Who, { state }) {
    if (who === 'deputy') return ['reportingDeputy']
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return state === 'planned' ? ['presidium'] : ['meetingChair', 'presidium']
    return ['coSigner', 'otherDeputy', 'leader'].includes(who) ? 'not_found' : 'not_allowed'
  },
  shut(action, { name }) {
    if ((action === 'postpone' || action === 'release') && !name.endsWith('two')) return 'last_report'
    if (action === 'openMeeting' && name.endsWith('ahead')) return 'report_ahead'
    return action === 'announce' && !name.endsWith('both counted') ? 'counts_open' : undefined
  },
  form({ town }, action, { id }) {
    const { reportId = '', otherId = '' } = reports.get(id) ?? {}
    return reportForms(town, reportId, otherId)[action as keyof ReturnType<typeof reportForms>]
  },
  facts: () => ({}),
}
