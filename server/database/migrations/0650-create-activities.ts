import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, flag, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'activity',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('activity_kind', word(30)),
      maybe('deputy_group_id', idColumn),
      column('title', word(60)),
      column('day', day),
      maybe('until', day),
      column('meet_at', word(10)),
      column('place', word(60)),
      column('purpose', longText),
      column('open_to', word(10)),
      column('answer_by', day),
      maybe('capacity', count),
      maybe('short_notice_reason', word(100)),
      maybe('report', longText),
      column('rule_set_id', idColumn),
    ],
    [index('activity_town', 'town_id', 'day', 'id')],
  ),
  table(
    'activity_person',
    [
      key('activity_id', idColumn),
      key('person_id', idColumn),
      column('position', count),
      column('invited', flag),
      maybe('came', { type: 'boolean' }),
      maybe('source', word(10)),
      maybe('noted_at', instant),
      maybe('by_person_id', idColumn),
    ],
    [index('activity_person_person', 'person_id', 'activity_id')],
  ),
]

/** An activity is announced, each says whether they come, and who came is called. */
export class CreateActivities1795219206500 implements MigrationInterface {
  name = 'CreateActivities1795219206500'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'activity')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
