import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, key, maybe, table } from '../tables'

const asks = table(
  'ask',
  [
    key('matter_id', idColumn),
    key('ask', word(20)),
    key('round_no', count),
    key('holder', word(40)),
    key('no', count),
    column('town_id', idColumn),
    column('kind', word(20)),
    column('asked_on', day),
    maybe('due_on', day),
    maybe('question', longText),
    maybe('answer', longText),
    maybe('answered_by', idColumn),
    maybe('answered_at', instant),
    maybe('ended_at', instant),
    maybe('ended_how', word(20)),
    maybe('ended_why', longText),
  ],
  [],
)

/** Questions to somebody inside a matter, of every kind. */
export class CreateAsks1795219202500 implements MigrationInterface {
  name = 'CreateAsks1795219202500'

  async up(runner: QueryRunner) {
    await runner.createTable(asks)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(asks)
  }
}
