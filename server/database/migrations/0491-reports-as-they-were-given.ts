import type { MigrationInterface, QueryRunner } from 'typeorm'
import { day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, table } from '../tables'

const reports = table(
  'given_report',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('report_year', word(4)),
    column('content', longText),
    column('given_on', day),
    column('person_id', idColumn),
    column('given_at', instant),
  ],
  [index('given_report_year', 'town_id', 'report_year', 'given_at', 'id')],
)

/** The report of a year as it stood on the day on which it was given to the congress. */
export class ReportsAsTheyWereGiven1795219204910 implements MigrationInterface {
  name = 'ReportsAsTheyWereGiven1795219204910'

  async up(runner: QueryRunner) {
    await runner.createTable(reports)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(reports)
  }
}
