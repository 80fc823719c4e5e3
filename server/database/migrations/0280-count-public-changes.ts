import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn } from '../columns'
import { column, key, table } from '../tables'

const versions = table('public_version', [key('town_id', idColumn), column('version', count)], [])

/** What everyone may read is kept ready until the number of its town moves. */
export class CountPublicChanges1795219202800 implements MigrationInterface {
  name = 'CountPublicChanges1795219202800'

  async up(runner: QueryRunner) {
    await runner.createTable(versions)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(versions)
  }
}
