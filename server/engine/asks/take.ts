import type { AskPlan } from '../../../shared/grammar/ask'
import { askOfStep } from '../../../shared/grammar/ask-steps'
import { spanOf } from '../../../shared/grammar/due'
import type { AnyTable } from '../../../shared/grammar/matter'
import { type Calendar, endOfSpan } from '../../../shared/rules/calendar'
import { beijingDay, type Day, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import type { MessageWords } from '../../../shared/words/messages'
import type { Party } from '../../../shared/words/parties'
import { Refusal } from '../../../shared/words/refusals'
import { Ask } from '../../database/entities/matters/ask'
import type { Tx } from '../../database/source'
import { marks, sqlInstant } from '../../database/sql'
import { personIdOf } from '../begin'
import { type Holder, nameIn } from '../holders'
import type { AnyKind, At, MatterRecord, StepOf } from '../kind'
import { asksIn, isOfAsker, isOwed, isReturnable } from './facts'
import type { Asked } from './read'

/** What the steps of asks change: they are the same for every kind. */

interface When {
  calendar: Calendar
  now: Date
}

const dayFor = (
  plan: Pick<AskPlan<string, Party>, 'due'>,
  record: MatterRecord,
  { calendar, now }: When,
): Day =>
  'day' in plan.due
    ? dayNamed(record, plan.due.day)
    : endOfSpan(beijingDay(now), spanOf(plan.due, rulesOf(record)), calendar)

function dayNamed(record: MatterRecord, name: string): Day {
  const day = (record as unknown as Readonly<Record<string, Day | null>>)[name]
  if (!day) throw new Error(`${record.id} has no day ${name} to ask until`)
  return day
}

/** Asks these holders, by a step of its own or along with another one. @returns until when */
export async function askThem(
  tx: Tx,
  table: AnyTable,
  record: MatterRecord,
  name: string,
  asked: { holders: readonly Holder[]; question?: string | null; roundNo?: number },
  when: When,
): Promise<Day> {
  const plan = table.asks?.[name]
  if (plan === undefined) throw new Error(`${table.kind} has no ask ${name}`)
  const dueOn = dayFor(plan, record, when)
  const { question = null, roundNo = 1 } = asked
  if (asked.holders.length > 0)
    await tx.insert(
      Ask,
      asked.holders.map((holder) => ({
        ...blank(table, record, when),
        ...{ ask: name, roundNo, holder, no: 1, dueOn, question },
      })),
    )
  return dueOn
}

const blank = (table: Pick<AnyTable, 'kind'>, { id, townId }: MatterRecord, { now }: When) => ({
  ...{ matterId: id, townId, kind: table.kind, askedOn: beijingDay(now) },
  ...{ answer: null, answeredBy: null, answeredAt: null, endedAt: null, endedHow: null, endedWhy: null },
})

const keyOf = ({ id }: MatterRecord, { ask, roundNo, holder, no }: Asked) => ({
  ...{ matterId: id, ask, roundNo, holder, no },
})

/** Takes the question to somebody back, answered or not: they are no party any more. */
export async function withdrawAsk(tx: Tx, record: MatterRecord, name: string, holder: Holder, now: Date) {
  for (const one of record.asked ?? [])
    if (one.ask === name && one.holder === holder && one.endedHow !== 'withdrawn')
      await tx.update(Ask, keyOf(record, one), { endedHow: 'withdrawn', endedAt: now })
}

/** What it was about is another thing now: the same may be asked of the same again. The history tells of the first. */
export async function forgetAsk(
  tx: Tx,
  { id }: MatterRecord,
  name: string,
  holders: readonly Holder[],
  roundNo = 1,
) {
  if (holders.length === 0) return
  await tx.query(
    `DELETE FROM ask WHERE matter_id = ? AND ask = ? AND round_no = ? AND holder IN (${marks(holders)})`,
    [id, name, roundNo, ...holders],
  )
}

/** What whoever was asked has said by mouth, as somebody else types it. */
export async function answerFor(
  tx: Tx,
  { id }: MatterRecord,
  name: string,
  holder: Holder,
  said: { answer: object; answeredBy: string | null; now: Date },
) {
  await tx.query(
    `UPDATE ask SET answer = ?, answered_by = ?, answered_at = ?
     WHERE matter_id = ? AND ask = ? AND holder = ? AND answer IS NULL AND ended_how IS NULL`,
    [JSON.stringify(said.answer), said.answeredBy, sqlInstant(said.now), id, name, holder],
  )
}

/** What somebody still owes is owed by somebody else: the question and its day stay. */
export async function passAsk(tx: Tx, record: MatterRecord, name: string, from: Holder, to: Holder) {
  await tx.query(
    `UPDATE ask SET holder = ? WHERE matter_id = ? AND ask = ? AND holder = ? AND answer IS NULL AND ended_how IS NULL`,
    [to, record.id, name, from],
  )
}

/** What is owed is counted anew from now. */
export async function countAskAnew(tx: Tx, table: AnyTable, record: MatterRecord, name: string, when: When) {
  const plan = table.asks?.[name]
  if (plan === undefined) throw new Error(`${table.kind} has no ask ${name}`)
  const dueOn = dayFor(plan, record, when)
  await tx.query(
    'UPDATE ask SET due_on = ? WHERE matter_id = ? AND ask = ? AND answer IS NULL AND ended_how IS NULL',
    [...[dueOn, record.id, name]],
  )
}

/** Takes the step of an ask, where it is one. @throws Refusal where there is no such question */
export async function takeAskStep(
  kind: AnyKind,
  step: StepOf<MatterRecord>,
  at: At,
): Promise<{ taken?: StepOf<MatterRecord>['asked']; words: Partial<MessageWords> }> {
  const found = askOfStep(kind.table.asks, step.action)
  if (found === undefined) return { words: {} }
  const { tx, record, form, asker, now } = step
  const { name, plan, does } = found
  const { refusals = {} } = plan
  const questions = asksIn(kind, record).find((one) => one.name === name)?.questions ?? []
  const today = beijingDay(now)
  const until = (day: Day) => spokenDay(day, today)

  if (does === 'ask') {
    const holders = (await kind.holders(tx, record))[plan.to] ?? []
    const question = typeof form.question === 'string' ? form.question : null
    const roundNo = kind.roundOf?.(record) ?? 1
    const dueOn = await askThem(tx, kind.table, record, name, { holders, question, roundNo }, step)
    return {
      taken: { askedOn: today, dueOn },
      words: { latest: until(dueOn), ...(question === null ? {} : { reason: question }) },
    }
  }
  if (does === 'answer') {
    const mine = questions.filter((one) => isOwed(one, plan, today) && isOfAsker(at, one))
    const answer = { answer: JSON.stringify(form), answeredBy: personIdOf(asker), answeredAt: now }
    for (const one of mine) await tx.update(Ask, keyOf(record, one), answer)
    return { ...(mine[0] && { taken: mine[0] }), words: {} }
  }
  const named = form[`${plan.to}Id`]
  const theirs = questions.filter(({ holder }) => named === undefined || nameIn(holder) === named)
  const why = typeof form.reason === 'string' ? form.reason : null
  if (does === 'waive') {
    const [first, ...others] = theirs.filter((one) => isOwed(one, plan, today))
    if (first === undefined) throw new Refusal(refusals.open ?? 'no_open_question')
    for (const one of [first, ...others])
      await tx.update(Ask, keyOf(record, one), { endedHow: 'waived', endedAt: now, endedWhy: why })
    return { taken: first, words: why === null ? {} : { reason: why } }
  }
  const returned = theirs.find(isReturnable)
  if (returned === undefined) throw new Refusal(refusals.given ?? 'no_answer_to_send_back')
  await tx.update(Ask, keyOf(record, returned), { endedHow: 'sentBack', endedAt: now, endedWhy: why })
  const dueOn = dayFor({ due: plan.again ?? plan.due }, record, step)
  await tx.insert(Ask, {
    ...blank(kind.table, record, step),
    ...keyOf(record, returned),
    ...{ no: Number(returned.no) + 1, dueOn, question: why },
  })
  return {
    taken: { askedOn: today, dueOn },
    words: { latest: until(dueOn), ...(why === null ? {} : { reason: why }) },
  }
}
