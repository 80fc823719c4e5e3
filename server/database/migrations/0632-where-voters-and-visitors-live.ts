import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

const tables = ['contact_voter', 'reception_record']
const added = maybe('area_id', idColumn)

/** Whom a deputy keeps in touch with, and who came to a station, may be of a part of a village; nothing has to. */
export class WhereVotersAndVisitorsLive1795219206320 implements MigrationInterface {
  name = 'WhereVotersAndVisitorsLive1795219206320'

  async up(runner: QueryRunner) {
    for (const table of tables) await runner.addColumn(table, new TableColumn(added))
  }

  async down(runner: QueryRunner) {
    for (const table of tables) await runner.dropColumn(table, added.name)
  }
}
