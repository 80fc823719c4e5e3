import type { MigrationInterface, QueryRunner } from 'typeorm'
import { flag, idColumn, instant } from '../columns'
import { column, index, key, table } from '../tables'

const follows = table(
  'suggestion_follow',
  [
    key('suggestion_id', idColumn),
    key('resident_id', idColumn),
    column('town_id', idColumn),
    column('is_theirs', flag),
    column('since', instant),
  ],
  [index('suggestion_follow_resident', 'resident_id')],
)

/** Whoever meets with the same hears what becomes of it, and so does whoever only wants to know. */
export class WhoFollowsAMatter1795219205420 implements MigrationInterface {
  name = 'WhoFollowsAMatter1795219205420'

  up = (runner: QueryRunner) => runner.createTable(follows)
  down = (runner: QueryRunner) => runner.dropTable(follows)
}
