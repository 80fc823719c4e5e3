import type * as z from 'zod/mini'
import type { GroupQuestionAction, groupQuestionActions } from '../../../shared/matters/group-question/table'
import { spokenAnswer } from '../../../shared/matters/group-question/words'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { GroupAnswer } from '../../database/entities/matters/group-answer'
import type { Effect, StepOf } from '../../engine/kind'
import type { GroupRow, QuestionRecord } from './record'

type FormOf<A extends GroupQuestionAction> = z.output<(typeof groupQuestionActions)[A]['input']>
type Step = StepOf<QuestionRecord>

/** What a step changes besides the state. */
export const effects: { readonly [A in GroupQuestionAction]?: Effect<QuestionRecord> } = {
  answer(step) {
    const { asker, record } = step
    const ownId = 'system' in asker ? null : asker.groupId
    const group = record.groups.find(({ id }) => id === ownId)
    if (group === undefined) throw new Refusal('not_allowed')
    return keep(step, group, step.form as FormOf<'answer'>)
  },
  answerForGroup(step) {
    const { groupId, ...said } = step.form as FormOf<'answerForGroup'>
    const group = step.record.groups.find(({ id }) => id === groupId)
    if (group === undefined) throw wrongField('groupId', '没有请这个小组讨论，请重新选择。')
    return keep(step, group, said)
  },
  close: ({ form }) => Promise.resolve({ reason: (form as FormOf<'close'>).reason }),
}

async function keep({ tx, record, now }: Step, { id, name }: GroupRow, said: FormOf<'answer'>) {
  const { inFavour, against, noOpinion, reasons = null, proposals = null } = said
  if (inFavour + against + noOpinion === 0)
    throw wrongField('inFavour', '赞成、不赞成、没有意见至少有一位；没有开会的先开会。')
  await tx.update(
    GroupAnswer,
    { groupQuestionId: record.id, deputyGroupId: id },
    { inFavour, against, noOpinion, reasons, proposals, answeredAt: now },
  )
  return { reason: spokenAnswer(name, said) }
}
