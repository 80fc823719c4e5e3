import { spanOf } from '../../../shared/grammar/due'
import { suggestionAsks } from '../../../shared/matters/suggestion/asks'
import {
  pastEnded,
  pastOpinion,
  type PastSuggestion,
  pastTalk,
} from '../../../shared/matters/suggestion/past'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { type Calendar, endOfSpan } from '../../../shared/rules/calendar'
import { type Day, sameTimeOn } from '../../../shared/rules/days'
import type { Profile } from '../../../shared/rules/profiles'
import type { Ask } from '../../database/entities/matters/ask'
import type { CoSignature } from '../../database/entities/suggestion/co-signature'
import type { Commitment } from '../../database/entities/suggestion/commitment'
import type { Consultation } from '../../database/entities/suggestion/consultation'
import type { Evaluation } from '../../database/entities/suggestion/evaluation'
import type { Reply } from '../../database/entities/suggestion/reply'
import type { Suggestion } from '../../database/entities/suggestion/suggestion'
import { newId } from '../../database/id'
import { unit } from '../../engine/holders'
import type { Words } from '../../matters/content-check/open'
import { pastRound } from '../../matters/suggestion/rounds'
import { lastOf, type PlannedPast } from './plan'

export interface Writing {
  townId: string
  personId: string
  rules: Profile
  ruleSetId: string
  calendar: Calendar
  now: Date
}

/** One that is written, under its id, with the checks of its words. */
export interface WrittenPast extends PlannedPast {
  id: string
  checkOf: ReadonlyMap<string, string>
}

/** Words of it that anyone will read, each under a name: the title was read by the deputy and by the office. */
export const publicWords = ({ form, rounds, suggestionNo }: PlannedPast): [name: string, words: Words][] => [
  ...(suggestionNo === null ? [] : [['item', words('item', form.subject, true)] satisfies [string, Words]]),
  ...rounds.flatMap(({ publicResult, promise }, at) => [
    ...(publicResult === undefined
      ? []
      : [[`result ${at}`, words('result', publicResult)] satisfies [string, Words]]),
    ...(promise === undefined
      ? []
      : [[`promise ${at}`, words('promise', promise)] satisfies [string, Words]]),
  ]),
]
const words = (kind: Words['kind'], text: string, readByTwo = false): Words => ({ kind, text, readByTwo })

/** The rows of one in the tables of a suggestion. */
export function suggestionRow(writing: Writing, one: WrittenPast): Suggestion {
  const { townId, ruleSetId, now } = writing
  const { id, form, rounds, filed, suggestionNo, checkOf } = one
  const { conclusion } = lastOf(one)
  const roundCount = rounds.filter(({ handedOverOn }) => handedOverOn !== undefined).length
  return {
    ...{ id, townId, suggestionNo, ruleSetId, textVersion: 1, currentRound: roundCount },
    ...{ subject: form.subject, facts: form.facts ?? '', proposal: form.proposal ?? '', kind: form.kind },
    ...{
      villageId: form.villageId ?? null,
      areaId: null,
      category: form.category ?? null,
      leadDeputyId: form.deputyId,
    },
    ...{ origin: null, originOn: null, originPlace: null, originNote: null, wishedUnitId: null },
    ...{ publicity: form.publicity, confidential: false, confidentialReason: null },
    ...{ presidiumFirst: false, presidiumReadAt: null, separatedFromId: null },
    ...{ period: filed?.period ?? null, congressSessionId: filed?.session.id ?? null },
    ...{ publicItem: form.subject, itemCheckId: checkOf.get('item') ?? null, textCheckId: null },
    ...{ fullTextClearedAt: null, mergedIntoId: null, conclusion: conclusion ?? null },
    ...{ agendaDecision: form.agendaDecision ?? null, createdAt: now },
    submittedAt: sameTimeOn(form.handedInOn, now),
    acceptedAt: suggestionNo === null ? null : sameTimeOn(form.handedOverOn ?? form.handedInOn, now),
  }
}

export const signerRows = ({ now }: Writing, { id, form }: WrittenPast): CoSignature[] =>
  [...new Set(form.coSignerIds)].map((personId) => ({
    ...{ suggestionId: id, personId, textVersion: 1, answer: 'signed', answeredAt: now },
  }))

export const roundRows = ({ rules, calendar }: Writing, { id, rounds, filed }: WrittenPast) =>
  rounds.flatMap(({ leadUnitId, handedOverOn }, at) =>
    leadUnitId === undefined || handedOverOn === undefined
      ? []
      : pastRound(
          rules,
          {
            ...{ suggestionId: id, roundNo: at + 1, leadUnitId, handedOverOn },
            sessionClosedOn: filed?.period === 'inSession' ? filed.session.closedOn : null,
          },
          calendar,
        ),
  )

const stillHandled: readonly string[] = ['assigned', 'handling'] satisfies PastSuggestion['state'][]

