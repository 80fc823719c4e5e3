import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, flag, idColumn, word } from '../columns'
import { column, key, maybe, table } from '../tables'

const category = table(
  'category',
  [
    key('town_id', idColumn),
    key('code', word(20)),
    column('name', word(20)),
    maybe('parent_code', word(20)),
    column('position', count),
    column('retired', flag),
  ],
  [],
)

/**
 * `suggestion.category` stays as it is: its words are the codes of the tree that a town begins with. The tree is
 * written down for a town the first time that it is needed.
 */
export class CreateCategories1795219200304 implements MigrationInterface {
  name = 'CreateCategories1795219200304'

  async up(runner: QueryRunner) {
    await runner.createTable(category)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(category)
  }
}
