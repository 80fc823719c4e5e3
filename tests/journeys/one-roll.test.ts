import { mergePersons } from '../../shared/api/people'
import { meetingSteps, planMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { people } from '../../shared/registers/people'
import { findDifferences } from '../../server/engine/rebuild'
import { addGroup } from '../support/group'
import { startServer, type TestServer } from '../support/server'
import { addDeputy, buildTown, type TestPerson, type TestTown } from '../support/town'

/** Whoever stood twice in the register, and so twice in the roll of a meeting, was there once. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy])
})
afterAll(() => server.stop())

/** Somebody who is in the group a second time. */
async function again(name: string) {
  const id = await addDeputy(server, town.id, name)
  await server.database.transaction((tx) =>
    tx.query(
      'UPDATE person SET deputy_group_id = (SELECT g.id FROM deputy_group g WHERE g.town_id = ?) WHERE id = ?',
      [town.id, id],
    ),
  )
  return id
}

test.each([
  ['the one that stays was there', true, false, 'present'],
  ['the double was there', false, true, 'present'],
  ['both were called', true, true, 'present'],
  ['neither was', false, false, 'absent'],
] as const)('%s', async (_, own, other, attendance) => {
  const kept = await again('石长河')
  const double = await again('石长河')
  const { id } = await leader.client.call(planMeeting, { params, input: {} })
  const at = { params: { ...params, id } }
  const step = async (action: keyof typeof meetingSteps, form: object) => {
    const { version } = await leader.client.call(showMeetingMatter, at)
    server.clock.advance({ minutes: 1 })
    await leader.client.call(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
      ...at,
      input: { version, form: form as { reason: string } },
    })
  }
  await step('noteHeld', { heldOn: '2026-11-20', place: '活动室' })
  const presentIds = [leader.id, ...(own ? [kept] : []), ...(other ? [double] : [])]
  await step('callRoll', { presentIds, source: 'paper' })
  await step('end', {})
  const { version } = await town.office.client.call(people.endpoints.show, {
    params: { ...params, id: kept },
  })
  await town.office.client.call(mergePersons, {
    params: { ...params, id: kept },
    input: { version, form: { otherId: double, why: '登记了两次' } },
  })
  const { members, expected, present } = await leader.client.call(showMeetingMatter, at)
  const those = members.filter(({ name }) => name === '石长河')
  expect(those).toMatchObject([{ id: kept, attendance }])
  expect([expected, present]).toEqual([members.length, attendance === 'present' ? 2 : 1])
  const marks = await server.database.reader.query<unknown[]>(
    'SELECT id FROM roll_mark WHERE meeting_id = ? AND person_id IN (?, ?)',
    [id, kept, double],
  )
  expect(marks).toHaveLength(1)
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  // The next one is planned in the next case.
  await server.database.transaction((tx) =>
    tx.query("UPDATE meeting SET held_by = '2026-06-30' WHERE id = ?", [id]),
  )
  await server.database.transaction((tx) =>
    tx.query('UPDATE person SET deputy_group_id = NULL WHERE id = ?', [kept]),
  )
})
