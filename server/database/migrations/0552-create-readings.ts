import type { MigrationInterface, QueryRunner } from 'typeorm'
import { day, idColumn, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const readings = table(
  'reading',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('suggestion_id', idColumn),
    maybe('village_id', idColumn),
    column('how', word(20)),
    column('read_on', day),
    column('read_by', word(20)),
    maybe('typed_by_id', idColumn),
  ],
  [index('reading_suggestion', 'suggestion_id', 'read_on')],
)

export class CreateReadings1795219205520 implements MigrationInterface {
  name = 'CreateReadings1795219205520'

  async up(runner: QueryRunner) {
    await runner.createTable(readings)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(readings)
  }
}
