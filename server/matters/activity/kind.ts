import { dueWithin } from '../../../shared/grammar/due'
import { activityKinds } from '../../../shared/matters/activity/kinds'
import { fewestQuestions } from '../../../shared/matters/activity/inspecting'
import { saysOnEve } from '../../../shared/matters/activity/states'
import { activityTable } from '../../../shared/matters/activity/table'
import { spokenActivity } from '../../../shared/matters/activity/words'
import { beijingDay } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { inboxPage, matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { type AnyKind, type Asker, kindOf } from '../../engine/kind'
import { effects } from './effects'
import {
  type ActivityRecord,
  comersOf,
  isInspection,
  isRectified,
  isRollCalled,
  readActivity,
} from './record'
import { tellUnit } from './unit-told'

/** What is said to the one who has a seat now, whose id stands in `whose`. */
const toOne: readonly string[] = ['leave', 'sayForThem']
/** What is said when the last of several has come. */
const onceThereAreAll: readonly string[] = ['listQuestions', 'settle']
const eveDays = 1

/** Of whoever asks; where nobody does, of any of them. */
const hasSaid = ({ people }: ActivityRecord, asker: Asker | null, ...words: readonly string[]) =>
  people.some(
    ({ id, said }) =>
      (asker === null || 'system' in asker || asker.person?.id === id) &&
      said !== null &&
      words.includes(said.word),
  )

const missingQuestions = (record: ActivityRecord) =>
  isInspection(record) ? Math.max(0, fewestQuestions - record.questions.length) : 0

const own = (): AnyKind => kind

/** An activity, of whatever kind. */
export const kind = kindOf(activityTable, {
  read: readActivity,
  head: ({ title, activityKind }) => ({ title, number: null, note: activityKinds[activityKind].word }),
  holders: (_, { people, leaderId }) => ({
    convener: leaderId === null ? [] : [person(leaderId)],
    expected: people.filter(({ invited }) => invited).map(({ id }) => person(id)),
    attendee: people.filter(({ came }) => came === true).map(({ id }) => person(id)),
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
  }),
  parties: {
    ...{ convener: 'listed', expected: 'listed', attendee: 'aside' },
    ...{ congressOffice: 'listed', presidium: 'aside', inspectedUnit: 'told' },
  },
  gates: (record, { asker, today }) => ({
    ofGroup: record.leaderId !== null,
    hasAccepted: hasSaid(record, asker, 'comes'),
    hasDeclined: hasSaid(record, asker, 'notThisTime', 'leave'),
    dayCame: today >= record.day,
    rollCalled: isRollCalled(record),
    inspects: isInspection(record),
    takesPart: asker === null || !hasSaid(record, asker, 'standsAside'),
    questionsListed: missingQuestions(record) === 0,
    somethingFound: record.findings.length > 0,
  }),
  facts: (record) => ({
    missing: String(missingQuestions(record)),
    found: record.findings.length > 0 ? 'some' : 'none',
    rectified: isRectified(record) ? 'all' : 'some',
  }),
  changesOn: ({ state, day }) => (state === 'planned' ? [day] : []),
  due: ({ state, lastDay }, { now }) => (state === 'planned' ? dueWithin(lastDay, eveDays, now) : undefined),
  // One reminder, and no more, for whoever has a seat.
  clocks(record, { now }) {
    const { state, day } = record
    const holders = comersOf(record).seated.map((id) => person(id))
    if (state !== 'planned' || holders.length === 0) return []
    const due = dueWithin(day, eveDays, now)
    return [{ ladder: 'rating', due, party: 'expected', holders, says: saysOnEve }]
  },
  effects,
  sent: (tx, record, { action, at }) => tellUnit(own(), tx, record, action, at.now),
  says: (_, { action, words }) =>
    Promise.resolve((party, reader, sentence) =>
      (party === 'expected' && toOne.includes(action) && reader.id !== words.whose) ||
      (onceThereAreAll.includes(action) && words.count === undefined)
        ? null
        : fill(sentence, words),
    ),
  words: (record, now) => ({ subject: record.title, latest: spokenActivity(record, beijingDay(now)) }),
  page: (party, townId, id) =>
    party === 'inspectedUnit' ? inboxPage(townId) : matterPage(activityTable.kind, townId, id),
})
