import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, word } from '../columns'
import { column, index, key, table } from '../tables'

const looks = table(
  'resident_look',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('resident_opinion_id', idColumn),
    column('person_id', idColumn),
    column('party', word(20)),
    column('reason', word(20)),
    column('at', instant),
  ],
  [index('resident_look_opinion', 'resident_opinion_id', 'at')],
)

export class CreateResidentLooks1795219205510 implements MigrationInterface {
  name = 'CreateResidentLooks1795219205510'

  async up(runner: QueryRunner) {
    await runner.createTable(looks)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(looks)
  }
}
