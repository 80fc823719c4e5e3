import {
  pastEnded,
  pastLine,
  pastNote,
  type PastSuggestion,
  pastTalk,
} from '../../../shared/matters/suggestion/past'
import type { Calendar } from '../../../shared/rules/calendar'
import { beijingDay, type Day, sameTimeOn } from '../../../shared/rules/days'
import type { Profile } from '../../../shared/rules/profiles'
import { rulesOf } from '../../../shared/rules/rules'
import { Refusal } from '../../../shared/words/refusals'
import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Commitment } from '../../database/entities/suggestion/commitment'
import { Consultation } from '../../database/entities/suggestion/consultation'
import { Evaluation } from '../../database/entities/suggestion/evaluation'
import { NumberSeries } from '../../database/entities/suggestion/number-series'
import { Reply } from '../../database/entities/suggestion/reply'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { SuggestionRound } from '../../database/entities/suggestion/suggestion-round'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { wake } from '../../database/waking'
import { begin } from '../../engine/begin'
import { kindNamed } from '../../engine/known-kinds'
import { calendarOfStep } from '../../engine/read-calendar'
import type { Actor } from '../../http/actor'
import { openChecks, type Words } from '../../matters/content-check/open'
import { pastRound } from '../../matters/suggestion/rounds'
import { readTownRules, ruleSetNow } from '../rules/rule-set'
import type { PastPlan, PlannedPast } from './plan'

interface Writing {
  tx: Tx
  townId: string
  personId: string
  rules: Profile
  ruleSetId: string
  calendar: Calendar
  now: Date
}

/** From so many on the tables are others than before. */
const many = 100

/** Writes all of it; nobody is told of what is past, and what still goes on counts from today. @returns their ids */
export async function writePast(
  tx: Tx,
  { townId, person }: Actor,
  { planned, moved }: PastPlan,
  now: Date,
): Promise<string[]> {
  if (person === null) throw new Refusal('not_allowed')
  const ruleSetId = await ruleSetNow(tx, townId, now)
  const writing: Writing = {
    ...{ tx, townId, personId: person.id, ruleSetId, now },
    rules: rulesOf(await readTownRules(tx, townId)),
    calendar: await calendarOfStep(tx, townId),
  }
  for (const series of moved) await moveSeries(tx, townId, series)
  const ids: string[] = []
  for (const one of planned) ids.push(await writeOne(writing, one))
  if (planned.length >= many) wake(tx, 'manyRows')
  return ids
}

/** @throws Refusal `stale` where somebody else has taken a number since it was planned */
async function moveSeries(tx: Tx, townId: string, { series, from, to }: PastPlan['moved'][number]) {
  try {
    if (from === null) await tx.insert(NumberSeries, { townId, series, last: to })
    else if ((await tx.update(NumberSeries, { townId, series, last: from }, { last: to })).affected !== 1)
      throw new Refusal('stale')
  } catch (error) {
    throw isDuplicate(error) ? new Refusal('stale') : error
  }
}

async function writeOne(writing: Writing, planned: PlannedPast): Promise<string> {
  const { tx, townId, personId, ruleSetId, now } = writing
  const { form, filed, suggestionNo } = planned
  const id = newId()
  const at = (day: Day) => sameTimeOn(day, now)
  const isHandedOver = form.leadUnitId !== undefined && form.handedOverOn !== undefined
  await tx.insert(Suggestion, {
    ...{ id, townId, suggestionNo, ruleSetId, textVersion: 1, currentRound: isHandedOver ? 1 : 0 },
    ...{ subject: form.subject, facts: form.facts ?? '', proposal: form.proposal ?? '', kind: form.kind },
    ...{ villageId: form.villageId ?? null, category: form.category ?? null, leadDeputyId: form.deputyId },
    ...{ origin: null, originOn: null, originPlace: null, originNote: null, wishedUnitId: null },
    ...{ publicity: form.publicity, confidential: false, confidentialReason: null },
    ...{ period: filed?.period ?? null, congressSessionId: filed?.session.id ?? null },
    ...{ publicItem: form.subject, itemCheckId: null, textCheckId: null, fullTextClearedAt: null },
    ...{ agendaDecision: null, mergedIntoId: null, conclusion: form.conclusion ?? null },
    ...{ createdAt: now, submittedAt: at(form.handedInOn) },
    acceptedAt: suggestionNo === null ? null : at(form.handedOverOn ?? form.handedInOn),
  })
  await writeSigners(writing, id, form)
  const checks = await checkWords(writing, id, planned)
  await tx.update(Suggestion, { id }, { itemCheckId: checks.item ?? null })
  if (form.leadUnitId !== undefined && form.handedOverOn !== undefined)
    await tx.insert(
      SuggestionRound,
      pastRound(
        writing.rules,
        {
          ...{ suggestionId: id, leadUnitId: form.leadUnitId, handedOverOn: form.handedOverOn },
          sessionClosedOn: filed?.period === 'inSession' ? filed.session.closedOn : null,
        },
        writing.calendar,
      ),
    )
  await writeTalk(writing, id, form)
  await writeReply(writing, id, form, checks)
  const days = [form.handedInOn, form.handedOverOn, form.repliedOn, form.ratedOn]
  const lastDay = days.filter((day) => day !== undefined).pop() ?? form.handedInOn
  await begin(
    tx,
    kindNamed('suggestion'),
    { id, townId },
    {
      ...{ state: form.state, party: 'congressOffice', personId, note: pastNote, publicLine: pastLine },
      ...{ since: pastEnded.includes(form.state) ? at(lastDay) : now, onDay: beijingDay(now) },
    },
    now,
  )
  return id
}

