import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import { actionNames, stateNames } from '../../../shared/grammar/decide'
import type { SuggestionParty, SuggestionState } from '../../../shared/matters/suggestion/states'
import type { ActionRow, Move } from '../../../shared/grammar/matter'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import { bring } from '../../support/bring'
import { addGroup } from '../../support/group'
import { startServer, type TestServer } from '../../support/server'
import { forms, step, text } from '../../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../../support/town'

/** Every (state × action × party) cell, tried against the server by a person who is that party and nothing else. */
let server: TestServer
let town: TestTown
let elsewhere: TestTown
let targetId: string
let leader: TestPerson

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  leader = await addGroup(server, town, [town.deputy])
  targetId = await bring(server, town, 'accepted')
})
afterAll(() => server.stop())

const states = stateNames(suggestionTable)
const actions = actionNames(suggestionTable).filter((name) => name in suggestionSteps)
const rowOf = (action: SuggestionAction): ActionRow<SuggestionState, SuggestionParty, string> =>
  suggestionTable.actions[action]

const people = (): Record<string, TestPerson> => ({
  leadDeputy: town.deputy,
  coSigner: town.coSigner,
  congressOffice: town.office,
  presidium: town.presidium,
  leadUnit: town.unit,
  coUnit: town.coUnit,
  groupLeader: leader,
  resident: town.villager,
  stranger: town.otherDeputy,
  neighbour: elsewhere.office,
})

/** In these states nothing has been assigned yet, so a unit is nobody to the suggestion. */
const beforeAssignment: readonly SuggestionState[] = [
  'draft',
  'submitted',
  'underReview',
  'merged',
  'revisionRequested',
  'notAccepted',
  'withdrawn',
  'accepted',
]

/** Only then is there a result that the group may have something to say about. */
const withResult: readonly SuggestionState[] = [
  'replied',
  'evaluated',
  'reHandling',
  'tracking',
  'escalated',
  'closed',
  'archived',
]

/** The hand-written half of the expectation: who has a suggestion before them at all. */
function sees(party: string, state: SuggestionState): boolean {
  if (party === 'stranger' || party === 'neighbour' || party === 'resident') return false
  if (party === 'groupLeader') return withResult.includes(state)
  if (party === 'leadUnit' || party === 'coUnit') return !beforeAssignment.includes(state)
  if (party === 'congressOffice' || party === 'presidium') return state !== 'draft'
  return true
}

/** Gates that are shut in what `bring` makes, by action and the states where they are; all others are open there. */
const shut: Partial<Record<SuggestionAction, [refusal: string, states?: readonly SuggestionState[]]>> = {
  endInvitations: ['no_open_invitation'],
  putOnAgenda: ['not_a_motion'],
  convertMotion: ['not_a_motion'],
  summon: ['round_left'],
  giveCoOpinion: ['co_opinion_not_wanted', ['handling', 'reHandling', 'extensionRequested']],
  waiveCoOpinion: ['no_open_co_opinion', ['handling', 'reHandling', 'extensionRequested']],
  sendBackCoOpinion: ['no_co_opinion_to_send_back', ['received']],
  giveInformation: ['no_information_wanted'],
  rateCommitment: ['commitment_not_reported'],
  conclude: ['summons_not_recorded'],
  decideReason: ['result_not_rejected', ['closed']],
  changeKey: ['not_a_key_suggestion'],
  unmarkKey: ['not_a_key_suggestion'],
  reportKeyProgress: ['not_a_key_suggestion'],
  dispatch: ['not_a_key_suggestion'],
  recordUpwardAnswer: ['no_open_referral'],
  closeBallot: ['no_open_ballot'],
  recordSiteFinding: ['no_site_review'],
}
const refusalOf = (action: SuggestionAction, state: SuggestionState) => {
  const [refusal, states] = shut[action] ?? []
  return states === undefined || states.includes(state) ? refusal : undefined
}

/** Where the forms of these tests lead to, and what `bring` has made. */
const picks = ['satisfied', 'kept', 'assigned', 'handling', 'approval']
function targetIn(move: Move<SuggestionState> | undefined): SuggestionState | undefined {
  if (move === undefined || typeof move === 'string') return move
  const pick = picks.find((name) => name in move)
  return targetIn(move[pick ?? ''])
}

function expectation(state: SuggestionState, action: SuggestionAction, party: string): string {
  const row = rowOf(action)
  if (party === 'neighbour') return 'not_allowed'
  if (party === 'resident') return 'not_allowed'
  if (!sees(party, state)) return 'not_found'
  if (!(row.by as readonly string[]).includes(party)) return 'not_your_step'
  if (row.moves[state] === undefined) return 'wrong_state'
  return refusalOf(action, state) ?? 'yes'
}

