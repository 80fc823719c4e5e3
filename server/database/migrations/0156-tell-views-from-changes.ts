import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { column, index } from '../tables'

/** Who has looked at what stands in the log too, and must not push the changes off its first page. */
export class TellViewsFromChanges1795219201506 implements MigrationInterface {
  name = 'TellViewsFromChanges1795219201506'

  async up(runner: QueryRunner) {
    await runner.addColumn('audit_log', new TableColumn(column('kind', { ...word(10), default: "'change'" })))
    await runner.createIndex('audit_log', index('audit_log_town_kind', 'town_id', 'kind', 'at', 'id'))
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('audit_log', 'audit_log_town_kind')
    await runner.dropColumn('audit_log', 'kind')
  }
}
