import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'
import { count, day, flag, instant, word } from '../columns'
import { column, key, maybe, table } from '../tables'

const channel = table(
  'push_channel',
  [
    key('name', word(20)),
    maybe('rests_until', instant),
    maybe('reason', word(200)),
    column('day', day),
    column('sent', count),
    column('handed_over', count),
    column('handed_over_at_once', count),
  ],
  [],
)
const uncertain = new TableColumn(column('uncertain', flag))
/** What somebody waits for is found at once behind fifty thousand that can wait. */
const byPush = new TableIndex({
  name: 'outbox_message_push',
  columnNames: ['state', 'push', 'available_at'],
})

export class CreatePushChannel1795219200800 implements MigrationInterface {
  name = 'CreatePushChannel1795219200800'

  async up(runner: QueryRunner) {
    await runner.createTable(channel)
    await runner.addColumn('outbox_message', uncertain)
    await runner.createIndex('outbox_message', byPush)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('outbox_message', byPush)
    await runner.dropColumn('outbox_message', 'uncertain')
    await runner.dropTable(channel)
  }
}
