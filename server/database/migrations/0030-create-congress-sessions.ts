import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const congressSession = table(
  'congress_session',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('term_no', count),
    column('session_no', count),
    column('opened_on', day),
    maybe('closed_on', day),
  ],
  [
    unique('congress_session_number', 'town_id', 'term_no', 'session_no'),
    index('congress_session_opened', 'town_id', 'opened_on'),
  ],
)

export class CreateCongressSessions1795219200300 implements MigrationInterface {
  name = 'CreateCongressSessions1795219200300'

  async up(runner: QueryRunner) {
    await runner.createTable(congressSession)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(congressSession)
  }
}
