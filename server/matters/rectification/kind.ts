import { activityTable } from '../../../shared/matters/activity/table'
import { rectificationTable, rectifiedIn } from '../../../shared/matters/rectification/table'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { person, post, unit } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { readRectification } from './record'

/** A row of a list has no room for more. */
const titleSigns = 100

/** One finding of an inspection, until it is mended. */
export const kind = kindOf(rectificationTable, {
  read: readRectification,
  head: ({ problem, inspection, unitId }) => ({
    ...{ title: problem.slice(0, titleSigns), number: null, note: inspection, unitId },
  }),
  holders: (_, { unitId, attendees }) => ({
    appraisedUnit: [unit(unitId)],
    attendee: attendees.map(person),
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
  }),
  parties: {
    ...{ appraisedUnit: 'listed', attendee: 'aside', congressOffice: 'listed', presidium: 'aside' },
  },
  gates: () => ({}),
  effects,
  words: ({ problem, unit: whose, dueOn }, now) => ({
    ...{ subject: problem, whose, deadline: spokenDay(dueOn, beijingDay(now)) },
  }),
  page: (_, townId, id) => matterPage(rectificationTable.kind, townId, id),
  note: ({ reason, result, note }, words) => {
    const said = [reason, result, note].find((one) => typeof one === 'string')
    return said ?? words.result ?? null
  },
  /** With the last of them the inspection ends. */
  follows: (_, { activityId }, { from, to }) =>
    Promise.resolve(
      from !== to && (rectifiedIn as readonly string[]).includes(to)
        ? [{ kind: activityTable.kind, id: activityId, action: 'settle' }]
        : [],
    ),
})
