import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, digest, flag, idColumn, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'person',
    [
      key('id', idColumn),
      maybe('town_id', idColumn),
      maybe('county_id', idColumn),
      maybe('account_id', idColumn),
      column('name', word(20)),
      maybe('phone', word(20)),
      maybe('gender', word(6)),
      maybe('occupation', word(40)),
      maybe('village_id', idColumn),
      maybe('deputy_group_id', idColumn),
      column('group_leader', flag),
      maybe('portrait_digest', digest),
      column('position', count),
    ],
    [index('person_town_name', 'town_id', 'name', 'phone'), index('person_account', 'account_id')],
  ),
  table(
    'mandate',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('person_id', idColumn),
      column('congress_level', word(20)),
      maybe('electoral_district_id', idColumn),
      maybe('certificate_no', word(40)),
      maybe('ended_on', day),
    ],
    [index('mandate_town_level', 'town_id', 'congress_level'), index('mandate_person', 'person_id')],
  ),
  table(
    'post',
    [
      key('id', idColumn),
      maybe('town_id', idColumn),
      column('person_id', idColumn),
      column('post_kind', word(20)),
      maybe('handling_unit_id', idColumn),
    ],
    [index('post_person', 'person_id'), index('post_unit', 'handling_unit_id')],
  ),
]

export class CreatePeople1795219200001 implements MigrationInterface {
  name = 'CreatePeople1795219200001'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
