import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, word } from '../columns'
import { column, maybe } from '../tables'

const together = new TableColumn(maybe('together', word(60)))
const toldOf = new TableColumn({ ...column('told_of', count), default: 1 })

/** A message of the inbox may tell of several matters: which reminders it takes in, and of how many it tells. */
export class RemindersToldTogether1795219202860 implements MigrationInterface {
  name = 'RemindersToldTogether1795219202860'

  async up(runner: QueryRunner) {
    await runner.addColumn('inbox_message', together)
    await runner.addColumn('inbox_message', toldOf)
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('inbox_message', 'told_of')
    await runner.dropColumn('inbox_message', 'together')
  }
}
