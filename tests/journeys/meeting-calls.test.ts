import { meetingSteps, planMeeting, showMeetingMatter } from '../../shared/matters/meeting/endpoints'
import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { toldTo } from '../support/told'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** Whoever waits for a call is on the list of the meeting like everybody else, and hears what was decided. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }
let id = ''
const opinions: string[] = []

const see = () => leader.client.call(showMeetingMatter, { params: { ...params, id } })
async function step(action: keyof typeof meetingSteps, form: object) {
  const { version } = await see()
  server.clock.advance({ minutes: 1 })
  return leader.client.call(meetingSteps[action] as (typeof meetingSteps)['callOff'], {
    params: { ...params, id },
    input: { version, form: form as { reason: string } },
  })
}
const opinion = (at: number, by = town.deputy) =>
  by.client.call(showOpinion, { params: { ...params, id: opinions[at] ?? '' } })

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
  leader = await addGroup(server, town, [town.deputy])
  for (const text of ['桥栏松了。', '井水发浑。', '垃圾几天收？']) {
    server.clock.advance({ minutes: 1 })
    const call = { when: 'evening', on: '2026-12-20' } as const
    const input = { deputyId: town.deputy.id, kind: 'report' as const, text, again: true as const }
    const written = await town.villager.client.call(writeOpinion, {
      params,
      input: { ...input, phone: '13900000000', call },
    })
    opinions.push(written.id)
  }
  await server.run('checkOpinions')
  expect((await opinion(0)).state).toBe('callAsked')
  ;({ id } = await leader.client.call(planMeeting, { params, input: {} }))
  await step('noteHeld', { heldOn: '2026-11-23', place: '活动室' })
})
afterAll(() => server.stop())

test('all who wait for a call are on the list, the oldest first', async () => {
  const { items } = await see()
  expect(items.map(({ gone, decision }) => [gone, decision])).toEqual(Array(3).fill([null, null]))
})

test('what is written as a suggestion or explained is told, and no call is owed any more', async () => {
  const [first, , third] = (await see()).items
  await step('raiseItem', { itemId: first?.id, leadId: town.deputy.id, summary: '修好桥栏' })
  expect(await opinion(0)).toMatchObject({ state: 'inSuggestion', call: null })
  await step('explainItem', { itemId: third?.id, explanation: '两天收一次。' })
  await server.run('checkOpinions')
  expect(await opinion(2)).toMatchObject({ state: 'closed', call: null })
  const told = await toldTo(server, town.villager)
  expect(told.some((text) => text.includes('要写成建议'))).toBe(true)
  expect(told.some((text) => text.includes('把结果告诉您了'))).toBe(true)
})

test('who is only asked something is still to be called, once the answer is there', async () => {
  const [, second] = (await see()).items
  await step('askAgainItem', { itemId: second?.id, text: '是三号井吗？' })
  await server.run('checkOpinions')
  expect(await opinion(1)).toMatchObject({ state: 'askedBack', call: { on: '2026-12-20', time: 'evening' } })
  const { version } = await opinion(1, town.villager)
  await town.villager.client.call(opinionSteps.answerYes, {
    params: { ...params, id: opinions[1] ?? '' },
    input: { version, form: {} },
  })
  await server.run('checkOpinions')
  expect(await opinion(1)).toMatchObject({ state: 'callAsked', call: { on: '2026-12-20' } })
})
