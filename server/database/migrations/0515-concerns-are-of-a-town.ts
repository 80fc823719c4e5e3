import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn } from '../columns'
import { column, index, key, table } from '../tables'

const own = [key('suggestion_id', idColumn), key('person_id', idColumn)]
const before = table('suggestion_concern', own, [])
const after = table(
  'suggestion_concern',
  [...own, column('town_id', idColumn)],
  [index('suggestion_concern_town', 'town_id', 'suggestion_id')],
)

/** Who stands in for whom a suggestion concerns is found anew when somebody comes or leaves: of one town. */
export class ConcernsAreOfATown1795219205150 implements MigrationInterface {
  name = 'ConcernsAreOfATown1795219205150'

  async up(runner: QueryRunner) {
    const rows = (await runner.query(
      `SELECT c.suggestion_id AS suggestionId, c.person_id AS personId, s.town_id AS townId
       FROM suggestion_concern c JOIN suggestion s ON s.id = c.suggestion_id`,
    )) as Record<'suggestionId' | 'personId' | 'townId', string>[]
    await runner.dropTable(before)
    await runner.createTable(after)
    for (const { suggestionId, personId, townId } of rows)
      await runner.query(
        'INSERT INTO suggestion_concern (suggestion_id, person_id, town_id) VALUES (?, ?, ?)',
        [suggestionId, personId, townId],
      )
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('suggestion_concern', 'suggestion_concern_town')
    await runner.dropColumn('suggestion_concern', 'town_id')
  }
}
