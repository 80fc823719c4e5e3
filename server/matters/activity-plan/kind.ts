import { planAgainstDone } from '../../../shared/matters/activity-plan/done'
import { activityPlanTable } from '../../../shared/matters/activity-plan/table'
import { planTitle } from '../../../shared/matters/activity-plan/words'
import { addDays, type Day } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { group, post, system } from '../../engine/holders'
import { kindOf } from '../../engine/kind'
import { effects } from './effects'
import { type ActivityPlanRecord, readActivityPlan } from './record'

/** The plan of a year; deputies read it once it is decided. */
export const kind = kindOf(activityPlanTable, {
  read: readActivityPlan,
  head: ({ year }) => ({ title: planTitle(year), number: null, note: null }),
  holders: (_, { state, groups }) => ({
    congressOffice: [post('congressOffice')],
    presidium: [post('presidiumMember')],
    groupMember: state === 'draft' ? [] : groups.map(({ id }) => group(id)),
    system: [system],
  }),
  parties: { congressOffice: 'listed', presidium: 'aside', groupMember: 'aside' },
  gates: (record, { today }) => ({
    itemsThere: record.items.length > 0,
    yearOver: today > record.endsOn,
    allExplained: openIn(record, today).length === 0,
  }),
  changesOn: ({ endsOn }) => [addDays(endsOn, 1)],
  effects,
  words: ({ year }) => ({ subject: planTitle(year) }),
  page: (_, townId, id) => matterPage(activityPlanTable.kind, townId, id),
})

export const countedIn = ({ items, held, year }: ActivityPlanRecord, today: Day) =>
  planAgainstDone(items, held, year, today)

/** The lines of a year that is over which were not done as often as planned, and say not why. */
export const openIn = (record: ActivityPlanRecord, today: Day) =>
  countedIn(record, today)
    .counted.filter(({ missed, item }) => missed > 0 && item.because === null)
    .map(({ item }) => item)