/** What co-units said stands in the papers; only where the unit has not replied yet is it still awaited. */
export function askRows({ townId, rules, calendar, now }: Writing, one: WrittenPast): Ask[] {
  const { id, rounds } = one
  const since = rounds[0].handedOverOn
  if (since === undefined) return []
  const isOpen = stillHandled.includes(lastOf(one).state)
  const answeredOn = rounds.find(({ repliedOn }) => repliedOn !== undefined)?.repliedOn
  const given = !isOpen && answeredOn !== undefined
  return [...new Set(rounds.flatMap(({ coUnitIds = [] }) => coUnitIds))].map((coUnitId) => ({
    ...{ matterId: id, ask: 'coOpinion', roundNo: 1, holder: unit(coUnitId), no: 1, townId },
    ...{ kind: suggestionTable.kind, askedOn: since, question: null, answeredBy: null, endedWhy: null },
    dueOn: endOfSpan(since, spanOf(suggestionAsks.plans.coOpinion.due, rules), calendar),
    answer: given ? JSON.stringify({ opinion: pastOpinion }) : null,
    answeredAt: given ? sameTimeOn(answeredOn, now) : null,
    ...(isOpen || given ? { endedAt: null, endedHow: null } : { endedAt: now, endedHow: 'withdrawn' }),
  }))
}

export const talkRows = ({ now }: Writing, { id, rounds }: WrittenPast): Consultation[] =>
  rounds.flatMap(({ consultedOn, consultedHow }, at) => {
    if (consultedOn === undefined || consultedHow === undefined) return []
    const heldAt = sameTimeOn(consultedOn, now)
    return [
      {
        ...{ id: newId(), suggestionId: id, roundNo: at + 1, heldOn: consultedOn, form: consultedHow },
        ...{ mergedId: null, participants: '', mayDecide: null, record: pastTalk, answer: 'confirmed' },
        ...{ headAsked: false, disputeReason: null, recordedAt: heldAt, answeredAt: heldAt },
      },
    ]
  })

export const replyRows = ({ personId, now }: Writing, { id, rounds, checkOf }: WrittenPast): Reply[] =>
  rounds.flatMap(({ repliedOn, outcome, publicResult, ...form }, at) =>
    repliedOn === undefined || outcome === undefined || publicResult === undefined
      ? []
      : [
          {
            ...{
              id: newId(),
              suggestionId: id,
              roundNo: at + 1,
              outcome,
              publicResult,
              personId,
              version: 1,
            },
            ...{ at: sameTimeOn(repliedOn, now), documentNo: form.documentNo ?? '' },
            ...{ text: form.replyText ?? publicResult, signer: form.signer ?? '' },
            ...{ ground: form.ground ?? null, toSee: null, toSeeCheckId: null },
            ...{ personTimes: null, vehicleTrips: null, fundsYuan: null, lengthMetres: null },
            ...{ beneficiaries: null, resultCheckId: checkOf.get(`result ${at}`) ?? null },
          },
        ],
  )

export const promiseRows = ({ now }: Writing, { id, rounds, checkOf }: WrittenPast): Commitment[] =>
  rounds.flatMap(({ promise, promiseDueOn, repliedOn }, at) =>
    promise === undefined || promiseDueOn === undefined || repliedOn === undefined
      ? []
      : [
          {
            ...{ id: newId(), suggestionId: id, roundNo: at + 1, promise, dueOn: promiseDueOn },
            ...{
              promisedAt: sameTimeOn(repliedOn, now),
              promiseCheckId: checkOf.get(`promise ${at}`) ?? null,
            },
            ...{ resultCheckId: null, result: null, report: null, publicResult: null, reportedAt: null },
            ...{ rating: null, ratingReason: null, endedAt: null, endedHow: null },
          },
        ],
  )

export const ratingRows = ({ now }: Writing, { id, rounds }: WrittenPast): Evaluation[] =>
  rounds.flatMap(({ resultRating, attitudeRating, ratingReason, ratedOn, repliedOn }, at) =>
    resultRating === undefined || repliedOn === undefined
      ? []
      : [
          {
            ...{ id: newId(), suggestionId: id, roundNo: at + 1, resultRating },
            ...{ attitudeRating: attitudeRating ?? resultRating, reason: ratingReason ?? null },
            at: sameTimeOn(ratedOn ?? repliedOn, now),
          },
        ],
  )

/** What has ended stands since the last of its days; whatever goes on counts from the day it is written down. */
export function since(one: PlannedPast, now: Date): Date {
  const last = lastOf(one)
  if (!pastEnded.includes(last.state)) return now
  const days: (Day | undefined)[] = [last.handedInOn, last.handedOverOn, last.repliedOn, last.ratedOn]
  return sameTimeOn(days.filter((day) => day !== undefined).pop() ?? last.handedInOn, now)
}
