import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { digest, idColumn, moreBytes } from '../columns'
import { column, key, maybe, table } from '../tables'

/** A photo of a station, so that people find the door. */
export class StationsHaveAPhoto1795219204700 implements MigrationInterface {
  name = 'StationsHaveAPhoto1795219204700'

  async up(runner: QueryRunner) {
    await runner.addColumn('liaison_station', new TableColumn(maybe('photo_digest', digest)))
    await runner.createTable(
      table(
        'station_photo',
        [key('liaison_station_id', idColumn), column('digest', digest), column('jpeg', moreBytes)],
        [],
      ),
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('station_photo')
    await runner.dropColumn('liaison_station', 'photo_digest')
  }
}
