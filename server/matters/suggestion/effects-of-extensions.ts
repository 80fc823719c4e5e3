import { type Calendar, deadlineAfterMonths, onOrAfterWorkingDay } from '../../../shared/rules/calendar'
import { beijingDay, type Day, spokenDay } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import { Extension } from '../../database/entities/suggestion/extension'
import type { Tx } from '../../database/source'
import type { EffectOf } from './effect-of'
import { clockOfRound, moveDeadline, ofRound, type RoundClock } from './rounds'
import type { SuggestionRecord } from './record'

/** 延办反馈书. Where the rules ask for no approval the statement itself moves the deadline. */
export async function requestExtension({ tx, record, form, calendar, now }: EffectOf<'requestExtension'>) {
  const clock = clockOfRound(record)
  const until = laterDeadline('latestOn', form.latestOn, clock, record, calendar)
  const { extensionNeedsApproval } = rulesOf(record)
  await tx.insert(Extension, {
    ...ofRound(record),
    ...form,
    deadlineBefore: clock.deadlineOn,
    requestedAt: now,
    answer: extensionNeedsApproval ? 'open' : 'granted',
    grantedUntil: extensionNeedsApproval ? null : until,
    decisionReason: null,
    decidedAt: extensionNeedsApproval ? null : now,
  })
  if (!extensionNeedsApproval) await moveDeadline(tx, record, form.latestOn, calendar)
  return {
    reason: form.reason,
    publicReason: form.publicReason,
    latest: spokenDay(until, beijingDay(now)),
  }
}

export async function grantExtension({ tx, record, form, calendar, now }: EffectOf<'grantExtension'>) {
  const clock = clockOfRound(record)
  const until = laterDeadline('until', form.until, clock, record, calendar)
  const asked = await openExtension(tx, record)
  await tx.update(Extension, ofRound(record), {
    answer: 'granted',
    grantedUntil: until,
    decisionReason: form.note ?? null,
    decidedAt: now,
  })
  await moveDeadline(tx, record, form.until, calendar)
  return { reason: form.note ?? asked.reason, publicReason: asked.publicReason }
}

export async function refuseExtension({ tx, record, form, now }: EffectOf<'refuseExtension'>) {
  await tx.update(Extension, ofRound(record), {
    answer: 'refused',
    decisionReason: form.reason,
    decidedAt: now,
  })
  return { reason: form.reason }
}

/** As if it had never been asked: it may be asked for once more while the old deadline runs. */
export async function takeBackExtension({ tx, record }: EffectOf<'takeBackExtension'>) {
  await tx.delete(Extension, { ...ofRound(record), answer: 'open' })
}

/** With the year, whatever year it is now. */
const spoken = (day: Day) => spokenDay(day, '')

/** The new deadline, moved off holidays. @throws Refusal where it is no extension, or beyond the cap of the rules */
function laterDeadline(
  field: string,
  wanted: Day,
  clock: RoundClock,
  record: SuggestionRecord,
  calendar: Calendar,
): Day {
  const cap = deadlineAfterMonths(clock.clockStartedOn, rulesOf(record).hardReplyMonths, calendar)
  if (wanted <= clock.deadlineOn) {
    throw wrongField(field, `要晚于现在的时限（${spoken(clock.deadlineOn)}），不然不用延办。`)
  }
  if (wanted > cap) throw wrongField(field, `按规定最迟到${spoken(cap)}，请选这一天或更早。`)
  return onOrAfterWorkingDay(wanted, calendar)
}

async function openExtension(tx: Tx, { id, currentRound }: SuggestionRecord) {
  const [asked] = await tx.query<{ reason: string; publicReason: string }[]>(
    `SELECT reason, public_reason AS publicReason FROM extension
     WHERE suggestion_id = ? AND round_no = ? AND answer = 'open'`,
    [id, currentRound],
  )
  if (!asked) throw new Refusal('wrong_state')
  return asked
}
