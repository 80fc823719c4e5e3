import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'key_suggestion',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('suggestion_id', idColumn),
      column('year', count),
      column('leading_official', word(20)),
      column('leading_post', word(40)),
      column('plan', longText),
      column('picked_at', instant),
      maybe('ended_at', instant),
    ],
    [
      index('key_suggestion_year', 'town_id', 'year'),
      index('key_suggestion_suggestion', 'suggestion_id', 'ended_at'),
    ],
  ),
  table(
    'key_suggestion_note',
    [
      key('key_suggestion_id', idColumn),
      key('version', count),
      column('kind', word(10)),
      column('noted_on', day),
      column('note', longText),
      maybe('plan_item', word(60)),
      maybe('person_id', idColumn),
      column('at', instant),
    ],
    [],
  ),
]

export class CreateKeySuggestions1795219200501 implements MigrationInterface {
  name = 'CreateKeySuggestions1795219200501'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
