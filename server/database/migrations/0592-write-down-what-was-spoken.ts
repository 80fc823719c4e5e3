import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { instant, longText } from '../columns'
import { index, maybe } from '../tables'

const table = 'opinion_attachment'
const added = [maybe('transcript', longText), maybe('transcribe_after', instant)]
const ofJob = index('opinion_attachment_transcribe', 'transcribe_after', 'id')

/** What was spoken may stand beside the recording in words; of what was said so far nobody asks. */
export class WriteDownWhatWasSpoken1795219205920 implements MigrationInterface {
  name = 'WriteDownWhatWasSpoken1795219205920'

  async up(runner: QueryRunner) {
    for (const one of added) await runner.addColumn(table, new TableColumn(one))
    await runner.createIndex(table, ofJob)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex(table, ofJob)
    for (const { name } of added) await runner.dropColumn(table, name)
  }
}
