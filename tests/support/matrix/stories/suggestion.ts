import {
  recordSuggestion,
  showSuggestion,
  startSuggestion,
  suggestionSteps,
} from '../../../../shared/matters/suggestion/endpoints'
import type { SuggestionState } from '../../../../shared/matters/suggestion/states'
import { type SuggestionAction, suggestionTable } from '../../../../shared/matters/suggestion/table'
import { stateNames } from '../../../../shared/grammar/decide'
import { beijingDay } from '../../../../shared/rules/days'
import { Suggestion } from '../../../../server/database/entities/suggestion/suggestion'
import { refresh } from '../../../../server/engine/refresh'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import { forms, paper, see, spoken, step, text } from '../../suggestion'
import { addDeputy, unitOfNobody } from '../../town'
import { deputies, type Peopled, units, type Who } from '../people'
import type { Matter, Story } from '../story'

/** In these states nothing has been assigned yet, so a unit is nobody to the suggestion. */
const beforeAssignment: readonly string[] = [
  'draft',
  'submitted',
  'underReview',
  'merged',
  'revisionRequested',
  'notAccepted',
  'withdrawn',
  'accepted',
] satisfies SuggestionState[]

/** Only then is there a result that the group may have something to say about. */
const withResult: readonly string[] = [
  'replied',
  'evaluated',
  'reHandling',
  'tracking',
  'escalated',
  'closed',
  'archived',
] satisfies SuggestionState[]

/** The day on which the tests begin. */
const begun = '2026-11-23T01:00:00.000Z'

const invited = ', another deputy is invited'
const declined = ', another deputy has declined'
const votes = ', the group votes'
const typed = ', the office has typed what the deputy said'
const typedTalk = ', with a talk typed for the unit'
const onPaper = ', handed in on paper'
const objected = ', with one merged into it, the deputy objects to the unit'
const unread = ', the presidium is to read it first'
const picked = ', picked for the year'
const ofFormer = ', of a former deputy'
const concerned = ', it concerns all of the presidium'
const together = ', another deputy proposed the same and is asked whether they were consulted'

/** Of each town, one that has nothing to do with any of them yet. */
const thirdUnits = new Map<string, string>()

/** Gates that are shut in what `bring` makes, by action and the states where they are. */
const shut: Partial<Record<SuggestionAction, [refusal: string, states?: readonly SuggestionState[]]>> = {
  endInvitations: ['no_open_invitation'],
  putOnAgenda: ['not_a_motion'],
  convertMotion: ['not_a_motion'],
  summon: ['round_left'],
  giveCoOpinion: ['co_opinion_not_wanted', ['handling', 'reHandling', 'extensionRequested']],
  waiveCoOpinion: ['no_open_co_opinion', ['handling', 'reHandling', 'extensionRequested']],
  sendBackCoOpinion: ['no_co_opinion_to_send_back', ['received']],
  readFirst: ['presidium_has_read'],
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
  openReply: ['deputy_not_silent'],
  objectToRecord: ['record_closed'],
  objectToConsultation: ['record_closed'],
  keepUnit: ['no_unit_objection'],
  dropObjection: ['no_unit_objection'],
  objectToHandIn: ['record_closed'],
  objectToSignature: ['record_closed'],
  endConcern: ['concerns_nobody'],
}

