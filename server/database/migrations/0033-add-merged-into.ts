import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { index, maybe } from '../tables'

const mergedInto = new TableColumn(maybe('merged_into_id', idColumn))
const byTarget = index('suggestion_merged_into', 'merged_into_id')

export class AddMergedInto1795219200303 implements MigrationInterface {
  name = 'AddMergedInto1795219200303'

  async up(runner: QueryRunner) {
    await runner.addColumn('suggestion', mergedInto)
    await runner.createIndex('suggestion', byTarget)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('suggestion', byTarget)
    await runner.dropColumn('suggestion', mergedInto)
  }
}
