import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, word } from '../columns'
import { maybe } from '../tables'

const columns = [
  maybe('ground', word(20)),
  maybe('funds_yuan', count),
  maybe('length_metres', count),
  maybe('beneficiaries', count),
]

/** An earlier reply keeps all that it said. What was corrected before this cannot be known any more. */
export class CompleteReplyVersions1795219201300 implements MigrationInterface {
  name = 'CompleteReplyVersions1795219201300'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'reply_version',
      columns.map((column) => new TableColumn(column)),
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns(
      'reply_version',
      columns.map(({ name }) => name),
    )
  }
}
