import type * as z from 'zod/mini'
import {
  type OpinionAction,
  type opinionActions,
  type OpinionState,
  uncheckedStates,
} from '../../../shared/matters/opinion/table'
import { tapped } from '../../../shared/matters/opinion/ask-back'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { parties } from '../../../shared/words/parties'
import { satisfactions } from '../../../shared/words/words'
import { ResidentOpinion } from '../../database/entities/opinion/resident-opinion'
import { residentVerdict } from '../../database/public-tables'
import type { Tx } from '../../database/source'
import { wake } from '../../database/waking'
import { personIdOf } from '../../engine/begin'
import type { Effect, StepOf } from '../../engine/kind'
import { deputyInTown } from '../../features/people/in-town'
import { callArrives, keepCall } from './calls'
import { addMessage, lastPosition, say } from './messages'
import { raise, raiseInMeeting } from './raise'
import type { OpinionRecord } from './record'
import { answeredByOffice } from './tellings'
import { split, toPetition } from './triage'

type FormOf<A extends OpinionAction> = z.output<(typeof opinionActions)[A]['input']>
type Changing = Pick<StepOf<OpinionRecord>, 'tx' | 'record' | 'asker'>

/** What a step changes besides the state. The engine has checked the form against the row of the same name. */
export const effects: { readonly [A in OpinionAction]?: Effect<OpinionRecord> } = {
  answer: answers,
  writeBeforeCall: answers,
  askBack,
  askBackInMeeting: askBack,
  answerYes: (step) => taps(step, tapped.yes),
  answerNo: (step) => taps(step, tapped.no),
  goOnWithout: (step) => callArrives(step),
  lapseAskedBack: (step) => callArrives(step),
  async write(step) {
    const { tx, record } = step
    await say(step, 'resident', { withheld: (uncheckedStates as readonly string[]).includes(record.state) })
    // Said after words beside a rating, it goes to the deputy with them.
    await goOnTo(tx, record, record.goesTo === 'closed' ? 'received' : onceSaid[record.state])
  },
  lookAtMore: ({ tx, record }) =>
    goOnTo(tx, record, Number(record.saidMore) === 1 ? onceSaid[record.state] : 'closed'),
  async pass(step) {
    await showMore(step)
    return callArrives(step)
  },
  async release(step) {
    await showMore(step)
    return callArrives(step)
  },
  async called(step) {
    await keepCall(step)
    if (step.to !== 'callAsked') await keepUnseen(step, {})
  },
  async passUnsolved(step) {
    await showMore(step)
    return askAgain(step)
  },
  async releaseUnsolved(step) {
    await showMore(step)
    return askAgain(step)
  },
  async notSolved(step) {
    const { text } = step.form as FormOf<'notSolved'>
    await saidUnsolved(step, text)
  },
  handBack: ({ form }) => Promise.resolve({ reason: (form as FormOf<'handBack'>).reason }),
  askWhetherSolved: ({ tx, record, now }) =>
    keepFollowUp(tx, record, { followUps: 1, followedOn: beijingDay(now) }),
  remindWhetherSolved: ({ tx, record, now }) =>
    keepFollowUp(tx, record, { followUps: 2, followedOn: beijingDay(now) }),
  saySolved: ({ tx, record }) => keepFollowUp(tx, record, { followUpAnswer: 'solved' }),
  stopAsking: ({ tx, record }) => keepFollowUp(tx, record, { followUpAnswer: 'noMore' }),
  deputyReached: (step) => callArrives(step, true),
  async passOn(step) {
    const { tx, record, form } = step
    const { deputyId } = form as FormOf<'passOn'>
    await deputyInTown(tx, record.townId, deputyId)
    await tx.update(ResidentOpinion, { id: record.id }, { deputyId, routedBy: null })
    return callArrives(step, true)
  },
  raise,
  raiseInMeeting,
  split,
  toPetition,
  showAnswer,
  releaseAnswer: showAnswer,
  showEnd: showWords,
  releaseEnd: showWords,
  async sendBack({ tx, record, form }) {
    // What was said on the phone is written down again.
    if (record.writtenIn === 'callAsked')
      await tx.update(ResidentOpinion, { id: record.id }, { calledOn: null })
    // A question that nobody was asked may be written again.
    if (Number(record.asksBack) === 1)
      await tx.update(ResidentOpinion, { id: record.id }, { askedBack: false, asksBack: false })
    return { reason: (form as FormOf<'sendBack'>).reason }
  },
  redirect: explain,
  close: explain,
  closeInMeeting: explain,
  closeAfterSuggestion: explain,
  takeOver: explain,
  async rate(step) {
    const { tx, record } = step
    const { rating, comment } = step.form as FormOf<'rate'>
    if (rating === 'notSatisfied') await saidUnsolved(step, comment ?? '')
    else {
      wake(tx, residentVerdict)
      await tx.update(
        ResidentOpinion,
        { id: record.id },
        { rating, ratingComment: comment ?? null, ratingAsked: false },
      )
    }
    return { satisfaction: satisfactions[rating] }
  },
}

