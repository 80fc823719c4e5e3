import { dueWithin } from '../../../shared/grammar/due'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import { saysOnEve } from '../../../shared/matters/meeting/states'
import { meetingTable } from '../../../shared/matters/meeting/table'
import { spokenMeeting } from '../../../shared/matters/meeting/words'
import { beijingDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { person, post } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { areItemsLeft, isRollCalled, isSomebodyThere, readMeeting } from './record'
import { titleOf } from './title'

/** Whoever convenes it is asked so many days before the time is over, and before the day that was set. */
const daysBefore = { planned: 15, convened: 1 } as const

/** A meeting, of whatever kind. */
export const kind = kindOf(meetingTable, {
  read: readMeeting,
  head: (record) => ({
    title: titleOf(record),
    number: null,
    note: meetingKinds[record.meetingKind].word,
  }),
  holders: (_, { members }) => ({
    convener: members.filter(({ leads }) => leads).map(({ id }) => person(id)),
    expected: members.map(({ id }) => person(id)),
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
  }),
  parties: { convener: 'listed', expected: 'listed', congressOffice: 'listed', presidium: 'aside' },
  gates: (record) => ({
    rollCalled: isRollCalled(record),
    somebodyThere: isSomebodyThere(record),
    itemsLeft: areItemsLeft(record),
    itemsDecided: !areItemsLeft(record),
  }),
  due: ({ state, heldBy, day }, { now }) =>
    state === 'planned'
      ? dueWithin(heldBy, daysBefore.planned, now)
      : state === 'convened' && day !== null
        ? dueWithin(day, daysBefore.convened, now)
        : undefined,
  // One reminder, and no more.
  clocks: ({ state, day }, { now }) =>
    state === 'convened' && day !== null
      ? [
          {
            ladder: 'rating',
            due: dueWithin(day, daysBefore.convened, now),
            party: 'expected',
            says: saysOnEve,
          },
        ]
      : [],
  effects,
  words: (record, now) => ({ subject: titleOf(record), latest: spokenMeeting(record, beijingDay(now)) }),
  page: (_, townId, id) => matterPage(meetingTable.kind, townId, id),
})