async function read(id: string) {
  const [row] = await server.database.reader.query<
    { state: SuggestionState; version: number; events: number }[]
  >(
    `SELECT state, version, (SELECT COUNT(*) FROM matter_event WHERE matter_id = ?) AS events
     FROM matter WHERE id = ?`,
    [id, id],
  )
  if (!row) throw new Error('no such suggestion')
  return { ...row, events: Number(row.events) }
}

async function formFor(action: SuggestionAction, id: string): Promise<Record<string, unknown>> {
  const [open] = await server.database.reader.query<{ id: string }[]>(
    "SELECT id FROM consultation WHERE suggestion_id = ? AND answer = 'open' ORDER BY round_no DESC",
    [id],
  )
  const consultationId = open?.id ?? 'a'.repeat(26)
  const all: Record<string, Record<string, unknown>> = {
    ...forms(town),
    edit: { ...text, facts: `${text.facts}今年又冲垮 20 米。` },
    inviteCoSigners: { deputyIds: [town.otherDeputy.id] },
    merge: { ...forms(town).merge, targetId },
    consult: { ...forms(town).consult, heldOn: beijingDay(server.clock.now()) },
    confirmConsultation: { consultationId },
    disputeConsultation: { consultationId, reason: '没有谈到围栏。' },
  }
  return all[action] ?? {}
}

async function ask(
  id: string,
  version: number,
  action: SuggestionAction,
  party: string,
  form: Record<string, unknown>,
) {
  const person = people()[party] as TestPerson
  const answer = await person.client.ask(suggestionSteps[action] as typeof suggestionSteps.withdraw, {
    params: { town: town.id, id },
    input: { version, form },
  })
  return answer.code ?? 'yes'
}

async function attempt(id: string, state: SuggestionState, action: SuggestionAction, party: string) {
  const before = await read(id)
  expect(before.state).toBe(state)
  const outcome = await ask(id, before.version, action, party, await formFor(action, id))
  return { outcome, before, after: await read(id) }
}

describe.each(states)('in state %s', (state) => {
  let id: string
  beforeAll(async () => {
    id = await bring(server, town, state)
  })

  test('every step that is not one’s own is refused with its reason and changes nothing', async () => {
    const wrong: string[] = []
    const before = await read(id)
    expect(before.state).toBe(state)
    for (const action of actions) {
      const form = await formFor(action, id)
      // All at once, since none of them changes anything.
      await Promise.all(
        Object.keys(people()).map(async (party) => {
          const expected = expectation(state, action, party)
          if (expected === 'yes') return
          const outcome = await ask(id, before.version, action, party, form)
          if (outcome !== expected) wrong.push(`${action} by ${party}: ${outcome}, not ${expected}`)
        }),
      )
      if (JSON.stringify(before) !== JSON.stringify(await read(id))) wrong.push(`${action} left a trace`)
    }
    expect(wrong).toEqual([])
  })

  test('every step that is one’s own leads where the table says, with one event', async () => {
    const wrong: string[] = []
    for (const action of actions) {
      for (const party of Object.keys(people())) {
        if (expectation(state, action, party) !== 'yes') continue
        const fresh = await bring(server, town, state)
        const { outcome, before, after } = await attempt(fresh, state, action, party)
        const target = targetIn(rowOf(action).moves[state])
        if (outcome !== 'yes' || after.state !== target)
          wrong.push(`${action} by ${party}: ${outcome} → ${after.state}`)
        if (after.version !== before.version + 1 || after.events !== before.events + 1)
          wrong.push(`${action}: events`)
      }
    }
    expect(wrong).toEqual([])
  })
})

describe.each(['draft', 'revisionRequested'] as const)('in state %s, an invited deputy', (state) => {
  async function invite() {
    const id = await bring(server, town, state)
    await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: [town.otherDeputy.id] })
    return id
  }

  test('may answer the invitation and nothing else', async () => {
    const yes: string[] = []
    let id = await invite()
    for (const action of actions) {
      const { outcome, before, after } = await attempt(id, state, action, 'stranger')
      if (outcome === 'yes') {
        yes.push(action)
        id = await invite()
      } else expect([outcome, after]).toEqual(['not_your_step', before])
    }
    expect(yes).toEqual(['coSign', 'declineToCoSign'])
  })

  test('keeps the gate of submitting shut until answered', async () => {
    const { outcome } = await attempt(await invite(), state, 'submit', 'leadDeputy')
    expect(outcome).toBe('co_signers_unanswered')
  })

  test('may be waited for no longer', async () => {
    const { outcome } = await attempt(await invite(), state, 'endInvitations', 'leadDeputy')
    expect(outcome).toBe('yes')
  })
})

test('no cell is left out: the people above stand for every party but the invited and the clock', () => {
  const parties = new Set(actions.flatMap((action) => rowOf(action).by))
  expect([...parties].filter((party) => !(party in people()))).toEqual(['invitee', 'decliner'])
})
