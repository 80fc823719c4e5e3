import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, word } from '../columns'
import { index, key, table } from '../tables'

const byMatter = index('search_token_matter', 'matter_id')
const town = key('town_id', idColumn)
const token = key('token', word(12))
const matter = key('matter_id', idColumn)
const older = table('search_token', [town, token, matter], [byMatter])
const newer = table('search_token', [town, token, key('kind', word(50)), matter], [byMatter])

/** The rows of registers are found by pieces of words too, so that each piece says of what kind it is. */
export class SearchTokensOfAKind1795219202600 implements MigrationInterface {
  name = 'SearchTokensOfAKind1795219202600'

  async up(runner: QueryRunner) {
    await aside(runner)
    await runner.createTable(newer)
    await runner.query(
      `INSERT INTO search_token (town_id, token, kind, matter_id)
       SELECT b.town_id, b.token, m.kind, b.matter_id FROM search_token_before b JOIN matter m ON m.id = b.matter_id`,
    )
    await runner.query('DROP TABLE search_token_before')
  }

  async down(runner: QueryRunner) {
    await aside(runner)
    await runner.createTable(older)
    await runner.query(
      `INSERT INTO search_token (town_id, token, matter_id)
       SELECT b.town_id, b.token, b.matter_id FROM search_token_before b
       JOIN matter m ON m.id = b.matter_id AND m.kind = b.kind`,
    )
    await runner.query('DROP TABLE search_token_before')
  }
}

async function aside(runner: QueryRunner) {
  await runner.dropIndex('search_token', 'search_token_matter')
  await runner.query('ALTER TABLE search_token RENAME TO search_token_before')
}
