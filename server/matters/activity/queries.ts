import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listActivities as listEndpoint } from '../../../shared/matters/activity/endpoints'
import type { ActivityKind } from '../../../shared/matters/activity/kinds'
import type { ActivityState } from '../../../shared/matters/activity/table'
import type { Day } from '../../../shared/rules/days'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'
import { type ActivityRecord, comersOf, isRollCalled, standingsOf } from './record'
import { ownGroup } from './invited'

/** What its page shows beside what every matter has. @param keeps whether whoever looks keeps it: they alone read why somebody is on leave */
export function detailsOf(record: ActivityRecord, keeps: boolean) {
  const { activityKind, title, day, until, meetAt, place, purpose, openTo, answerBy, capacity } = record
  const { shortNoticeReason, report, groupId, groupName, people } = record
  const { sites, law, articles, questions, findings, noFindingBecause, unitId, unit } = record
  const { seated, waiting } = comersOf(record)
  const standings = standingsOf(record)
  return {
    ...{ activityKind, title, day, until, meetAt, place, purpose, openTo, answerBy, capacity },
    ...{ shortNoticeReason, report, law, sites, articles, questions, noFindingBecause },
    unit: unitId === null ? null : { id: unitId, name: unit ?? '' },
    findings: findings.map(({ position: _, unitId: of, unit: name, ...one }) => ({
      ...one,
      unit: { id: of, name },
    })),
    group: groupId === null ? null : { id: groupId, name: groupName ?? '' },
    asked: people.filter(({ invited }) => invited).length,
    ...{ coming: seated.length, waiting: waiting.length },
    came: isRollCalled(record) ? people.filter(({ came }) => came === true).length : null,
    people: people.map(({ id, name, came, said }) => ({
      ...{ id, name, came, joins: standings.get(id) ?? null },
      leave: keeps ? (said?.reason ?? null) : null,
    })),
  }
}

interface ListRow {
  id: string
  activityKind: ActivityKind
  title: string
  day: Day
  until: Day | null
  meetAt: string
  place: string
  capacity: number | null
  state: ActivityState
}

/** Activities, the latest first: those that one was asked to, or was at, or all. @throws Refusal `bad_cursor` */
export async function listActivities(
  reader: Reader,
  actor: Actor,
  cursor: string | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const leads = await ownGroup(reader, actor)
  const isEverything = actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember')
  const scope = isEverything
    ? { sql: '1 = 1', of: [] }
    : {
        sql: `(v.deputy_group_id = ? OR EXISTS (SELECT 1 FROM activity_person x WHERE x.activity_id = v.id AND x.person_id = ?))`,
        of: [leads?.id ?? '', actor.person?.id ?? ''],
      }
  const place = after('v.day', 'v.id', cursor)
  const found = await reader.query<ListRow[]>(
    `SELECT v.id, v.activity_kind AS activityKind, v.title, v.day, v.until, v.meet_at AS meetAt, v.place, v.capacity, m.state
     FROM activity v JOIN matter m ON m.id = v.id
     WHERE v.town_id = ? AND ${scope.sql}${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    // A day is kept without a time.
    [actor.townId, ...scope.of, ...place.parameters.map((one) => one.replace(' 00:00:00.000', ''))],
  )
  const { rows, next } = pageOfRows(found, ({ id, day }) => ({ at: `${day} 00:00:00.000`, id }))
  const figures = await readFigures(reader, rows)
  return {
    next,
    leads,
    items: rows.map(({ capacity, ...row }) => ({
      ...row,
      ...figures(row.id, capacity === null ? Infinity : Number(capacity)),
    })),
  }
}

/** How many were asked, come, and came. */
async function readFigures(reader: Reader, rows: readonly ListRow[]) {
  const ids = rows.map(({ id }) => id)
  const { people, answers } = await readTogether(reader, {
    people:
      ids.length === 0
        ? undefined
        : part<{ of: string; asked: number; called: number; came: number }>({
            columns: {
              of: 'x.activity_id',
              asked: 'SUM(CASE WHEN x.invited = 1 THEN 1 ELSE 0 END)',
              called: 'SUM(CASE WHEN x.came IS NOT NULL THEN 1 ELSE 0 END)',
              came: 'SUM(CASE WHEN x.came = 1 THEN 1 ELSE 0 END)',
            },
            from: `FROM activity_person x WHERE x.activity_id IN (${marks(ids)}) GROUP BY x.activity_id`,
            order: 'x.activity_id',
            parameters: ids,
          }),
    answers:
      ids.length === 0
        ? undefined
        : part<{ of: string; coming: number }>({
            columns: { of: 'a.matter_id', coming: 'COUNT(*)' },
            from: `FROM ask a WHERE a.matter_id IN (${marks(ids)}) AND a.answer IS NOT NULL
              AND a.answer NOT LIKE '%_attends_:_leave_%' AND a.answer NOT LIKE '%_attends_:_notThisTime_%'
              AND a.answer NOT LIKE '%_attends_:_standsAside_%' GROUP BY a.matter_id`,
            order: 'a.matter_id',
            parameters: ids,
          }),
  })
  return (id: string, capacity: number) => {
    const roll = people.find(({ of }) => of === id)
    const comers = Number(answers.find(({ of }) => of === id)?.coming ?? 0)
    return {
      asked: Number(roll?.asked ?? 0),
      coming: Math.min(comers, capacity),
      waiting: Math.max(0, comers - capacity),
      came: Number(roll?.called ?? 0) === 0 ? null : Number(roll?.came ?? 0),
    }
  }
}
