import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, word } from '../columns'
import { column, maybe } from '../tables'

const columns = [
  column('version', { ...count, default: 0 }),
  column('state', { ...word(20), default: "'planned'" }),
  maybe('reason', word(200)),
]

/** A site review may be moved and called off. Those of before stand as they were planned. */
export class MoveSiteReviews1795219201400 implements MigrationInterface {
  name = 'MoveSiteReviews1795219201400'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'site_review',
      columns.map((column) => new TableColumn(column)),
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns(
      'site_review',
      columns.map(({ name }) => name),
    )
  }
}
