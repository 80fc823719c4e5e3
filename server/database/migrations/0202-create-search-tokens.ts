import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, word } from '../columns'
import { index, key, table } from '../tables'

const searchToken = table(
  'search_token',
  [key('town_id', idColumn), key('token', word(12)), key('matter_id', idColumn)],
  [index('search_token_matter', 'matter_id')],
)

/** By which pieces of words a matter is found. */
export class CreateSearchTokens1795219202020 implements MigrationInterface {
  name = 'CreateSearchTokens1795219202020'

  async up(runner: QueryRunner) {
    await runner.createTable(searchToken)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(searchToken)
  }
}
