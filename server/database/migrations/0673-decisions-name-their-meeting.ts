import type { MigrationInterface, QueryRunner } from 'typeorm'
import { idColumn, instant, word } from '../columns'
import { column, index, key, table } from '../tables'

const decisions = table(
  'presidium_decision',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('meeting_id', idColumn),
    column('suggestion_id', idColumn),
    column('action', word(40)),
    column('decided_at', instant),
  ],
  [
    index('presidium_decision_meeting', 'meeting_id', 'decided_at'),
    index('presidium_decision_suggestion', 'suggestion_id', 'decided_at'),
  ],
)

/** What the presidium decides of a suggestion names the meeting at which it was decided. */
export class DecisionsNameTheirMeeting1795219206730 implements MigrationInterface {
  name = 'DecisionsNameTheirMeeting1795219206730'

  async up(runner: QueryRunner) {
    await runner.createTable(decisions)
  }

  async down(runner: QueryRunner) {
    await runner.dropTable(decisions)
  }
}
