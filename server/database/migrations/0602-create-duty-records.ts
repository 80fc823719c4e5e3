import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const dutyRecords = table(
  'duty_record',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('deputy_id', idColumn),
    column('duty_kind', word(20)),
    column('done_on', day),
    maybe('done_until', day),
    column('subject', word(40)),
    maybe('text', longText),
    maybe('organiser', word(40)),
    maybe('place', word(40)),
    maybe('persons', count),
  ],
  [index('duty_record_deputy', 'deputy_id', 'done_on')],
)

/** 补记: what a deputy did and no other part of the house saw. */
export class CreateDutyRecords1795219206020 implements MigrationInterface {
  name = 'CreateDutyRecords1795219206020'

  async up(runner: QueryRunner) {
    await runner.createTable(dutyRecords)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'dutyRecord')
    await runner.dropTable(dutyRecords)
  }
}
