import { listWork } from '../../../shared/api/work'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { beijingDay } from '../../../shared/rules/days'
import { statementsOf } from '../../support/statements'
import { startServer, type TestServer } from '../../support/server'
import { forms, see, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

/** How often one request may ask the database, the brackets of its transaction not counted. */
const most = { step: 40, page: 10 }

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

type Who = 'deputy' | 'coSigner' | 'office' | 'presidium' | 'unit' | 'coUnit'
type Walked = [who: Who, action: SuggestionAction, form?: Record<string, unknown>]

/** What asked more than it may, of each step of the walk and of each page after it. */
async function tooMany(id: string, walked: readonly Walked[]) {
  const over: string[] = []
  const note = (name: string, asked: number, allowed: number) => {
    if (asked > allowed) over.push(`${name}: ${asked} statements, at most ${allowed}`)
  }
  for (const [who, action, given] of walked) {
    const form = given ?? (forms(town) as Record<string, Record<string, unknown>>)[action] ?? {}
    const asked = await statementsOf(() => step(town, town[who], id, action, form))
    // The version is asked for by the story.
    note(action, asked.length - 1, most.step)
    const page = await statementsOf(() => see(town, town[who], id))
    note(`the page after ${action}`, page.length, most.page)
  }
  return over
}

const talkOf = async (id: string) => {
  const { rounds } = await see(town, town.deputy, id)
  return rounds[rounds.length - 1]?.consultations[0]?.id
}
const consultation = () => ({ ...forms(town).consult, heldOn: beijingDay(server.clock.now()) })

test('no step and no page of a suggestion asks more than it may', async () => {
  const id = await start(town)
  const over = await tooMany(id, [
    ['deputy', 'inviteCoSigners', { deputyIds: [town.coSigner.id] }],
    ['coSigner', 'coSign'],
    ['deputy', 'submit'],
    ['office', 'startReview'],
    ['office', 'accept'],
    ['presidium', 'markKey'],
    ['office', 'assign', { leadUnitId: town.unitId, coUnitIds: [town.coUnitId] }],
    ['unit', 'receive'],
    ['coUnit', 'giveCoOpinion'],
    ['unit', 'sendBackCoOpinion'],
    ['coUnit', 'giveCoOpinion'],
    ['unit', 'askForInformation'],
    ['deputy', 'giveInformation'],
    ['unit', 'reportProgress'],
    ['office', 'remind'],
    ['office', 'recordReminder'],
    ['office', 'referUpward'],
    ['office', 'recordUpwardAnswer'],
    ['unit', 'consult', consultation()],
  ])
  over.push(
    ...(await tooMany(id, [
      ['deputy', 'confirmConsultation', { consultationId: await talkOf(id) }],
      ['unit', 'requestExtension'],
      ['presidium', 'grantExtension'],
      ['unit', 'reply', forms(town).promise],
      ['unit', 'correctReply'],
      [
        'deputy',
        'evaluate',
        { attitudeRating: 'satisfied', resultRating: 'notSatisfied', reason: '没有修完。' },
      ],
      ['office', 'reHandle'],
      ['unit', 'consult', consultation()],
    ])),
    ...(await tooMany(id, [
      ['deputy', 'confirmConsultation', { consultationId: await talkOf(id) }],
      ['unit', 'reply'],
      ['deputy', 'evaluate'],
    ])),
  )
  expect(over).toEqual([])
})

test('beginning one and a page of a lane ask no more than they may', async () => {
  const params = { town: town.id }
  const began = await statementsOf(() =>
    town.deputy.client.call(startSuggestion, { params, input: { ...text, subject: '修路' } }),
  )
  expect(began.length).toBeLessThanOrEqual(most.step)
  for (const lane of ['mine', 'others', 'ended'] as const) {
    const asked = await statementsOf(() => town.deputy.client.call(listWork, { params, query: { lane } }))
    expect(asked.length).toBeLessThanOrEqual(most.page)
  }
})
