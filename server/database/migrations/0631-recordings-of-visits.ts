import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { index, maybe } from '../tables'

const attachments = 'opinion_attachment'
const byVisit = index('opinion_attachment_visit', 'visit_id')

/** What a deputy notes of a visit may be spoken. */
export class RecordingsOfVisits1795219206310 implements MigrationInterface {
  name = 'RecordingsOfVisits1795219206310'

  async up(runner: QueryRunner) {
    await runner.addColumn('visit', new TableColumn(maybe('voice', idColumn)))
    await runner.addColumn(attachments, new TableColumn(maybe('visit_id', idColumn)))
    await runner.createIndex(attachments, byVisit)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex(attachments, byVisit)
    await runner.dropColumn(attachments, 'visit_id')
    await runner.dropColumn('visit', 'voice')
  }
}
