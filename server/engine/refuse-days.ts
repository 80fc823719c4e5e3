import { daysBefore } from '../../shared/grammar/days-in'
import { lastDayWithin } from '../../shared/grammar/due'
import type { ActionRow } from '../../shared/grammar/matter'
import { type Day, spokenDay } from '../../shared/rules/days'
import { fill, type MessageWords } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import { Refusal, refusals } from '../../shared/words/refusals'
import type { Form, MatterRecord } from './kind'
import type { MatterStanding } from './standing'

export type AnyStanding = MatterStanding<string, Party, string, MatterRecord>
export type AnyRow = ActionRow<string, Party, string>

/** Nothing is done before what it belongs to had begun. */
export function refuseBeforeBegun({ input }: AnyRow, form: Form, begunOn: Day | null) {
  const wrong = begunOn === null ? {} : daysBefore(input, form, begunOn)
  const [sentence] = Object.values(wrong)
  if (sentence !== undefined) throw new Refusal('bad_input', wrong, sentence)
}

/** What may be done for so long only counts by the day on which it was done. */
export function refuseTooLate(
  { within }: AnyRow,
  { record, at: { rules, calendar, today } }: AnyStanding,
  form: Form,
  words: Partial<MessageWords>,
) {
  if (within === undefined) return
  const dayOf = (name: string) => (record as unknown as Record<string, Day | null>)[name] ?? null
  const [since, until] = [dayOf(within.since), lastDayWithin(within, dayOf, rules, calendar)]
  const on = form[within.on]
  if (since === null || until === null || typeof on !== 'string' || (on >= since && on <= until)) return
  const said = { ...words, latest: spokenDay(since, today), deadline: spokenDay(until, today) }
  const sentence = fill(refusals[within.refusal][1], said)
  throw new Refusal(within.refusal, { [within.on]: sentence }, sentence)
}
