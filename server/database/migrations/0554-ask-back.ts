import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag } from '../columns'
import { column } from '../tables'

const table = 'resident_opinion'
const added = ['asked_back', 'asks_back']

/** A deputy may ask something back, once; nobody has asked yet. */
export class AskBack1795219205540 implements MigrationInterface {
  name = 'AskBack1795219205540'

  async up(runner: QueryRunner) {
    for (const name of added) await runner.addColumn(table, new TableColumn(column(name, flag)))
  }

  async down(runner: QueryRunner) {
    // What was asked has no state of its own before: the deputy has it.
    await runner.query(
      "UPDATE matter SET state = 'received', next_at = '1970-01-01 00:00:00.000' WHERE kind = 'opinion' AND state = 'askedBack'",
    )
    for (const name of added) await runner.dropColumn(table, name)
  }
}