async function writeSigners(
  { tx, now }: Writing,
  suggestionId: string,
  { coSignerIds = [] }: PastSuggestion,
) {
  if (coSignerIds.length === 0) return
  await tx.insert(
    CoSignature,
    [...new Set(coSignerIds)].map((personId) => ({
      ...{ suggestionId, personId, textVersion: 1, answer: 'signed', answeredAt: now },
    })),
  )
}

/** What anyone will read goes the way of all such words; the title was read by the deputy and by the office. */
async function checkWords(
  { tx, townId, personId, calendar, now }: Writing,
  suggestionId: string,
  { form, suggestionNo }: PlannedPast,
) {
  const { subject, publicResult, promise } = form
  const words: Words[] = [
    ...(suggestionNo === null ? [] : [{ kind: 'item', text: subject, readByTwo: true } as const]),
    ...(publicResult === undefined ? [] : [{ kind: 'result', text: publicResult } as const]),
    ...(promise === undefined ? [] : [{ kind: 'promise', text: promise } as const]),
  ]
  const written = {
    ...{ townId, suggestionId, suggestionNo: suggestionNo ?? undefined, handledWithId: null },
    ...{ confidential: 0, personId, calendar, now },
  }
  const opened = await openChecks(tx, written, words)
  return Object.fromEntries(words.map(({ kind }, index) => [kind, opened[index] ?? null])) as Partial<
    Record<'item' | 'result' | 'promise', string | null>
  >
}

async function writeTalk({ tx, now }: Writing, suggestionId: string, form: PastSuggestion) {
  const { consultedOn, consultedHow } = form
  if (consultedOn === undefined || consultedHow === undefined) return
  const at = sameTimeOn(consultedOn, now)
  await tx.insert(Consultation, {
    ...{ id: newId(), suggestionId, roundNo: 1, heldOn: consultedOn, form: consultedHow },
    ...{ participants: '', mayDecide: null, record: pastTalk, answer: 'confirmed' },
    ...{ headAsked: false, disputeReason: null },
    ...{ recordedAt: at, answeredAt: at },
  })
}

async function writeReply(
  { tx, personId, now }: Writing,
  suggestionId: string,
  form: PastSuggestion,
  checks: Awaited<ReturnType<typeof checkWords>>,
) {
  const { repliedOn, outcome, publicResult, promise, promiseDueOn, resultRating, ratedOn } = form
  if (repliedOn === undefined || outcome === undefined || publicResult === undefined) return
  const ofRound = { suggestionId, roundNo: 1 }
  const at = sameTimeOn(repliedOn, now)
  await tx.insert(Reply, {
    ...{ id: newId(), ...ofRound, outcome, publicResult, at, personId, version: 1 },
    ...{ documentNo: form.documentNo ?? '', text: form.replyText ?? publicResult, signer: form.signer ?? '' },
    ...{ ground: form.ground ?? null, fundsYuan: null, lengthMetres: null, beneficiaries: null },
    resultCheckId: checks.result ?? null,
  })
  if (promise !== undefined && promiseDueOn !== undefined)
    await tx.insert(Commitment, {
      ...{ id: newId(), ...ofRound, promise, dueOn: promiseDueOn, promisedAt: at },
      ...{ promiseCheckId: checks.promise ?? null, resultCheckId: null, result: null, report: null },
      ...{ publicResult: null, reportedAt: null, rating: null, ratingReason: null },
      ...{ endedAt: null, endedHow: null },
    })
  if (resultRating === undefined) return
  await tx.insert(Evaluation, {
    ...{ id: newId(), ...ofRound, resultRating, attitudeRating: form.attitudeRating ?? resultRating },
    ...{ reason: form.ratingReason ?? null, at: sameTimeOn(ratedOn ?? repliedOn, now) },
  })
}
