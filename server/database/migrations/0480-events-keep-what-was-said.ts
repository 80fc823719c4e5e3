import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** Of a step whose words stand elsewhere the event keeps a digest, so that the same is not written down twice in a row. */
export class EventsKeepWhatWasSaid1795219204800 implements MigrationInterface {
  name = 'EventsKeepWhatWasSaid1795219204800'

  async up(runner: QueryRunner) {
    await runner.addColumn('matter_event', new TableColumn(maybe('said_digest', word(16))))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('matter_event', 'said_digest')
  }
}
