import { opinionSteps, showOpinion, writeOpinion } from '../../shared/matters/opinion/endpoints'
import { beijingDay } from '../../shared/rules/days'
import type { SuggestionState } from '../../shared/matters/suggestion/states'
import type { TestServer } from './server'
import { forms, step, text } from './suggestion'
import type { TestTown } from './town'

export const notSatisfied = {
  attitudeRating: 'satisfied',
  resultRating: 'notSatisfied',
  reason: '没修完。',
}

/**
 * Brings a new suggestion into a state, by the steps that people take: begun from the villager's words, co-signed by
 * 张春梅, with 财政所 as co-unit. In `handling` and `reHandling` one consultation is confirmed and another is open,
 * so that every gate of the table is open where it can be.
 */
export async function bring(server: TestServer, town: TestTown, state: SuggestionState): Promise<string> {
  const { deputy, coSigner, office, presidium, unit } = town
  const form = forms(town)
  const id = await fromWords(server, town)
  const take = async (person: typeof deputy, action: Parameters<typeof step>[3], input = {}) => {
    await step(town, person, id, action, input)
  }
  const consult = async (round: number) => {
    if (round === 1) await take(town.coUnit, 'giveCoOpinion', form.giveCoOpinion)
    const heldOn = beijingDay(server.clock.now())
    const seen = await step(town, unit, id, 'consult', { ...form.consult, heldOn })
    const open = seen.rounds[round - 1]?.consultations.find(({ answer }) => answer === 'open')
    await take(deputy, 'confirmConsultation', { consultationId: open?.id })
    await take(unit, 'consult', { ...form.consult, heldOn })
  }

  /** Each state with the one it is reached from. */
  const ways: Record<SuggestionState, readonly [SuggestionState | null, () => Promise<void>]> = {
    draft: [
      null,
      async () => {
        await take(deputy, 'edit', text)
        await take(deputy, 'inviteCoSigners', { deputyIds: [coSigner.id] })
        await take(coSigner, 'coSign')
      },
    ],
    submitted: ['draft', () => take(deputy, 'submit')],
    underReview: ['submitted', () => take(office, 'startReview')],
    revisionRequested: ['underReview', () => take(office, 'requestRevision', form.requestRevision)],
    notAccepted: ['underReview', () => take(presidium, 'refuseAcceptance', form.refuseAcceptance)],
    merged: [
      'underReview',
      async () => {
        await take(office, 'merge', { ...form.merge, targetId: await bring(server, town, 'accepted') })
      },
    ],
    withdrawn: ['accepted', () => take(deputy, 'withdraw', form.withdraw)],
    accepted: ['underReview', () => take(office, 'accept', form.accept)],
    assigned: ['accepted', () => take(office, 'assign', { ...form.assign, coUnitIds: [town.coUnitId] })],
    received: ['assigned', () => take(unit, 'receive', form.receive)],
    handling: ['received', () => consult(1)],
    returnRequested: ['assigned', () => take(unit, 'requestReturn', form.requestReturn)],
    extensionRequested: ['handling', () => take(unit, 'requestExtension', form.requestExtension)],
    replied: ['handling', () => take(unit, 'reply', form.reply)],
    evaluated: ['replied', () => take(deputy, 'evaluate', notSatisfied)],
    reHandling: [
      'evaluated',
      async () => {
        await take(office, 'reHandle', form.reHandle)
        await consult(2)
      },
    ],
    escalated: [
      'reHandling',
      async () => {
        await take(unit, 'reply', form.reply)
        await take(deputy, 'evaluate', notSatisfied)
        await take(presidium, 'summon', form.summon)
      },
    ],
    tracking: [
      'handling',
      async () => {
        await take(unit, 'reply', form.promise)
        await take(deputy, 'evaluate', form.evaluate)
      },
    ],
    archived: ['closed', () => take(office, 'archive')],
    closed: ['replied', () => take(deputy, 'evaluate', form.evaluate)],
  }
  const walk = async (to: SuggestionState) => {
    const [from, go] = ways[to]
    if (from !== null) await walk(from)
    await go()
  }
  await walk(state)
  return id
}

/** A draft that came of what the villager told the deputy. */
async function fromWords(server: TestServer, town: TestTown): Promise<string> {
  const params = { town: town.id }
  const opinion = await town.villager.client.call(writeOpinion, {
    params,
    input: { deputyId: town.deputy.id, kind: 'report', text: '河堤冲垮了。', again: true },
  })
  await server.run('checkOpinions')
  const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id: opinion.id } })
  const raised = await town.deputy.client.call(opinionSteps.raise, {
    params: { ...params, id: opinion.id },
    input: { version, form: {} },
  })
  return raised.suggestion?.id ?? ''
}
