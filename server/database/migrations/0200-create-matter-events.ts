import { type MigrationInterface, type QueryRunner } from 'typeorm'
import { beijingDay } from '../../../shared/rules/days'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { newId } from '../id'
import { isoInstant } from '../sql'
import { column, index, key, maybe, table, unique } from '../tables'

const matterEvent = table(
  'matter_event',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('kind', word(20)),
    column('matter_id', idColumn),
    column('version', count),
    column('action', word(30)),
    maybe('from_state', word(20)),
    maybe('to_state', word(20)),
    column('party', word(20)),
    maybe('person_id', idColumn),
    maybe('unit_id', idColumn),
    column('on_day', day),
    column('recorded_at', instant),
    maybe('by_word_of', idColumn),
    maybe('note', longText),
    maybe('public_line', word(200)),
    maybe('line_check_id', idColumn),
  ],
  [
    unique('matter_event_matter', 'matter_id', 'kind', 'version', 'town_id'),
    index('matter_event_newest', 'town_id', 'kind', 'action', 'recorded_at', 'id'),
    index('matter_event_person', 'person_id', 'on_day', 'id'),
    index('matter_event_line', 'line_check_id'),
  ],
)

const ofSuggestions = table(
  'suggestion_event',
  [
    key('suggestion_id', idColumn),
    key('version', count),
    column('town_id', idColumn),
    column('action', word(30)),
    maybe('from_state', word(20)),
    column('to_state', word(20)),
    column('party', word(20)),
    maybe('person_id', idColumn),
    maybe('note', longText),
    maybe('public_line', word(200)),
    column('at', instant),
    maybe('line_check_id', idColumn),
  ],
  [],
)
const ofOpinions = table(
  'opinion_event',
  [
    key('resident_opinion_id', idColumn),
    key('version', count),
    column('town_id', idColumn),
    column('action', word(30)),
    maybe('from_state', word(20)),
    column('to_state', word(20)),
    column('party', word(20)),
    maybe('note', longText),
    column('at', instant),
  ],
  [],
)
const ofChecks = table(
  'content_check_event',
  [
    key('content_check_id', idColumn),
    key('version', count),
    column('action', word(20)),
    maybe('person_id', idColumn),
    maybe('reason', longText),
    column('at', instant),
  ],
  [],
)
const older = [ofSuggestions, ofOpinions, ofChecks]

/** The unit of the person who acted, where that person is in one unit only of those that had to do with the suggestion. */
const unitSql = `(SELECT CASE WHEN COUNT(DISTINCT p.handling_unit_id) = 1 THEN MIN(p.handling_unit_id) END FROM post p
  WHERE p.person_id = e.person_id AND e.party IN ('leadUnit', 'coUnit', 'formerUnit', 'letterUnit')
    AND (p.handling_unit_id IN (SELECT r.lead_unit_id FROM suggestion_round r WHERE r.suggestion_id = e.suggestion_id)
      OR p.handling_unit_id IN (SELECT c.handling_unit_id FROM co_unit c WHERE c.suggestion_id = e.suggestion_id)
      OR p.handling_unit_id IN (SELECT v.letter_unit_id FROM review v WHERE v.suggestion_id = e.suggestion_id)))`

/** What was done by the deputy was done by that one; of the office the last words are known that wait to be shown. */
const speakerSql = `CASE WHEN e.party = 'deputy' THEN o.deputy_id
  WHEN e.party = 'congressOffice' AND e.action = 'redirect' AND o.words_by_id IS NOT NULL
    AND e.version = (SELECT MAX(l.version) FROM opinion_event l WHERE l.resident_opinion_id = o.id
      AND l.action IN ('answer', 'redirect', 'close', 'closeAfterSuggestion')) THEN o.words_by_id END`

/** Before, a check kept neither the party nor the states: they follow from who it was and what was done. */
const partySql = `CASE WHEN e.person_id IS NULL THEN 'system'
  WHEN e.action = 'rewrite' AND e.person_id = k.person_id THEN 'writer'
  WHEN EXISTS (SELECT 1 FROM post p WHERE p.person_id = e.person_id AND p.post_kind = 'presidiumMember')
    AND NOT EXISTS (SELECT 1 FROM post p WHERE p.person_id = e.person_id AND p.post_kind = 'congressOffice')
    THEN 'presidium' ELSE 'congressOffice' END`
const ledTo = (action: string) =>
  `CASE ${action} WHEN 'pass' THEN 'passed' WHEN 'hold' THEN 'held' WHEN 'approve' THEN 'approved'
    WHEN 'sendBack' THEN 'sentBack' WHEN 'hide' THEN 'hidden' WHEN 'rewrite' THEN 'replaced' END`
