import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { hallIn } from '../support/hall'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, refusedStep, see, step } from '../support/suggestion'
import { buildTown, type TestTown } from '../support/town'

/** What the presidium decides of a suggestion names the meeting, whose minutes then say it by themselves. */
let server: TestServer
let town: TestTown
let hall: ReturnType<typeof hallIn>
let meetingId: string

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  hall = hallIn(server, town)
  meetingId = await hall.plan('presidiumMeeting', '主席团第十次会议')
  await hall.step(meetingId, 'conveneBody', {
    ...{ day: '2026-12-08', startsAt: '9:00', place: '会议室', agenda: '研究重点建议' },
  })
})
afterAll(() => server.stop())

const { year: _, ...picked } = {
  year: '',
  leadingOfficial: '刘志远',
  leadingPost: '镇党委书记',
  plan: '先修最险的一段。',
}
const mark = { ...picked, year: '2026' }
const decided = async () => (await hall.see(meetingId)).onSuggestions

test('a meeting that is not held yet decides nothing; in words it goes as before, and one of both is asked', async () => {
  const id = await bring(server, town, 'handling')
  const early = await refusedStep(town, town.presidium, id, 'markKey', {
    ...{ ...mark, presidiumMeetingId: meetingId },
  })
  expect(early.fields).toEqual({
    presidiumMeetingId: '这次会还没有开，请选开过的，或者在“怎么决定的”里写。',
  })
  const unknown = await refusedStep(town, town.presidium, id, 'markKey', {
    ...{ ...mark, presidiumMeetingId: newId() },
  })
  expect(unknown.fields).toEqual({ presidiumMeetingId: '没有这次主席团会议，请重新选择。' })
  expect((await refusedStep(town, town.presidium, id, 'markKey', mark)).fields).toEqual({
    decidedHow: '请填写怎么决定的。',
  })
  await step(town, town.presidium, id, 'markKey', forms(town).markKey)
  expect(await decided()).toEqual([])
})

test('the history names the meeting, and the minutes list what was decided at it', async () => {
  const [key, extended] = [
    await bring(server, town, 'handling'),
    await bring(server, town, 'extensionRequested'),
  ]
  server.clock.set('2026-12-08T01:00:00Z')
  await staySignedIn(server)
  await hall.mark(meetingId, 'arrived', [town.presidium.id])
  await hall.step(meetingId, 'open')
  await step(town, town.presidium, key, 'markKey', { ...mark, presidiumMeetingId: meetingId })
  // One after the other: they stand in the minutes in that order.
  server.clock.advance({ seconds: 1 })
  const { timeline } = await step(town, town.presidium, extended, 'grantExtension', {
    ...{ until: '2027-03-01', presidiumMeetingId: meetingId },
  })
  expect(timeline.find(({ action }) => action === 'grantExtension')?.note).toContain('主席团第十次会议')
  expect((await decided()).map(({ suggestionId, decision }) => [suggestionId, decision])).toEqual([
    [key, '列为重点建议'],
    [extended, '同意延办'],
  ])
  const agendaItemId = (await hall.see(meetingId)).agenda[0]?.id ?? ''
  await hall.step(meetingId, 'endItem', { agendaItemId, outcome: 'noted' })
  await hall.step(meetingId, 'end')
  await hall.step(meetingId, 'draftMinutes')
  const minutes = JSON.stringify((await hall.see(meetingId)).minutes)
  expect(minutes).toContain('决定的建议事项')
  expect(minutes).toContain('同意延办')
})

test('what is typed before the minutes are approved still stands in them; after that it is said in words', async () => {
  const id = await bring(server, town, 'handling')
  const unmark = { reason: '并入别的项目', presidiumMeetingId: meetingId }
  await step(town, town.presidium, id, 'markKey', { ...mark, presidiumMeetingId: meetingId })
  await hall.step(meetingId, 'settle', { reason: '不等下次会' })
  expect((await refusedStep(town, town.presidium, id, 'unmarkKey', unmark)).fields).toEqual({
    presidiumMeetingId: '这次会的纪要已经通过，不再写进去：请不选会议，在“怎么决定的”里写是哪一次。',
  })
  const { presidiumMeetingId: _at, ...inWords } = { ...unmark, decidedHow: '主席团第十次会议' }
  await step(town, town.presidium, id, 'unmarkKey', inWords)
  expect((await see(town, town.presidium, id)).key).toBeNull()
  expect(JSON.stringify((await hall.see(meetingId)).minutes).match(/列为重点建议/g)).toHaveLength(2)
  expect(await decided()).toHaveLength(3)
})
