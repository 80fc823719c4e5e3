import { dueWithin } from '../../../shared/grammar/due'
import { isDeciding, isVoting, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { saysOnEve } from '../../../shared/matters/meeting/states'
import { meetingTable } from '../../../shared/matters/meeting/table'
import { bodyLeads, groupLeads, itemsListed, spokenMeeting } from '../../../shared/matters/meeting/words'
import { beijingDay } from '../../../shared/rules/days'
import { spokenHall } from '../../../shared/rules/quorum-words'
import { fill } from '../../../shared/words/messages'
import { matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { type Asker, kindOf } from '../../engine/kind'
import { isLeaveInTime, wasAway } from './afterwards'
import { isLeaveAsked, saidBy } from './attending'
import { isToFollowUp } from './agenda-item'
import { effects } from './effects'
import { hallOf, isQuorate, leftIn } from './hall'
import {
  areItemsLeft,
  isRollBegun,
  isRollCalled,
  isSomebodyThere,
  type MeetingRecord,
  readMeeting,
} from './record'
import { titleOf } from './title'

/** Whoever convenes it is asked so many days before the time is over, and before the day that was set. */
const daysBefore = { planned: 15, convened: 1, drafted: 15 } as const
/** What is said to one of them, whose id stands in `whose`. */
const toOne: readonly string[] = ['grantLeave', 'refuseLeave', 'grantLeaveAfter', 'refuseLeaveAfter']

const comes = (record: MeetingRecord, id: string) => {
  const { standing, unasked } = saidBy(record, id)
  return unasked || standing === 'coming'
}

/** Of whoever asks; where nobody does, of any of them. */
const hasAnswered = (record: MeetingRecord, asker: Asker | null) =>
  record.members.some(
    ({ id }) =>
      (asker === null || 'system' in asker || asker.person?.id === id) &&
      !['refused', null].includes(saidBy(record, id).standing),
  )

/** A meeting, of whatever kind. */
export const kind = kindOf(meetingTable, {
  read: readMeeting,
  head: (record) => ({
    title: titleOf(record),
    number: null,
    note: meetingKinds[record.meetingKind].word,
  }),
  holders: (_, { members, groupId, conveners }) => ({
    convener: (groupId === null ? conveners : members.flatMap(({ id, leads }) => (leads ? id : []))).map(
      person,
    ),
    expected: members.map(({ id }) => person(id)),
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
  }),
  parties: {
    ...{ convener: 'listed', expected: 'listed', congressOffice: 'listed', presidium: 'aside' },
    // It holds none: what the next meeting decides is written down for it.
    groupMeeting: 'told',
    presidiumMeeting: 'told',
  },
  gates: (record, { asker, today }) => ({
    leaveAsked: isLeaveAsked(record),
    wasAway: wasAway(record, asker),
    leaveInTime: isLeaveInTime(record, today),
    hasAnswered: hasAnswered(record, asker),
    minutesAwait: record.lastMinutes.length > 0,
    notCalled: !isRollBegun(record),
    rollBegun: isRollBegun(record),
    rollCalled: isVoting(record.meetingKind) || isRollCalled(record),
    somebodyThere: isSomebodyThere(record),
    itemsLeft: areItemsLeft(record),
    itemsDecided: !areItemsLeft(record),
    reviews: !isVoting(record.meetingKind),
    votes: isVoting(record.meetingKind),
    decides: isDeciding(record.meetingKind),
    quorate: isQuorate(record, today),
    notQuorate: isRollBegun(record) && !isQuorate(record, today),
    agendaOpen: leftIn(record).items > 0,
    agendaEnded: leftIn(record).items === 0,
    resolutionsLeft: record.agenda.some(isToFollowUp),
    everybodyCalled: leftIn(record).people === 0,
  }),
  facts: (record, { today }) => ({
    how: spokenHall(hallOf(record, today)),
    count: `${leftIn(record).items}`,
    missing: `${leftIn(record).people}`,
  }),
  due: ({ state, heldBy, day, approveBy }, { now }) =>
    state === 'planned'
      ? dueWithin(heldBy, daysBefore.planned, now)
      : state === 'drafted'
        ? dueWithin(approveBy, daysBefore.drafted, now)
        : state === 'convened' && day !== null
          ? dueWithin(day, daysBefore.convened, now)
          : undefined,
  // One reminder, and no more, for whoever comes; who has said nothing is asked, and who has leave is left alone.
  clocks(record, { now }) {
    const { state, day, members } = record
    if (state !== 'convened' || day === null) return []
    const holders = members.filter(({ id }) => comes(record, id)).map(({ id }) => person(id))
    const due = dueWithin(day, daysBefore.convened, now)
    return holders.length === 0
      ? []
      : [{ ladder: 'rating', due, party: 'expected', holders, says: saysOnEve }]
  },
  effects,
  says: (_, { action, words }) =>
    Promise.resolve((party, reader, sentence) =>
      party === 'expected' && toOne.includes(action) && reader.id !== words.whose
        ? null
        : fill(sentence, words),
    ),
  words: (record, now) => ({
    subject: titleOf(record),
    latest: spokenMeeting(record, beijingDay(now)),
    leader: isVoting(record.meetingKind) ? bodyLeads : groupLeads,
    ...(isVoting(record.meetingKind) ? {} : { result: itemsListed }),
  }),
  page: (_, townId, id) => matterPage(meetingTable.kind, townId, id),
})
