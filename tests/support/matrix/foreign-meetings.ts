import { meetingSteps, planMeeting } from '../../../shared/matters/meeting/endpoints'
import type { MeetingState } from '../../../shared/matters/meeting/table'
import { bring } from '../bring'
import { addGroup } from '../group'
import type { TestServer } from '../server'
import type { TestPerson, TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { keepMarks } from '../../../shared/matters/meeting/roll-endpoints'
import { newId } from '../../../server/database/id'
import { bodyForms, newBodyMeeting } from './stories/body-meeting'
import { groupOf, meetingForms, newMeeting } from './stories/meeting'

const drafted = { state: 'drafted', decision: 'putOff' } as const

/** The ids that a meeting, and what is decided there, may carry. */
export function rowsOfMeetings(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  /** Who leads the group in a town; there is one group in each. */
  const leaders = new Map<string, Promise<TestPerson>>()
  const leading = (town: TestTown): Promise<TestPerson> => {
    const { server } = begun()
    const known = leaders.get(town.id) ?? leaderOf(server, town)
    leaders.set(town.id, known)
    return known
  }
  const stepOf =
    (action: keyof ReturnType<typeof meetingForms>, state: MeetingState = 'open', called = true) =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const leader = await leading(town)
      const { id, itemId } = await newMeeting(server, town, { state, called, leaveOf: leader.id })
      const suggestionId = action === 'mergeItem' ? await bring(server, town, 'handling') : ''
      const form =
        action === 'approveMinutes'
          ? { meetingId: (await newMeeting(server, town, drafted)).id }
          : meetingForms({ town, leader }, itemId, suggestionId)[action]
      return {
        ...{ endpoint: meetingSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form },
      }
    }
  const foreignItem = async () => {
    const { server, elsewhere } = begun()
    await leading(elsewhere)
    return (await newMeeting(server, elsewhere, { state: 'open' })).itemId
  }
  const deputy = () => begun().elsewhere.deputy.id
  const foreignMinutes = async () => {
    const { server, elsewhere } = begun()
    await leading(elsewhere)
    return (await newMeeting(server, elsewhere, drafted)).id
  }
  const agenda = (['decideItem', 'endItem', 'countElection'] as const).map((action): Row => [
    `meetingSteps.${action}`,
    ['form', 'agendaItemId'],
    async () => (await newBodyMeeting(begun().server, begun().elsewhere, { state: 'open' })).itemId,
    async () => {
      const { server, town } = begun()
      const { id, itemId } = await newBodyMeeting(server, town, { state: 'open' })
      return {
        ...{ endpoint: meetingSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: bodyForms({ town }, itemId)[action] },
      }
    },
  ])
  const marked: Row = [
    'keepMarks',
    ['marks', '0', 'personId'],
    deputy,
    async () => {
      const { server, town } = begun()
      const { id } = await newBodyMeeting(server, town, { state: 'convened' })
      const at = server.clock.now().getTime()
      const mark = { id: newId(), mark: 'arrived', at, undoes: null, source: 'clerk' } as const
      return {
        ...{ endpoint: keepMarks, params: { town: town.id, id }, person: town.office },
        input: { rollNo: 1, observers: null, marks: [{ ...mark, personId: town.presidium.id }] },
      }
    },
  ]
  const corrected: Row = [
    'meetingSteps.correct',
    ['form', 'agreedId'],
    () => begun().elsewhere.presidium.id,
    async () => {
      const { server, town } = begun()
      const { id, itemId } = await newBodyMeeting(server, town, { state: 'approved', ended: true })
      return {
        ...{ endpoint: meetingSteps.correct, params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: bodyForms({ town }, itemId).correct },
      }
    },
  ]
  const expected = (['grantLeave', 'refuseLeave', 'sayForThem'] as const).map((action): Row => [
    `meetingSteps.${action}`,
    ['form', 'expectedId'],
    deputy,
    stepOf(action, 'convened'),
  ])
  const answeredAfter = (['grantLeaveAfter', 'refuseLeaveAfter'] as const).map((action): Row => [
    `meetingSteps.${action}`,
    ['form', 'expectedId'],
    deputy,
    async () => {
      const { server, town } = begun()
      const leader = await leading(town)
      const far = { state: 'ended', away: town.deputy.id, asksAfter: true } as const
      const { id, itemId } = await newMeeting(server, town, far)
      return {
        ...{ endpoint: meetingSteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form: meetingForms({ town, leader }, itemId, '')[action] },
      }
    },
  ])
  const items = (
    ['raiseItem', 'mergeItem', 'explainItem', 'askAgainItem', 'dropItem', 'putOffItem'] as const
  ).map((action): Row => [`meetingSteps.${action}`, ['form', 'itemId'], foreignItem, stepOf(action)])
  return [
    [
      'planMeeting',
      ['groupId'],
      async () => {
        await leading(begun().elsewhere)
        return groupOf(begun().server, begun().elsewhere)
      },
      async () => {
        const { server, town } = begun()
        await leading(town)
        const input = { groupId: await groupOf(server, town) }
        return { endpoint: planMeeting, params: { town: town.id }, person: town.office, input }
      },
    ],
    ['meetingSteps.bring', ['form', 'itemId'], foreignItem, stepOf('bring')],
    ...items,
    ...answeredAfter,
    ['meetingSteps.raiseItem', ['form', 'leadId'], deputy, stepOf('raiseItem')],
    [
      'meetingSteps.mergeItem',
      ['form', 'suggestionId'],
      () => bring(begun().server, begun().elsewhere, 'handling'),
      stepOf('mergeItem'),
    ],
    ...expected,
    ...agenda,
    marked,
    corrected,
    ['meetingSteps.approveMinutes', ['form', 'meetingId'], foreignMinutes, stepOf('approveMinutes')],
    ['meetingSteps.callRoll', ['form', 'presentIds', '0'], deputy, stepOf('callRoll', 'open', false)],
    ['meetingSteps.callRoll', ['form', 'leaveIds', '0'], deputy, stepOf('callRoll', 'open', false)],
    ['meetingSteps.amendRoll', ['form', 'presentIds', '0'], deputy, stepOf('amendRoll')],
    ['meetingSteps.amendRoll', ['form', 'leaveIds', '0'], deputy, stepOf('amendRoll')],
    ['meetingSteps.noteLeft', ['form', 'personIds', '0'], deputy, stepOf('noteLeft')],
  ]
}

async function leaderOf(server: TestServer, town: TestTown): Promise<TestPerson> {
  const [found] = await server.database.reader.query<{ id: string }[]>(
    'SELECT id FROM person WHERE town_id = ? AND group_leader = 1',
    [town.id],
  )
  return found === undefined ? addGroup(server, town, [town.deputy]) : { ...town.deputy, id: found.id }
}
