import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, longText, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const replyTemplates = table(
  'reply_template',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('name', word(40)),
    column('outcome', word(20)),
    maybe('kind', word(20)),
    column('text', longText),
  ],
  [index('reply_template_name', 'town_id', 'name')],
)

export class ReplyTemplates1795219205050 implements MigrationInterface {
  name = 'ReplyTemplates1795219205050'

  async up(runner: QueryRunner) {
    await runner.createTable(replyTemplates)
    await addRegisterColumns(runner, 'reply_template')
  }

  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM matter_event WHERE kind = 'replyTemplate'")
    await runner.dropTable(replyTemplates)
  }
}
