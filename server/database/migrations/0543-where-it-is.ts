import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** Where it is, in the words of whoever wrote, if they want to say so. */
export class WhereItIs1795219205430 implements MigrationInterface {
  name = 'WhereItIs1795219205430'

  up = (runner: QueryRunner) =>
    runner.addColumn('resident_opinion', new TableColumn(maybe('place', word(60))))
  down = (runner: QueryRunner) => runner.dropColumn('resident_opinion', 'place')
}
