import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { index, maybe } from '../tables'

const table = 'opinion_attachment'
const added = maybe('reception_record_id', idColumn)
const byRecord = index('opinion_attachment_reception', 'reception_record_id')

/** What somebody said at a station may be spoken; what becomes a message takes its recording along. */
export class RecordingsOfReceptions1795219206120 implements MigrationInterface {
  name = 'RecordingsOfReceptions1795219206120'

  async up(runner: QueryRunner) {
    await runner.addColumn(table, new TableColumn(added))
    await runner.createIndex(table, byRecord)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex(table, byRecord)
    await runner.dropColumn(table, added.name)
  }
}
