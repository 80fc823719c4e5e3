import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'
import { digest, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const events = table(
  'wechat_event',
  [
    key('id', idColumn),
    column('event_digest', digest),
    column('name', word(60)),
    column('raw', longText),
    column('received_at', instant),
    maybe('read_at', instant),
  ],
  [unique('wechat_event_digest', 'event_digest'), index('wechat_event_unread', 'read_at', 'received_at')],
)
const byMessage = () => new TableIndex({ name: 'outbox_message_wechat', columnNames: ['wechat_message_id'] })

export class CreateWechatEvent1795219200802 implements MigrationInterface {
  name = 'CreateWechatEvent1795219200802'

  async up(runner: QueryRunner) {
    await runner.createTable(events)
    await runner.createIndex('outbox_message', byMessage())
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('outbox_message', byMessage())
    await runner.dropTable(events)
  }
}
