import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, word } from '../columns'
import { column, key, maybe, unique, table } from '../tables'

const tables = [
  table('county', [key('id', idColumn), column('name', word(40))], []),
  table(
    'town',
    [
      key('id', idColumn),
      maybe('county_id', idColumn),
      column('name', word(40)),
      column('profile', word(20)),
    ],
    [unique('town_name', 'name')],
  ),
  table(
    'village',
    [key('id', idColumn), column('town_id', idColumn), column('name', word(40)), column('position', count)],
    [unique('village_town_name', 'town_id', 'name')],
  ),
  table(
    'deputy_group',
    [key('id', idColumn), column('town_id', idColumn), column('name', word(40)), column('position', count)],
    [unique('deputy_group_town_name', 'town_id', 'name')],
  ),
  table(
    'electoral_district',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('congress_level', word(20)),
      column('name', word(40)),
      column('position', count),
    ],
    [unique('electoral_district_town_level_name', 'town_id', 'congress_level', 'name')],
  ),
  table(
    'handling_unit',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('name', word(40)),
      column('unit_kind', word(20)),
      maybe('supervising_bureau', word(60)),
      column('position', count),
    ],
    [unique('handling_unit_town_name', 'town_id', 'name')],
  ),
]

export class CreateTowns1795219200000 implements MigrationInterface {
  name = 'CreateTowns1795219200000'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
