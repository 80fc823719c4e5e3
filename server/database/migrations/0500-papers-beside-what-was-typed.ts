import { type MigrationInterface, type QueryRunner } from 'typeorm'
import { count, idColumn, instant } from '../columns'
import { column, index, key, table } from '../tables'

/** Whoever types what somebody without a phone said may keep the paper beside it. */
export class PapersBesideWhatWasTyped1795219205000 implements MigrationInterface {
  name = 'PapersBesideWhatWasTyped1795219205000'

  async up(runner: QueryRunner) {
    await runner.createTable(
      table(
        'opinion_paper',
        [
          key('photo_id', idColumn),
          column('resident_opinion_id', idColumn),
          column('at', instant),
          column('position', count),
        ],
        [index('opinion_paper_opinion', 'resident_opinion_id', 'at')],
      ),
    )
  }

  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM photo WHERE id IN (SELECT photo_id FROM opinion_paper)')
    await runner.dropTable('opinion_paper')
  }
}
