import { type MigrationInterface, type QueryRunner } from 'typeorm'
import { idColumn } from '../columns'
import { key, table } from '../tables'

/** Whom of the office or the presidium a suggestion concerns. */
export class WhomASuggestionConcerns1795219205010 implements MigrationInterface {
  name = 'WhomASuggestionConcerns1795219205010'

  async up(runner: QueryRunner) {
    await runner.createTable(
      table('suggestion_concern', [key('suggestion_id', idColumn), key('person_id', idColumn)], []),
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('suggestion_concern')
  }
}
