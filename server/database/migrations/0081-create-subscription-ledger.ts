import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const entries = table(
  'subscription_entry',
  [
    key('id', idColumn),
    column('account_id', idColumn),
    column('template_id', word(64)),
    column('position', count),
    column('entry', word(12)),
    column('source', word(8)),
    maybe('tap', word(60)),
    column('at', instant),
  ],
  [index('subscription_entry_account', 'account_id', 'template_id', 'position')],
)
const told = () => [
  new TableColumn(maybe('told_how', word(10))),
  new TableColumn(maybe('told_by_id', idColumn)),
  new TableColumn(maybe('told_at', instant)),
]

export class CreateSubscriptionLedger1795219200801 implements MigrationInterface {
  name = 'CreateSubscriptionLedger1795219200801'

  async up(runner: QueryRunner) {
    await runner.createTable(entries)
    await runner.addColumns('outbox_message', told())
  }

  async down(runner: QueryRunner) {
    for (const { name } of told().reverse()) await runner.dropColumn('outbox_message', name)
    await runner.dropTable(entries)
  }
}
