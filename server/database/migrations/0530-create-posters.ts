import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn } from '../columns'
import { column, key, maybe, table, unique } from '../tables'

const posters = table(
  'poster',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('liaison_station_id', idColumn),
    maybe('hanging_station_id', idColumn),
    column('issue_no', count),
    column('as_of', day),
    column('next_on', day),
    column('every_months', count),
  ],
  [unique('poster_hanging', 'hanging_station_id')],
)

export class CreatePosters1795219205300 implements MigrationInterface {
  name = 'CreatePosters1795219205300'

  async up(runner: QueryRunner) {
    await runner.createTable(posters)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'poster')
    await runner.dropTable(posters)
  }
}
