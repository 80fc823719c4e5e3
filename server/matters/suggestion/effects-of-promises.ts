import { IsNull } from 'typeorm'
import { deadlineAfterMonths } from '../../../shared/rules/calendar'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { addMonths, beijingDay, spokenDay } from '../../../shared/rules/days'
import { tooLong } from '../../../shared/matters/suggestion/said'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import { commitmentResults, satisfactions } from '../../../shared/words/words'
import { Commitment } from '../../database/entities/suggestion/commitment'
import { CommitmentMilestone } from '../../database/entities/suggestion/commitment-milestone'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { EffectOf } from './effect-of'
import type { PromiseEnd } from '../../../shared/matters/suggestion/promise-standings'
import { checkSentence } from './public-words'
import { ofRound } from './rounds'
import type { SuggestionRecord } from './record'

/** What a reply promises is kept apart from it; an older promise that was still open is superseded. */
export async function keepPromise(
  { tx, record, form, now }: Pick<EffectOf<'reply'>, 'tx' | 'record' | 'form' | 'now'>,
  promiseCheckId: string | null,
) {
  const goesOn = form.promise !== undefined && form.promiseDueOn !== undefined
  if (record.commitmentDueOn !== null) await endCommitment(tx, record, goesOn ? 'replaced' : 'dropped', now)
  if (form.promise === undefined || form.promiseDueOn === undefined) return
  const promised = { promise: form.promise, promiseCheckId }
  await insertCommitment(tx, record, promised, form.promiseDueOn, now)
}

/**
 * Why something is promised for a day beyond the rule of the town, and for which; nothing where it is not.
 * @throws Refusal `bad_input` where nobody says why
 */
export function longPromise({ record, asker, form, now }: EffectOf<'reply'>): {
  latest?: string
  reason?: string
} {
  const today = beijingDay(now)
  const { promiseMonths } = rulesOf(record)
  const { promiseDueOn, promiseWhyLong } = form
  // What is passed on to another one has been asked about.
  if ('system' in asker || promiseDueOn === undefined || promiseDueOn <= addMonths(today, promiseMonths))
    return {}
  if (promiseWhyLong === undefined) throw wrongField('promiseWhyLong', tooLong(promiseMonths))
  return { latest: spokenDay(promiseDueOn, today), reason: promiseWhyLong }
}

const insertCommitment = (
  tx: Tx,
  record: SuggestionRecord,
  { promise, promiseCheckId }: Pick<Commitment, 'promise' | 'promiseCheckId'>,
  dueOn: string,
  now: Date,
) =>
  tx.insert(Commitment, {
    id: newId(),
    ...ofRound(record),
    promise,
    promiseCheckId,
    resultCheckId: null,
    dueOn,
    promisedAt: now,
    result: null,
    report: null,
    publicResult: null,
    reportedAt: null,
    rating: null,
    ratingReason: null,
    endedAt: null,
    endedHow: null,
  })

/** At most one promise of a suggestion is open at a time. */
const openOf = ({ id }: Pick<SuggestionRecord, 'id'>) => ({ suggestionId: id, endedAt: IsNull() })

export const endCommitment = (tx: Tx, record: SuggestionRecord, endedHow: PromiseEnd, now: Date) =>
  tx.update(Commitment, openOf(record), { endedAt: now, endedHow })

export async function reportCommitment(effect: EffectOf<'reportCommitment'>) {
  const { tx, record, form, now } = effect
  await tx.update(Commitment, openOf(record), {
    result: form.commitmentResult,
    report: form.report,
    publicResult: form.publicResult,
    resultCheckId: await checkSentence(effect, 'promiseResult', form.publicResult),
    reportedAt: now,
  })
  return {
    outcome: commitmentResults[form.commitmentResult],
    result: form.publicResult,
    reason: form.report,
  }
}

/** How far it is, and the next step with its day, which is never after the day of the promise. */
export async function reportMilestone({ tx, record, form, now }: EffectOf<'reportMilestone'>) {
  const open = await tx.findOneByOrFail(Commitment, openOf(record))
  if (form.nextOn !== undefined && form.nextOn > open.dueOn)
    throw wrongField('nextOn', `答应的是 ${open.dueOn} 前办成，下一步要在那以前。`)
  const said = {
    percent: form.percent,
    note: form.note,
    nextStep: form.nextStep ?? null,
    nextOn: form.nextOn ?? null,
  }
  const [last] = await tx.find(CommitmentMilestone, {
    where: { commitmentId: open.id },
    order: { version: 'DESC' },
    take: 1,
  })
  if (last) refuseSame(last, said)
  await tx.insert(CommitmentMilestone, {
    commitmentId: open.id,
    version: record.version + 1,
    ...said,
    at: now,
  })
  return { outcome: `${form.percent}%`, reason: form.note }
}

/** Not satisfied: the same promise stands again, with the time of a new reply. */
export async function rateCommitment({ tx, record, form, calendar, now }: EffectOf<'rateCommitment'>) {
  const [open] = await tx.query<Pick<Commitment, 'id' | 'promise' | 'promiseCheckId'>[]>(
    'SELECT id, promise, promise_check_id AS promiseCheckId FROM commitment WHERE suggestion_id = ? AND ended_at IS NULL',
    [record.id],
  )
  if (!open) throw new Refusal('commitment_not_reported')
  await tx.update(
    Commitment,
    { id: open.id },
    {
      rating: form.rating,
      ratingReason: form.reason ?? null,
      endedAt: now,
      endedHow: (form.rating === 'notSatisfied' ? 'again' : 'rated') satisfies PromiseEnd,
    },
  )
  if (form.rating === 'notSatisfied') {
    const dueOn = deadlineAfterMonths(beijingDay(now), rulesOf(record).rehandleMonths, calendar)
    await insertCommitment(tx, record, open, dueOn, now)
  }
  return {
    satisfaction: satisfactions[form.rating],
    ...(form.reason === undefined ? {} : { reason: form.reason }),
  }
}

export async function lapseCommitment({ tx, record, now }: EffectOf<'lapseCommitment'>) {
  await endCommitment(tx, record, 'lapsed', now)
}

/** The presidium has the last word, also of what a reply had promised. */
export async function concludeInWriting({ tx, record, form, now }: EffectOf<'endTracking' | 'conclude'>) {
  await endCommitment(tx, record, 'concluded', now)
  await tx.update(Suggestion, { id: record.id }, { conclusion: form.conclusion })
  return { reason: form.conclusion }
}
