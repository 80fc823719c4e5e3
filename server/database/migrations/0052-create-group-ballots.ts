import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, idColumn, instant, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'group_ballot',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('deputy_group_id', idColumn),
      column('opened_at', instant),
      maybe('closed_at', instant),
      column('voters', count),
    ],
    [
      unique('group_ballot_round', 'suggestion_id', 'round_no'),
      index('group_ballot_opened', 'town_id', 'opened_at'),
    ],
  ),
  table('ballot_voter', [key('group_ballot_id', idColumn), key('person_id', idColumn)], []),
  table(
    'ballot_tally',
    [key('group_ballot_id', idColumn), key('rating', word(20)), column('votes', count)],
    [],
  ),
]

export class CreateGroupBallots1795219200502 implements MigrationInterface {
  name = 'CreateGroupBallots1795219200502'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