const cameFromSql = `CASE WHEN e.version = 0 THEN NULL WHEN e.action = 'pass' THEN 'pending'
  ELSE (SELECT ${ledTo('b.action')} FROM content_check_event b WHERE b.content_check_id = e.content_check_id
    AND b.version = e.version - 1) END`

interface Older {
  kind: string
  matterId: string
  version: number
  at: string
  [column: string]: string | number | null
}

const sources = [
  `SELECT 'suggestion' AS kind, e.suggestion_id AS matterId, e.version, e.town_id AS townId, e.action,
     e.from_state AS fromState, e.to_state AS toState, e.party, e.person_id AS personId, ${unitSql} AS unitId, e.at,
     e.note, e.public_line AS publicLine, e.line_check_id AS lineCheckId
   FROM suggestion_event e WHERE (e.suggestion_id > ? OR e.suggestion_id = ? AND e.version > ?)
   ORDER BY e.suggestion_id, e.version`,
  `SELECT 'opinion' AS kind, e.resident_opinion_id AS matterId, e.version, e.town_id AS townId, e.action,
     e.from_state AS fromState, e.to_state AS toState, e.party, ${speakerSql} AS personId, NULL AS unitId, e.at,
     e.note, NULL AS publicLine, NULL AS lineCheckId
   FROM opinion_event e LEFT JOIN resident_opinion o ON o.id = e.resident_opinion_id
   WHERE (e.resident_opinion_id > ? OR e.resident_opinion_id = ? AND e.version > ?)
   ORDER BY e.resident_opinion_id, e.version`,
  `SELECT 'contentCheck' AS kind, e.content_check_id AS matterId, e.version, k.town_id AS townId, e.action,
     ${cameFromSql} AS fromState, ${ledTo('e.action')} AS toState, ${partySql} AS party, e.person_id AS personId,
     NULL AS unitId, e.at, e.reason AS note, NULL AS publicLine, NULL AS lineCheckId
   FROM content_check_event e JOIN content_check k ON k.id = e.content_check_id
   WHERE (e.content_check_id > ? OR e.content_check_id = ? AND e.version > ?)
   ORDER BY e.content_check_id, e.version`,
]
const atOnce = 500

/** One table of what happened, for every kind of matter, with the person and the unit; what was kept in three goes over. */
export class CreateMatterEvents1795219202000 implements MigrationInterface {
  name = 'CreateMatterEvents1795219202000'

  async up(runner: QueryRunner) {
    await runner.createTable(matterEvent)
    for (const sql of sources) {
      let from: [string, number] = ['', -1]
      for (;;) {
        const [id, version] = from
        const rows = (await runner.query(`${sql} LIMIT ${atOnce}`, [id, id, version])) as Older[]
        await insert(runner, rows)
        const last = rows.at(-1)
        if (last === undefined || rows.length < atOnce) break
        from = [last.matterId, Number(last.version)]
      }
    }
    for (const each of older) await runner.dropTable(each)
  }

  /** Who acted on an opinion, units, and the events of kinds that kept none have no place in the three tables. */
  async down(runner: QueryRunner) {
    for (const each of older) await runner.createTable(each)
    await runner.query(
      `INSERT INTO suggestion_event (suggestion_id, version, town_id, action, from_state, to_state, party, person_id, note,
         public_line, at, line_check_id)
       SELECT matter_id, version, town_id, action, from_state, to_state, party, person_id, note, public_line,
         recorded_at, line_check_id FROM matter_event WHERE kind = 'suggestion'`,
    )
    await runner.query(
      `INSERT INTO opinion_event (resident_opinion_id, version, town_id, action, from_state, to_state, party, note, at)
       SELECT matter_id, version, town_id, action, from_state, to_state, party, note, recorded_at
       FROM matter_event WHERE kind = 'opinion'`,
    )
    await runner.query(
      `INSERT INTO content_check_event (content_check_id, version, action, person_id, reason, at)
       SELECT matter_id, version, action, person_id, note, recorded_at FROM matter_event WHERE kind = 'contentCheck'`,
    )
    await runner.dropTable(matterEvent)
  }
}

async function insert(runner: QueryRunner, rows: readonly Older[]) {
  if (rows.length === 0) return
  await runner.query(
    `INSERT INTO matter_event (id, town_id, kind, matter_id, version, action, from_state, to_state, party, person_id,
       unit_id, on_day, recorded_at, note, public_line, line_check_id)
     VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flatMap((row) => [
      newId(),
      ...[row.townId, row.kind, row.matterId, row.version, row.action, row.fromState, row.toState],
      ...[row.party, row.personId, row.unitId, beijingDay(new Date(isoInstant(row.at))), row.at],
      ...[row.note, row.publicLine, row.lineCheckId],
    ]),
  )
}
