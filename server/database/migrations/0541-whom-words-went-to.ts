import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** Whoever does not know whom to tell reads to whom it went, and why. */
export class WhomWordsWentTo1795219205410 implements MigrationInterface {
  name = 'WhomWordsWentTo1795219205410'

  up = (runner: QueryRunner) =>
    runner.addColumn('resident_opinion', new TableColumn(maybe('routed_by', word(12))))
  down = (runner: QueryRunner) => runner.dropColumn('resident_opinion', 'routed_by')
}
