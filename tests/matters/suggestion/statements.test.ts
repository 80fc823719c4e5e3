import { listWork } from '../../../shared/api/work'
import { startSuggestion } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { beijingDay } from '../../../shared/rules/days'
import { overBudget } from '../../support/budget'
import { bring, notSatisfied } from '../../support/bring'
import { addGroup } from '../../support/group'
import { startServer, type TestServer } from '../../support/server'
import { forms, see, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  await addGroup(server, town, [town.deputy])
})
afterAll(() => server.stop())

type Who = 'deputy' | 'coSigner' | 'office' | 'presidium' | 'unit' | 'coUnit'
type Walked = [who: Who, action: SuggestionAction, form?: Record<string, unknown>]

/** Takes these steps, with a look at the page after each. */
async function walk(id: string, walked: readonly Walked[]) {
  for (const [who, action, given] of walked) {
    const form = given ?? (forms(town) as Record<string, Record<string, unknown>>)[action] ?? {}
    await step(town, town[who], id, action, form)
    await see(town, town[who], id)
  }
}

const talkOf = async (id: string) => {
  const { rounds } = await see(town, town.deputy, id)
  return rounds[rounds.length - 1]?.consultations[0]?.id
}
const consultation = () => ({ ...forms(town).consult, heldOn: beijingDay(server.clock.now()) })

test('no step and no page of a suggestion asks more than it may', async () => {
  const id = await start(town)
  await walk(id, [
    ['deputy', 'inviteCoSigners', { deputyIds: [town.coSigner.id] }],
    ['coSigner', 'coSign'],
    ['deputy', 'submit'],
    ['office', 'startReview'],
    ['office', 'accept'],
    ['presidium', 'markKey'],
    ['presidium', 'changeKey'],
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
  await walk(id, [
    ['deputy', 'confirmConsultation', { consultationId: await talkOf(id) }],
    ['unit', 'requestExtension'],
    ['presidium', 'grantExtension'],
    ['unit', 'reply', forms(town).promise],
    ['unit', 'correctReply'],
    ['deputy', 'evaluate', notSatisfied],
    ['office', 'reHandle'],
    ['unit', 'consult', consultation()],
  ])
  await walk(id, [
    ['deputy', 'askForHead', { consultationId: await talkOf(id), reason: '请来定。' }],
    ['unit', 'reply'],
    ['deputy', 'evaluate'],
    ['office', 'openBallot'],
    ['office', 'closeBallot'],
  ])
  expect(overBudget()).toEqual([])
})

test('nor do the steps that only few suggestions come to', async () => {
  await walk(await bring(server, town, 'tracking'), [
    ['unit', 'reportCommitment'],
    ['deputy', 'rateCommitment'],
  ])
  const escalated = await bring(server, town, 'escalated')
  server.clock.set('2026-12-10T01:00:00Z')
  await walk(escalated, [
    ['presidium', 'recordSummons'],
    ['presidium', 'conclude'],
  ])
  expect(overBudget()).toEqual([])
})

test('beginning one and a page of a lane ask no more than they may', async () => {
  const params = { town: town.id }
  await town.deputy.client.call(startSuggestion, { params, input: { ...text, subject: '修路' } })
  for (const lane of ['mine', 'others', 'ended'] as const)
    await town.deputy.client.call(listWork, { params, query: { lane } })
  expect(overBudget()).toEqual([])
})
