import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { type CarriedEvent, type CarriedMatter, putEvents, putMatters, takeAway } from '../carry-matters'
import { count, word } from '../columns'
import { column } from '../tables'

interface Older {
  id: string
  townId: string
  state: string
  version: number
  personId: string
  at: string
}
interface OlderFinding {
  of: string
  finding: string | null
  personId: string | null
  at: string | null
}

/** Where each site review stands is kept as of every other matter; with its last finding it is over. */
export class SiteReviewsAreMatters1795219202040 implements MigrationInterface {
  name = 'SiteReviewsAreMatters1795219202040'

  async up(runner: QueryRunner) {
    const older = (await runner.query(
      `SELECT id, town_id AS townId, state, version, person_id AS personId, at FROM site_review ORDER BY id`,
    )) as Older[]
    const findings = (await runner.query(
      `SELECT site_review_id AS \`of\`, finding, person_id AS personId, recorded_at AS at
       FROM site_review_matter ORDER BY site_review_id, recorded_at, position`,
    )) as OlderFinding[]
    const findingsOf = new Map<string, OlderFinding[]>()
    for (const one of findings) findingsOf.set(one.of, [...(findingsOf.get(one.of) ?? []), one])
    const carried = older.map((row) => carry(row, findingsOf.get(row.id) ?? []))
    await putMatters(
      runner,
      'siteReview',
      carried.map(({ matter }) => matter),
    )
    await putEvents(
      runner,
      'siteReview',
      carried.flatMap(({ events }) => events),
    )
    await runner.dropColumns('site_review', ['version', 'state'])
  }

  async down(runner: QueryRunner) {
    await runner.addColumns(
      'site_review',
      [
        column('version', { ...count, default: 0 }),
        column('state', { ...word(20), default: "'planned'" }),
      ].map((each) => new TableColumn(each)),
    )
    // A finding was no step of its own.
    await runner.query(
      `UPDATE site_review SET version = (SELECT m.version FROM matter m WHERE m.id = site_review.id) -
         (SELECT COUNT(*) FROM matter_event e WHERE e.matter_id = site_review.id AND e.kind = 'siteReview'
            AND e.action IN ('noteFinding', 'finish'))`,
    )
    await runner.query(
      `UPDATE site_review SET state = 'calledOff'
       WHERE id IN (SELECT m.id FROM matter m WHERE m.kind = 'siteReview' AND m.state = 'calledOff')`,
    )
    await takeAway(runner, 'siteReview')
  }
}

/** When one was moved or called off, and by whom, was not kept; why stands with it. */
function carry(
  { id, townId, state, version, personId, at }: Older,
  all: readonly OlderFinding[],
): { matter: CarriedMatter; events: CarriedEvent[] } {
  const found = all.filter(({ finding }) => finding !== null)
  const isHeld = state === 'planned' && all.length > 0 && found.length === all.length
  const about = { townId, matterId: id }
  const events: CarriedEvent[] = [
    {
      ...{ ...about, version: 0, action: 'start', fromState: null, toState: 'planned' },
      ...{ party: 'congressOffice', personId, at },
    },
    ...found.map((one, index) => ({
      ...{ ...about, version: version + 1 + index, action: 'noteFinding', fromState: 'planned' },
      ...{
        toState: isHeld && index === found.length - 1 ? 'held' : 'planned',
        party: 'system',
        personId: null,
      },
      ...{ at: one.at ?? at, note: one.finding },
    })),
  ]
  const last = found.at(-1)?.at
  return {
    matter: {
      ...{ id, townId, state: isHeld ? 'held' : state, version: version + found.length },
      stateSince: isHeld && last ? last : at,
    },
    events,
  }
}
