import type { MigrationInterface, QueryRunner } from 'typeorm'
import { bytes, count, digest, idColumn, word } from '../columns'
import { column, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'liaison_station',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('name', word(40)),
      column('station_kind', word(20)),
      maybe('village_id', idColumn),
      maybe('address', word(100)),
      maybe('opening_hours', word(60)),
      maybe('reception_rule', word(40)),
      maybe('reception_time', word(20)),
      column('position', count),
    ],
    [unique('liaison_station_town_name', 'town_id', 'name')],
  ),
  table(
    'station_deputy',
    [key('liaison_station_id', idColumn), key('person_id', idColumn), column('position', count)],
    [],
  ),
  table('portrait', [key('person_id', idColumn), column('digest', digest), column('jpeg', bytes)], []),
]

export class CreateStations1795219200002 implements MigrationInterface {
  name = 'CreateStations1795219200002'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
