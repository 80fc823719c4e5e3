import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const contentCheck = table(
  'content_check',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('suggestion_id', idColumn),
    column('kind', word(20)),
    maybe('text', longText),
    maybe('photo_id', idColumn),
    maybe('person_id', idColumn),
    column('version', count),
    column('state', word(20)),
    column('state_since', instant),
    column('written_at', instant),
    column('check_after', instant),
    maybe('trace_id', word(128)),
    maybe('decided_by_id', idColumn),
    maybe('reason', longText),
  ],
  [
    index('content_check_town', 'town_id', 'state', 'state_since', 'id'),
    index('content_check_suggestion', 'suggestion_id', 'kind'),
    index('content_check_trace', 'trace_id'),
  ],
)

/** Where each check belongs. What was public before has none, and stays public. */
const places = [
  ['suggestion', 'item_check_id'],
  ['reply', 'result_check_id'],
  ['commitment', 'promise_check_id'],
  ['commitment', 'result_check_id'],
  ['suggestion_event', 'line_check_id'],
  ['photo', 'check_id'],
] as const

export class CreateContentChecks1795219201201 implements MigrationInterface {
  name = 'CreateContentChecks1795219201201'

  async up(runner: QueryRunner) {
    await runner.createTable(contentCheck)
    for (const [name, place] of places) await runner.addColumn(name, new TableColumn(maybe(place, idColumn)))
  }

  async down(runner: QueryRunner) {
    for (const [name, place] of [...places].reverse()) await runner.dropColumn(name, place)
    await runner.dropTable(contentCheck)
  }
}
