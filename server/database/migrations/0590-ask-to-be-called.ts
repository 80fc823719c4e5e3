import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, word } from '../columns'
import { column, maybe } from '../tables'

const table = 'resident_opinion'
const added = [
  maybe('call_on', day),
  maybe('call_time', word(10)),
  maybe('called_on', day),
  column('call_tries', { ...count, default: 0 }),
]

/** Whoever would rather be called says by when; what was asked so far is words. */
export class AskToBeCalled1795219205900 implements MigrationInterface {
  name = 'AskToBeCalled1795219205900'

  async up(runner: QueryRunner) {
    for (const one of added) await runner.addColumn(table, new TableColumn(one))
  }

  async down(runner: QueryRunner) {
    // A call had no state of its own before: the deputy has it.
    await runner.query(
      "UPDATE matter SET state = 'received', next_at = '1970-01-01 00:00:00.000' WHERE kind = 'opinion' AND state = 'callAsked'",
    )
    for (const { name } of added) await runner.dropColumn(table, name)
  }
}
