import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { column, index, key, table } from '../tables'

const codeScan = table(
  'code_scan',
  [key('scene', word(32)), key('scanned_on', day), column('town_id', idColumn), column('scans', count)],
  [index('code_scan_town', 'town_id', 'scanned_on')],
)

/** How often each code was scanned on a day; nothing of who did. */
export class CreateCodeScans1795219206100 implements MigrationInterface {
  name = 'CreateCodeScans1795219206100'

  async up(runner: QueryRunner) {
    await runner.createTable(codeScan)
  }

  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM qr_code WHERE target_kind IN ('village', 'matter')")
    await runner.dropTable(codeScan)
  }
}
