import type { MigrationInterface, QueryRunner } from 'typeorm'
import { beijingDay } from '../../../shared/rules/days'
import { type CarriedEvent, type CarriedMatter, putEvents, putMatters, takeAway } from '../carry-matters'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { newId } from '../id'
import { isoInstant } from '../sql'
import { column, index, key, maybe, table, unique } from '../tables'

const standing = table(
  'award_standing',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('handling_unit_id', idColumn),
    column('year', count),
    column('no', count),
    maybe('told_until', instant),
    maybe('from_on', day),
    maybe('to_on', day),
    maybe('decision', longText),
    maybe('decided_at', instant),
    maybe('appeal', longText),
    maybe('appealed_at', instant),
    maybe('appeal_answer', longText),
    maybe('answered_at', instant),
  ],
  [
    unique('award_standing_unit', 'handling_unit_id', 'year', 'no'),
    index('award_standing_town', 'town_id', 'year'),
  ],
)
const disqualification = table(
  'award_disqualification',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('handling_unit_id', idColumn),
    column('year', count),
    column('no', count),
    column('from_on', day),
    column('to_on', day),
    column('decision', longText),
    maybe('decided_by_id', idColumn),
    column('decided_at', instant),
    maybe('appeal', longText),
    maybe('appealed_at', instant),
    maybe('appeal_verdict', word(10)),
    maybe('appeal_answer', longText),
    maybe('answered_at', instant),
  ],
  [
    unique('award_disqualification_unit', 'handling_unit_id', 'year', 'no'),
    index('award_disqualification_town', 'town_id', 'decided_at'),
  ],
)

interface Older {
  id: string
  townId: string
  unitId: string
  decision: string
  decidedById: string | null
  decidedAt: string
  appeal: string | null
  appealedAt: string | null
  verdict: string | null
  answer: string | null
  answeredAt: string | null
}
/** A warning that was given: to which unit, for the newest rating of which instant. */
interface OlderWarning {
  townId: string
  unitId: string
  newestAt: string
  urgency: 'dueSoon' | 'overdue'
  toldAt: string
}

const facts =
  'id, town_id, handling_unit_id, year, no, from_on, to_on, decision, decided_at, appeal, appealed_at, appeal_answer, answered_at'

/** The standing of a unit in a year is a matter: from the warning on, through the decision, to the answer to its appeal. */
export class AwardStandingsAreMatters1795219202310 implements MigrationInterface {
  name = 'AwardStandingsAreMatters1795219202310'

  async up(runner: QueryRunner) {
    await runner.createTable(standing)
    const older = (await runner.query(
      `SELECT id, town_id AS townId, handling_unit_id AS unitId, decision, decided_by_id AS decidedById,
         decided_at AS decidedAt, appeal, appealed_at AS appealedAt, appeal_verdict AS verdict,
         appeal_answer AS answer, answered_at AS answeredAt
       FROM award_disqualification ORDER BY id`,
    )) as Older[]
    const carried = older.map(carry)
    await putMatters(
      runner,
      'awardStanding',
      carried.map(({ matter }) => matter),
    )
    await putEvents(
      runner,
      'awardStanding',
      carried.flatMap(({ events }) => events),
    )
    await runner.query(`INSERT INTO award_standing (${facts}) SELECT ${facts} FROM award_disqualification`)
    await carryWarnings(runner)
    await runner.dropTable(disqualification)
    await runner.renameColumn('disqualifying_item', 'award_disqualification_id', 'award_standing_id')
  }

  /** A warning was no row of its own before; whoever decided stands in the history, and goes back to the decision. */
  async down(runner: QueryRunner) {
    await runner.renameColumn('disqualifying_item', 'award_standing_id', 'award_disqualification_id')
    await runner.createTable(disqualification)
    await runner.query(
      `INSERT INTO award_disqualification (${facts}, decided_by_id, appeal_verdict)
       SELECT ${facts
         .split(', ')
         .map((name) => `s.${name}`)
         .join(', ')},
         (SELECT MAX(e.person_id) FROM matter_event e
          WHERE e.matter_id = s.id AND e.kind = 'awardStanding' AND e.action = 'disqualify'),
         CASE WHEN m.state IN ('upheld', 'lifted') THEN m.state END
       FROM award_standing s JOIN matter m ON m.id = s.id WHERE s.decided_at IS NOT NULL`,
    )
    await takeAway(runner, 'awardStanding')
    await runner.dropTable(standing)
  }
}

function carry(row: Older): { matter: CarriedMatter; events: CarriedEvent[] } {
  const { id, townId, unitId, verdict } = row
  const about = { townId, matterId: id }
  const events: CarriedEvent[] = [
    {
      ...{ ...about, version: 0, action: 'disqualify', fromState: null, toState: 'disqualified' },
      ...{ party: 'presidium', personId: row.decidedById, at: row.decidedAt, note: row.decision },
    },
  ]
  // Who wrote these two was not kept.
  if (row.appealedAt !== null)
    events.push({
      ...{ ...about, version: 1, action: 'appeal', fromState: 'disqualified', toState: 'appealed' },
      ...{ party: 'handlingUnit', personId: null, unitId, at: row.appealedAt, note: row.appeal },
    })
  if (row.answeredAt !== null && verdict !== null)
    events.push({
      ...{ ...about, version: 2, action: 'answer', fromState: 'appealed', toState: verdict },
      ...{ party: 'presidium', personId: null, at: row.answeredAt, note: row.answer },
    })
  const last = events[events.length - 1] as CarriedEvent
  return {
    matter: { id, townId, state: last.toState, version: last.version, stateSince: last.at },
    events,
  }
}

/** The last warning of each unit, where nothing has been decided about its year. */
async function carryWarnings(runner: QueryRunner) {
  if (!(await runner.hasTable('late_notice'))) return
  const given = (await runner.query(
    `SELECT u.town_id AS townId, u.id AS unitId, n.state_since AS newestAt, n.urgency, n.told_at AS toldAt
     FROM late_notice n JOIN handling_unit u ON u.id = n.matter_id ORDER BY n.state_since, n.told_at`,
  )) as OlderWarning[]
  const decided = (await runner.query('SELECT handling_unit_id AS unitId, year FROM award_standing')) as {
    unitId: string
    year: number
  }[]
  const last = new Map<string, OlderWarning & { id: string; year: number }>()
  for (const one of given) {
    const year = Number(beijingDay(new Date(isoInstant(one.newestAt))).slice(0, 4))
    if (decided.some((row) => row.unitId === one.unitId && Number(row.year) === year)) continue
    last.set(`${one.unitId} ${year}`, { ...one, year, id: newId() })
  }
  const rows = [...last.values()]
  for (const { id, townId, unitId, year, newestAt } of rows)
    await runner.query(
      'INSERT INTO award_standing (id, town_id, handling_unit_id, year, no, told_until) VALUES (?, ?, ?, ?, 1, ?)',
      [id, townId, unitId, year, newestAt],
    )
  const matters = rows.map(({ id, townId, urgency, toldAt }) => ({
    ...{ id, townId, version: 0, stateSince: toldAt },
    state: urgency === 'overdue' ? 'over' : 'warned',
  }))
  await putMatters(runner, 'awardStanding', matters)
  await putEvents(
    runner,
    'awardStanding',
    matters.map(({ id, townId, state, version, stateSince }) => ({
      ...{ townId, matterId: id, version, action: state === 'over' ? 'exceed' : 'warn', fromState: null },
      ...{ toState: state, party: 'system', personId: null, at: stateSince },
    })),
  )
}
