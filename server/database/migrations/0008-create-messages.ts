import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, word } from '../columns'
import { column, index, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'inbox_message',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('recipient_id', idColumn),
      column('recipient_kind', word(10)),
      column('page', word(120)),
      column('text', word(600)),
      column('created_at', instant),
      maybe('read_at', instant),
    ],
    [index('inbox_message_recipient', 'recipient_id', 'created_at', 'id')],
  ),
  table(
    'outbox_message',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('inbox_message_id', idColumn),
      column('recipient_id', idColumn),
      column('recipient_kind', word(10)),
      column('push', word(12)),
      column('number', word(32)),
      column('page', word(120)),
      column('state', word(10)),
      maybe('reason', word(200)),
      column('attempts', count),
      column('available_at', instant),
      maybe('lease_token', idColumn),
      maybe('leased_until', instant),
      column('created_at', instant),
      maybe('ended_at', instant),
      maybe('wechat_message_id', word(32)),
    ],
    [
      index('outbox_message_due', 'state', 'available_at'),
      unique('outbox_message_inbox', 'inbox_message_id'),
      index('outbox_message_town', 'town_id', 'state', 'created_at'),
    ],
  ),
  table(
    'late_notice',
    [
      key('matter_id', idColumn),
      key('state_since', instant),
      key('urgency', word(10)),
      column('told_at', instant),
    ],
    [],
  ),
]

export class CreateMessages1795219200007 implements MigrationInterface {
  name = 'CreateMessages1795219200007'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
