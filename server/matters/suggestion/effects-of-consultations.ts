import { afterConfirmation } from '../../../shared/matters/suggestion/said'
import type { Day } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Consultation } from '../../database/entities/suggestion/consultation'
import { newId } from '../../database/id'
import type { EffectOf } from './effect-of'
import { keepConsultationPhotos } from './photos-of-steps'
import { notConsulted, proposersOf, talksOf } from './proposers'
import type { SuggestionRecord } from './record'
import { ofRound } from './rounds'
import { bySomebodyElse, spokenBySomebodyElse } from './signed-by-head'

/** 面商: with the lead deputy, or with whoever proposed what is handled along with it. */
export async function consult(effect: EffectOf<'consult' | 'consultByWord'>) {
  const { tx, record, asker, now } = effect
  const {
    photos = [],
    proposerIds = [record.id],
    heldOn,
    form,
    participants,
    mayDecide,
    record: said,
  } = effect.form
  bySomebodyElse(record, asker)
  if ('spokeBy' in effect.form) spokenBySomebodyElse(record, effect.form.spokeBy)
  heldSinceHandOver(record, heldOn)
  const proposers = proposersOf(record)
  const talkedWith = [...new Set(proposerIds)].map((id) => (id === record.id ? null : id))
  if (talkedWith.some((one) => !proposers.includes(one)))
    throw wrongField('proposerIds', '请从领衔代表和还并在一起办的代表里选。')
  const talks = talkedWith.map((mergedId) => ({ id: newId(), mergedId }))
  await tx.insert(
    Consultation,
    talks.map((talk) => ({
      ...talk,
      ...ofRound(record),
      ...{ heldOn, form, participants, mayDecide, record: said },
      answer: 'open',
      headAsked: false,
      disputeReason: null,
      recordedAt: now,
      answeredAt: null,
    })),
  )
  await keepConsultationPhotos(effect, talks[0]?.id ?? '', photos)
}

function heldSinceHandOver({ handedOverOn }: SuggestionRecord, heldOn: Day) {
  if (handedOverOn !== null && heldOn < handedOverOn) {
    throw wrongField('heldOn', '面商要在本轮交办之后，请核对日期。')
  }
}

type Answered = Pick<Consultation, 'answer' | 'headAsked'>

const answerConsultation =
  (answered: Answered) =>
  async ({
    tx,
    record,
    asker,
    form,
    now,
  }: EffectOf<'confirmConsultation' | 'disputeConsultation' | 'askForHead'>) => {
    const reason = 'reason' in form ? form.reason : undefined
    const own = talksOf(record, asker).find(({ id }) => id === form.consultationId)
    if (own === undefined) throw new Refusal('no_open_consultation')
    const disputeReason = answered.answer === 'disputed' ? (reason ?? null) : null
    const updated = await tx.update(
      Consultation,
      { id: form.consultationId, ...ofRound(record), answer: 'open' },
      { ...answered, disputeReason, answeredAt: now },
    )
    if (updated.affected !== 1) throw new Refusal('no_open_consultation')
    const others = notConsulted(record).filter((proposer) => proposer !== own.mergedId)
    return {
      outcome: afterConfirmation(others.length),
      ...(reason === undefined ? {} : { reason }),
    }
  }

export const confirmConsultation = answerConsultation({ answer: 'confirmed', headAsked: false })
export const disputeConsultation = answerConsultation({ answer: 'disputed', headAsked: false })
/** It counts as confirmed: the head who is asked for holds up nothing. */
export const askForHead = answerConsultation({ answer: 'confirmed', headAsked: true })
