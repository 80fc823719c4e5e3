import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'reminder',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('suggestion_id', idColumn),
      column('channel', word(10)),
      column('at', instant),
      maybe('person_id', idColumn),
      maybe('whom', word(200)),
      maybe('said', longText),
      maybe('answer', longText),
      maybe('ladder', word(20)),
      maybe('due_on', day),
      maybe('step', count),
      maybe('rung', word(20)),
      column('passed', word(120)),
    ],
    [
      index('reminder_suggestion', 'suggestion_id', 'at'),
      // What people write down has no step, and NULLs differ from each other on every database.
      unique('reminder_step', 'suggestion_id', 'ladder', 'due_on', 'step'),
    ],
  ),
  table(
    'site_review',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('held_on', day),
      column('place', word(120)),
      maybe('others', word(200)),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [index('site_review_town', 'town_id', 'at', 'id')],
  ),
  table(
    'site_review_matter',
    [
      key('site_review_id', idColumn),
      key('suggestion_id', idColumn),
      column('position', count),
      maybe('finding', longText),
      maybe('person_id', idColumn),
      maybe('recorded_at', instant),
    ],
    [index('site_review_matter_suggestion', 'suggestion_id')],
  ),
  table('site_review_deputy', [key('site_review_id', idColumn), key('person_id', idColumn)], []),
]

export class Supervise1795219200600 implements MigrationInterface {
  name = 'Supervise1795219200600'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
