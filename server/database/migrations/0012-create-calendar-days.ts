import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { column, key, table } from '../tables'

const tables = [
  table(
    'official_day',
    [key('scope', idColumn), key('year', count), key('day', day), column('kind', word(10))],
    [],
  ),
  table(
    'local_day',
    [key('town_id', idColumn), key('day', day), column('kind', word(10)), column('reason', word(200))],
    [],
  ),
]

export class CreateCalendarDays1795219200102 implements MigrationInterface {
  name = 'CreateCalendarDays1795219200102'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