async function live(server: TestServer, { town, people }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  const keep = async (id: string, state: SuggestionState, special = '') =>
    made.push({ id, state, name: state + special, version: await town.versionOf(id) })
  for (const state of stateNames(suggestionTable)) await keep(await bring(server, town, state), state)
  for (const state of ['draft', 'revisionRequested'] as const) {
    const id = await bring(server, town, state)
    await step(town, town.deputy, id, 'inviteCoSigners', { deputyIds: [town.otherDeputy.id] })
    await keep(id, state, invited)
  }
  const declinedOnce = await bring(server, town, 'draft')
  await step(town, town.deputy, declinedOnce, 'inviteCoSigners', { deputyIds: [town.otherDeputy.id] })
  await step(town, town.otherDeputy, declinedOnce, 'declineToCoSign')
  await keep(declinedOnce, 'draft', declined)
  const voting = await bring(server, town, 'closed')
  await step(town, people.leader, voting, 'openBallot')
  await keep(voting, 'closed', votes)
  const said = await bring(server, town, 'handling')
  const { rounds } = await see(town, town.office, said)
  const open = rounds.flatMap(({ consultations }) => consultations).find(({ answer }) => answer === 'open')
  await step(town, town.office, said, 'confirmConsultationByWord', { consultationId: open?.id, ...spoken })
  await keep(said, 'handling', typed)
  const talk = await bring(server, town, 'handling')
  await step(town, town.office, talk, 'consultByWord', {
    ...forms(town).consult,
    ...{ ...spoken, heldOn: beijingDay(new Date(begun)), spokeBy: '赵永强' },
  })
  await keep(talk, 'handling', typedTalk)
  const handedIn = await town.office.client.call(recordSuggestion, {
    params: { town: town.id },
    input: { ...paper, deputyId: town.deputy.id, coSignerIds: [town.coSigner.id] },
  })
  await keep(handedIn.id, 'submitted', onPaper)
  const doubted = await bring(server, town, 'received')
  const merged = await bring(server, { ...town, deputy: town.otherDeputy }, 'underReview')
  await step(town, town.office, merged, 'merge', { ...forms(town).merge, targetId: doubted })
  await step(town, town.deputy, doubted, 'objectToUnit', forms(town).objectToUnit)
  await keep(doubted, 'received', objected)
  const first = await bring(server, town, 'accepted')
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE suggestion SET presidium_first = 1 WHERE id = ?', [first])
    await refresh(tx, 'suggestion', town.id, first, server.clock.now())
  })
  await keep(first, 'accepted', unread)
  await keep(await bringTogether(server, town), 'handling', together)
  const led = await bring(server, town, 'received')
  await step(town, town.presidium, led, 'markKey', forms(town).markKey)
  await keep(led, 'received', picked)
  const own = await bring(server, town, 'received')
  await step(town, town.deputy, own, 'nameConcerned', forms(town).nameConcerned)
  await keep(own, 'received', concerned)
  thirdUnits.set(town.id, await unitOfNobody(server, town.id))
  const theirs = { ...town, deputy: people.formerDeputy }
  for (const state of ['received', 'handling', 'replied'] as const)
    await keep(await bring(server, theirs, state), state, ofFormer)
  return made
}

/** Led by somebody whom nobody of the matrix is, so that the talk is the other one's alone. */
async function bringTogether(server: TestServer, town: Peopled['town']) {
  const id = await bring(server, town, 'received')
  await step(town, town.coUnit, id, 'giveCoOpinion', forms(town).giveCoOpinion)
  const params = { town: town.id }
  const same = await town.otherDeputy.client.call(startSuggestion, { params, input: text })
  await step(town, town.otherDeputy, same.id, 'submit')
  await step(town, town.office, same.id, 'startReview')
  await step(town, town.office, same.id, 'merge', { ...forms(town).merge, targetId: id })
  await step(town, town.unit, id, 'consult', {
    ...{ ...forms(town).consult, heldOn: beijingDay(new Date(begun)), proposerIds: [same.id] },
  })
  const lead = await addDeputy(server, town.id, '贺长林')
  await server.database.transaction(async (tx) => {
    await tx.update(Suggestion, { id }, { leadDeputyId: lead })
    await refresh(tx, 'suggestion', town.id, id, server.clock.now())
  })
  return id
}

