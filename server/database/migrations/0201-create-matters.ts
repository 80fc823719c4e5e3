import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'matter',
    [
      key('id', idColumn),
      column('kind', word(20)),
      column('town_id', idColumn),
      column('state', word(20)),
      column('version', count),
      column('state_since', instant),
      column('title', word(200)),
      maybe('number', word(40)),
      maybe('note', word(200)),
      maybe('village_id', idColumn),
      maybe('unit_id', idColumn),
      maybe('category', word(20)),
      column('found_by', word(600)),
      maybe('next_at', instant),
    ],
    [
      index('matter_next', 'next_at', 'id'),
      index('matter_state', 'town_id', 'kind', 'state', 'state_since', 'id'),
    ],
  ),
  table(
    'matter_holder',
    [
      key('matter_id', idColumn),
      key('holder', word(40)),
      key('party', word(20)),
      key('from_on', day),
      column('until_on', day),
      column('town_id', idColumn),
      column('kind', word(20)),
      column('lane', word(8)),
      column('at', instant),
      maybe('soon_at', instant),
      maybe('step', word(30)),
    ],
    [index('matter_holder_lane', 'town_id', 'holder', 'lane', 'at', 'kind', 'matter_id')],
  ),
  table(
    'matter_told',
    [
      key('matter_id', idColumn),
      key('ladder', word(20)),
      key('late_from', instant),
      key('step', count),
      maybe('rung', word(20)),
      column('told_at', instant),
    ],
    [],
  ),
]

/** The head of every matter of any kind, who stands to it, and what the clock has told. */
export class CreateMatters1795219202010 implements MigrationInterface {
  name = 'CreateMatters1795219202010'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
