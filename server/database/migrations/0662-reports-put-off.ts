import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { column, key, maybe, table } from '../tables'

const putOff = table(
  'report_put_off',
  [
    key('mandate_id', idColumn),
    column('town_id', idColumn),
    maybe('not_before', count),
    column('reason', word(200)),
    column('put_off_on', day),
  ],
  [],
)

/** Who reports to the voters in a later year, or no more. */
export class ReportsPutOff1795219206620 implements MigrationInterface {
  name = 'ReportsPutOff1795219206620'

  async up(runner: QueryRunner) {
    await runner.createTable(putOff)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(putOff)
  }
}
