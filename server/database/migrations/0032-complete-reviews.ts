import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const reviewCheck = table(
  'review_check',
  [key('review_id', idColumn), key('check_name', word(10)), column('passed', flag), maybe('note', longText)],
  [],
)
const columns = [maybe('disposition', word(20)), maybe('letter_unit_id', idColumn)]
const failedChecks = new TableColumn(maybe('failed_checks', word(60)))
const letterUnit = index('review_letter_unit', 'letter_unit_id')
const checks = ['legality', 'quality', 'wording']

/** What was a list of names in one column becomes a row for each check. */
export class CompleteReviews1795219200302 implements MigrationInterface {
  name = 'CompleteReviews1795219200302'

  async up(runner: QueryRunner) {
    await runner.createTable(reviewCheck)
    for (const check of checks) {
      const failed = `failed_checks LIKE '%${check}%'`
      await runner.query(
        `INSERT INTO review_check (review_id, check_name, passed, note)
         SELECT id, '${check}', CASE WHEN ${failed} THEN 0 ELSE 1 END, CASE WHEN ${failed} THEN reason END
         FROM review WHERE verdict IN ('accepted', 'revision')`,
      )
    }
    await runner.dropColumn('review', failedChecks)
    for (const each of columns) await runner.addColumn('review', new TableColumn(each))
    await runner.createIndex('review', letterUnit)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('review', letterUnit)
    for (const each of [...columns].reverse()) await runner.dropColumn('review', each.name)
    await runner.addColumn('review', failedChecks)
    const failed = (await runner.query(
      'SELECT review_id AS id, check_name AS name FROM review_check WHERE passed = 0',
    )) as { id: string; name: string }[]
    for (const id of new Set(failed.map((row) => row.id))) {
      const names = failed.filter((row) => row.id === id).map((row) => row.name)
      await runner.query('UPDATE review SET failed_checks = ? WHERE id = ?', [names.join(' '), id])
    }
    await runner.dropTable(reviewCheck)
  }
}
