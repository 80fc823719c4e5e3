import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const auditLog = table(
  'audit_log',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    maybe('person_id', idColumn),
    column('at', instant),
    column('what', word(60)),
    maybe('from_value', word(200)),
    maybe('to_value', word(200)),
    maybe('reason', longText),
  ],
  [index('audit_log_town_at', 'town_id', 'at', 'id')],
)

export class CreateAuditLog1795219200101 implements MigrationInterface {
  name = 'CreateAuditLog1795219200101'

  async up(runner: QueryRunner) {
    await runner.createTable(auditLog)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(auditLog)
  }
}
