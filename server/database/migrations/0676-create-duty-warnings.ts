import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { day, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const warnings = table(
  'duty_warning',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('deputy_id', idColumn),
    column('chair_id', idColumn),
    column('facts', longText),
    column('text', longText),
    maybe('reply', longText),
    maybe('reply_way', word(10)),
    maybe('talked_on', day),
    maybe('member_id', idColumn),
    maybe('talk_other', word(20)),
    maybe('talk_place', word(40)),
    maybe('decision_text', longText),
    maybe('decided_how', word(60)),
    maybe('ends_on', day),
  ],
  [index('duty_warning_town', 'town_id', 'id'), index('duty_warning_deputy', 'deputy_id', 'id')],
)

/** 警示: facts, the deputy's own word, and what the presidium decided. */
export class CreateDutyWarnings1795219206760 implements MigrationInterface {
  name = 'CreateDutyWarnings1795219206760'

  async up(runner: QueryRunner) {
    await runner.createTable(warnings)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'dutyWarning')
    await runner.dropTable(warnings)
  }
}
