import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const results = table(
  'election_result',
  [
    key('id', idColumn),
    column('meeting_id', idColumn),
    column('agenda_item_id', idColumn),
    column('office', word(30)),
    column('seats', count),
    column('in_office', count),
    column('present', count),
    column('issued', count),
    column('returned', count),
    column('valid', count),
    column('counted', longText),
    column('noted_at', instant),
    maybe('noted_by_id', idColumn),
  ],
  [index('election_result_meeting', 'meeting_id', 'noted_at')],
)

/** 选举结果: what was counted at a meeting is written down. */
export class CreateElectionResults1795219206530 implements MigrationInterface {
  name = 'CreateElectionResults1795219206530'

  async up(runner: QueryRunner) {
    await runner.createTable(results)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(results)
  }
}
