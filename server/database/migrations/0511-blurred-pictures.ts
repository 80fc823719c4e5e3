import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

export class BlurredPictures1795219205110 implements MigrationInterface {
  name = 'BlurredPictures1795219205110'

  async up(runner: QueryRunner) {
    await runner.addColumn('photo', new TableColumn(maybe('shown_id', idColumn)))
    await runner.addColumn('photo', new TableColumn(maybe('blurs_id', idColumn)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('photo', 'blurs_id')
    await runner.dropColumn('photo', 'shown_id')
  }
}
