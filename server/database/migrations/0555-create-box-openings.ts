import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const openings = table(
  'box_opening',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('liaison_station_id', idColumn),
    column('opened_on', day),
    column('letters', count),
    column('opened_by', word(20)),
    column('opened_with', word(20)),
    maybe('typed_by_id', idColumn),
  ],
  [index('box_opening_station', 'liaison_station_id', 'opened_on')],
)

export class CreateBoxOpenings1795219205550 implements MigrationInterface {
  name = 'CreateBoxOpenings1795219205550'

  async up(runner: QueryRunner) {
    await runner.createTable(openings)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(openings)
  }
}
