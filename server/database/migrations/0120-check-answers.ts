import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag, idColumn, word } from '../columns'
import { column, maybe } from '../tables'

/** What deputies write to residents is checked before it is shown; what was shown before stays shown. */
export class CheckAnswers1795219201200 implements MigrationInterface {
  name = 'CheckAnswers1795219201200'

  async up(runner: QueryRunner) {
    await runner.addColumn('resident_opinion', new TableColumn(maybe('written_in', word(20))))
    await runner.addColumn('resident_opinion', new TableColumn(maybe('words_by_id', idColumn)))
    await runner.addColumn('opinion_message', new TableColumn(column('withheld', flag)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('opinion_message', 'withheld')
    await runner.dropColumn('resident_opinion', 'words_by_id')
    await runner.dropColumn('resident_opinion', 'written_in')
  }
}
