import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { instant } from '../columns'
import { maybe } from '../tables'

export class AddCheckAfter1795219200803 implements MigrationInterface {
  name = 'AddCheckAfter1795219200803'

  async up(runner: QueryRunner) {
    await runner.addColumn('resident_opinion', new TableColumn(maybe('check_after', instant)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('resident_opinion', 'check_after')
  }
}
