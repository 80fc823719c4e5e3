import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, word } from '../columns'
import { column, key, table } from '../tables'

const savedViews = table(
  'saved_view',
  [
    key('town_id', idColumn),
    key('account_id', idColumn),
    key('name', word(24)),
    column('query', word(400)),
    column('saved_at', instant),
  ],
  [],
)

/** What somebody narrows a list to again and again is found on every device of theirs. */
export class ViewsAreKept1795219205370 implements MigrationInterface {
  name = 'ViewsAreKept1795219205370'

  up = (runner: QueryRunner) => runner.createTable(savedViews)
  down = (runner: QueryRunner) => runner.dropTable(savedViews)
}