function standing(who: Who, { name, state }: Matter) {
  if (who === 'secretary' && name.endsWith(picked)) return ['leadingOfficial', 'partyCommittee']
  const isFormers = name.endsWith(ofFormer)
  if (who === 'formerDeputy') return isFormers ? ['leadDeputy'] : 'not_found'
  const isTogether = name.endsWith(together)
  if (who === 'otherDeputy' && isTogether) return ['mergedDeputy']
  if (who === 'deputy') return isFormers || isTogether ? 'not_found' : ['leadDeputy']
  if (who === 'coSigner') return ['coSigner']
  if (who === 'otherDeputy' && name.endsWith(declined)) return ['decliner']
  if (who === 'otherDeputy' && name.endsWith(objected)) return ['mergedDeputy']
  if (who === 'otherDeputy') return name.endsWith(invited) ? ['invitee'] : 'not_found'
  if (who === 'leader') return !isFormers && withResult.includes(state) ? ['groupLeader'] : 'not_found'
  if (name.endsWith(concerned) && who === 'office') return ['congressOffice', 'presidium']
  if (name.endsWith(concerned) && who === 'presidium') return ['presidium', 'concerned']
  if (who === 'office') return state === 'draft' ? 'not_found' : ['congressOffice']
  if (who === 'presidium') return state === 'draft' ? 'not_found' : ['presidium']
  if ((units as readonly Who[]).includes(who)) {
    if (beforeAssignment.includes(state)) return 'not_found'
    return who === 'coUnit' ? ['coUnit'] : ['leadUnit']
  }
  return who === 'secretary' || (deputies as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
}

async function form(
  { town, people }: Peopled,
  action: string,
  { id, state, name }: Matter,
  all: readonly Matter[],
) {
  const by = name.endsWith(ofFormer) || name.endsWith(together) ? town.office : town.deputy
  const isOpen = async () => {
    const { rounds } = await see(town, by, id)
    const open = rounds
      .flatMap(({ consultations }) => consultations)
      .filter(({ answer }) => answer === 'open')
    return open.at(-1)?.id ?? 'a'.repeat(26)
  }
  const own = action.replace(/ByWord$/, '')
  const asks = own === 'confirmConsultation' || own === 'disputeConsultation' || own === 'askForHead'
  const consultationId = asks && state !== 'draft' ? await isOpen() : 'a'.repeat(26)
  const known: Record<string, object> = {
    ...forms(town),
    edit: { ...text, facts: `${text.facts}今年又冲垮 20 米。` },
    inviteCoSigners: {
      deputyIds: [name.endsWith(invited) || name.endsWith(declined) ? people.leader.id : town.otherDeputy.id],
    },
    addCoUnits: { coUnitIds: [thirdUnits.get(town.id)], nobodyConfirmed: true },
    merge: { ...forms(town).merge, targetId: all.find((one) => one.state === 'accepted')?.id },
    consult: { ...forms(town).consult, heldOn: beijingDay(new Date(begun)), record: '又谈了一次。' },
    confirmConsultation: { consultationId },
    askForHead: { consultationId, reason: '钱从哪里来，经办人说不了。' },
    disputeConsultation: { consultationId, reason: '没有谈到围栏。' },
  }
  if (name.endsWith(concerned)) {
    // The members being aside, the congress decides, and one of the office types it.
    known.nameConcerned = {
      ...forms(town).nameConcerned,
      concernedIds: [town.office.id],
      reason: '也是他办的。',
    }
    for (const form of Object.values(known))
      if ('decidedHow' in form) form.decidedHow = '第十九届人民代表大会第二次会议'
  }
  if (action === 'submitByWord') return { ...paper, spokeOn: beijingDay(new Date(begun)) }
  const unitSaid = action === 'consultByWord' ? { spokeBy: '赵永强' } : {}
  return {
    ...known[own],
    ...(own === action ? {} : { ...spoken, spokeOn: beijingDay(new Date(begun)), ...unitSaid }),
  }
}

export const suggestionStory: Story = {
  table: suggestionTable,
  steps: suggestionSteps,
  show: showSuggestion,
  live,
  standing,
  shut(action, { name, state }, who) {
    const row = suggestionTable.actions[action as SuggestionAction]
    if (name.endsWith(concerned) && who === 'presidium' && row.needs.includes('unconcerned'))
      return 'concerns_you'
    if (name.endsWith(concerned) && action === 'endConcern') return undefined
    if (name.endsWith(typedTalk) && action === 'objectToConsultation') return undefined
    if (name.endsWith(objected) && action === 'dropObjection' && who !== 'deputy') return 'not_own_objection'
    if (name.endsWith(invited) && action === 'endInvitations') return undefined
    if (name.endsWith(invited) && action === 'submit') return 'co_signers_unanswered'
    if (name.endsWith(votes) && action === 'closeBallot') return undefined
    if (name.endsWith(votes) && action === 'openBallot') return 'ballot_opened'
    // Nobody waits for who is no deputy any more.
    if (name === `received${ofFormer}` && action === 'openReply') return undefined
    if (name.endsWith(picked) && action === 'markKey') return 'key_suggestion_already'
    if (name.endsWith(picked) && /^(changeKey|unmarkKey|reportKeyProgress|dispatch)$/.test(action))
      return undefined
    if (name.endsWith(unread) && action === 'readFirst') return undefined
    if (name.endsWith(unread) && action === 'assign') return 'presidium_first'
    if (name.endsWith(typed) && action === 'objectToRecord') return undefined
    if (name.endsWith(objected) && action === 'objectToUnit') return 'unit_objected_before'
    if (name.endsWith(objected) && /^(keepUnit|dropObjection)$/.test(action)) return undefined
    if (name.endsWith(onPaper) && /^objectTo(HandIn|Signature)$/.test(action)) return undefined
    if (name.endsWith(together) && action === 'reply') return 'consultation_not_confirmed'
    if (name.endsWith(together) && /^(confirm|dispute)ConsultationByWord/.test(action))
      return 'no_open_consultation'
    if (name.endsWith(typed) && /^(confirmConsultation|disputeConsultation|askForHead)/.test(action))
      return 'no_open_consultation'
    // The group of a former deputy has no part in this.
    if (name.endsWith(ofFormer) && action === 'openBallot') return 'no_deputy_group'
    const [refusal, states] = shut[action as SuggestionAction] ?? []
    return states === undefined || states.includes(state as SuggestionState) ? refusal : undefined
  },
  form,
  // Whoever leads it no more reads no more whom it concerns.
  answered: (action, { name, state, version }, who) =>
    name.endsWith(concerned) && who === 'deputy' && action === 'passLead'
      ? { state, version: version + 1, events: 0 }
      : undefined,
  facts: ({ state }) => ({
    cameFrom: state === 'extensionRequested' ? 'handling' : 'assigned',
    consultedIn: 'handling',
    extensionRule: 'approval',
    promise: 'kept',
  }),
}
