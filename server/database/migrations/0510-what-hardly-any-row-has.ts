import type { MigrationInterface, QueryRunner } from 'typeorm'
import { index } from '../tables'

/**
 * Columns that hardly any row fills in. SQLite counts NULL as a value like others and thinks to find the whole table by
 * such an index, so that it rather reads the table: unless what is asked for stands in the index itself.
 */
const indices = {
  resident_opinion: [
    index('resident_opinion_earlier', 'earlier_suggestion_id'),
    index('resident_opinion_earlier', 'earlier_suggestion_id', 'suggestion_id', 'rating', 'id'),
  ],
  suggestion: [
    index('suggestion_separated_from', 'separated_from_id'),
    index('suggestion_separated_from', 'separated_from_id', 'id'),
  ],
} as const

export class WhatHardlyAnyRowHas1795219205100 implements MigrationInterface {
  name = 'WhatHardlyAnyRowHas1795219205100'

  async up(runner: QueryRunner) {
    for (const [table, [before, after]] of Object.entries(indices)) {
      await runner.dropIndex(table, before)
      await runner.createIndex(table, after)
    }
  }

  async down(runner: QueryRunner) {
    for (const [table, [before, after]] of Object.entries(indices)) {
      await runner.dropIndex(table, after)
      await runner.createIndex(table, before)
    }
  }
}
