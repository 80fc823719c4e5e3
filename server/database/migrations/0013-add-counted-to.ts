import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { day } from '../columns'
import { maybe } from '../tables'

export class AddCountedTo1795219200103 implements MigrationInterface {
  name = 'AddCountedTo1795219200103'

  async up(runner: QueryRunner) {
    await runner.addColumn('suggestion_round', new TableColumn(maybe('counted_to', day)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('suggestion_round', 'counted_to')
  }
}