async function taps(step: StepOf<OpinionRecord>, text: string) {
  await addMessage(step.tx, step.record.id, 'resident', text, step.now)
  return callArrives(step)
}

async function answers(step: StepOf<OpinionRecord>) {
  await say(step, 'deputy', { deputyId: step.record.deputyId })
  await keepUnseen(step, {})
}

/** Where what is said in a state leads once it is checked; what is added before that goes along with it. */
const onceSaid: { readonly [S in OpinionState]?: OpinionState } = {
  inSuggestion: 'inSuggestion',
  unsolved: 'unsolved',
  unsolvedAgain: 'unsolvedAgain',
}

const goOnTo = async (tx: Tx, { id }: OpinionRecord, goesTo: OpinionState | undefined) => {
  if (goesTo !== undefined) await tx.update(ResidentOpinion, { id }, { goesTo })
}

const keepFollowUp = async (
  tx: Tx,
  { id }: OpinionRecord,
  kept: Partial<Pick<ResidentOpinion, 'followUps' | 'followedOn' | 'followUpAnswer'>>,
) => {
  await tx.update(ResidentOpinion, { id }, kept)
}

/** It counts at once; the words reach the deputy, and the second time the office, when they are checked. */
async function saidUnsolved(
  { tx, record, now }: Pick<StepOf<OpinionRecord>, 'tx' | 'record' | 'now'>,
  text: string,
) {
  wake(tx, residentVerdict)
  await addMessage(tx, record.id, 'resident', text, now)
  const before = Number(record.timesUnsolved)
  await tx.update(
    ResidentOpinion,
    { id: record.id },
    {
      ...{ rating: 'notSatisfied', ratingComment: null, ratingAsked: false, timesUnsolved: before + 1 },
      goesTo: before === 0 ? 'unsolved' : 'unsolvedAgain',
    },
  )
}

/** Whose turn it is then, and until when. */
function askAgain({ record, to, now, calendar }: StepOf<OpinionRecord>) {
  const today = beijingDay(now)
  const until = addWorkingDays(today, rulesOf(record).examinationWorkingDays, calendar)
  return Promise.resolve({
    latest: spokenDay(until, today),
    ...(to === 'unsolvedAgain' ? { deputy: parties.congressOffice } : {}),
  })
}

/** Something is asked of whoever wrote, in words that are checked like an answer. */
async function askBack(step: StepOf<OpinionRecord>) {
  const { tx, record, form, now } = step
  const { text } = form as FormOf<'askBack'>
  await addMessage(tx, record.id, 'deputy', text, now, { deputyId: record.deputyId })
  await keepUnseen(step, {})
  await tx.update(ResidentOpinion, { id: record.id }, { askedBack: true, asksBack: true })
}

/** What the resident is told at the end; the page shows it once it is checked. */
async function explain(step: StepOf<OpinionRecord>) {
  const form = step.form as FormOf<'redirect' | 'close' | 'closeAfterSuggestion' | 'takeOver'>
  const referredTo = 'referredTo' in form ? form.referredTo : null
  await keepUnseen(step, { explanation: form.explanation, referredTo })
}

/** Whose words they are, and where the matter goes back to if they have to be written again. */
const keepUnseen = (
  { tx, record, asker }: Changing,
  words: { explanation?: string; referredTo?: string | null },
) =>
  tx.update(
    ResidentOpinion,
    { id: record.id },
    { ...words, writtenIn: record.state, wordsById: personIdOf(asker) },
  )

async function showAnswer(step: StepOf<OpinionRecord>) {
  await step.tx.query(
    'UPDATE opinion_message SET withheld = 0 WHERE resident_opinion_id = ? AND position = ?',
    [step.record.id, (await lastPosition(step.tx, step.record.id, 'deputy')) ?? 0],
  )
  await showWords(step)
}

/** What was said meanwhile is through as well. */
async function showMore({ tx, record }: Changing) {
  if (Number(record.saidMore) === 1)
    await tx.query(
      "UPDATE opinion_message SET withheld = 0 WHERE resident_opinion_id = ? AND author = 'resident'",
      [record.id],
    )
}

async function showWords({ tx, record, to, now }: Changing & Pick<StepOf<OpinionRecord>, 'to' | 'now'>) {
  const ended = {
    ...{ ratingAsked: true, endedOn: beijingDay(now), followUps: 0, followedOn: null },
    followUpAnswer: record.followUpAnswer === 'noMore' ? 'noMore' : null,
  }
  await tx.update(
    ResidentOpinion,
    { id: record.id },
    {
      ...{ writtenIn: null, wordsById: null, asksBack: false },
      // Whoever has their answer otherwise waits for no call; whoever is only asked something does.
      ...(to === 'callAsked' || to === 'askedBack' || record.calledOn !== null
        ? {}
        : { callOn: null, callTime: null }),
      ...(to === 'closed' ? ended : {}),
    },
  )
  return answeredByOffice(record) ? { deputy: parties.congressOffice } : {}
}
