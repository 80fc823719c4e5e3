import { lastDayOfQuarter } from '../../shared/matters/meeting/words'
import { addDays, beijingDay, startOfDay } from '../../shared/rules/days'
import { type KeptRules, rulesOf } from '../../shared/rules/rules'
import { isOfTownship } from '../database/in-office'
import { keptRules } from '../features/rules/rule-set'
import { beginMeeting } from '../matters/meeting/plan'
import type { Job } from './runner'
import { withLease } from './with-lease'

interface Group extends KeptRules {
  groupId: string
  townId: string
}

/**
 * Groups with somebody who leads them that have no meeting of this quarter, and none that is still to be held. The leaders
 * are counted, because MariaDB would look for them among all persons of all towns.
 */
const withoutMeeting = `SELECT g.id AS groupId, g.town_id AS townId, ${keptRules} FROM deputy_group g
  JOIN town t ON t.id = g.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
  WHERE g.ended_on IS NULL
    AND (SELECT COUNT(*) FROM person p JOIN mandate held ON held.person_id = p.id AND ${isOfTownship('held')}
      WHERE p.deputy_group_id = g.id AND p.group_leader = 1) > 0
    AND NOT EXISTS (SELECT 1 FROM meeting v JOIN matter m ON m.id = v.id WHERE v.deputy_group_id = g.id
      AND (v.held_by = ? OR m.state IN ('planned', 'convened', 'open')))`

/**
 * 每三个月一次: the meeting of a quarter stands on the list of whoever leads the group, with its last day, from the first
 * day on, unless the groups of the town meet otherwise. Nobody is called together by that; the clock of the meeting reminds them before the quarter is over.
 */
export const planMeetings: Job = {
  name: 'plan-meetings',
  wokenBy: [],
  pauseMs: 3_600_000,
  againMs: 60_000,
  next: ({ now }) => Promise.resolve(startOfDay(addDays(lastDayOfQuarter(beijingDay(now())), 1))),
  async run({ database, now, log }) {
    const heldBy = lastDayOfQuarter(beijingDay(now()))
    const find = async () => {
      const groups = await database.reader.query<Group[]>(withoutMeeting, [heldBy])
      return groups.filter((group) => rulesOf(group).groupReviews)
    }
    if ((await find()).length === 0) return
    await withLease(database, 'plan-meetings', 300, now, async () => {
      for (const { groupId, townId } of await find())
        try {
          const first = { party: 'system', personId: null } as const
          await database.transaction((tx) => beginMeeting(tx, { townId, groupId, heldBy }, first, now()))
        } catch (err) {
          log.error({ job: 'plan-meetings', town: townId, err })
        }
    })
  },
}
