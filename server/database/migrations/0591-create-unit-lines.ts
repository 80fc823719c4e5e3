import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const lines = table(
  'unit_line',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('deputy_id', idColumn),
    column('unit_id', idColumn),
    column('subject', word(60)),
    column('text', longText),
    maybe('village_id', idColumn),
    maybe('suggestion_id', idColumn),
    maybe('rule_set_id', idColumn),
  ],
  [index('unit_line_town', 'town_id', 'id'), index('unit_line_deputy', 'deputy_id')],
)

/** 直接问单位: deputies write to units without a suggestion. */
export class CreateUnitLines1795219205910 implements MigrationInterface {
  name = 'CreateUnitLines1795219205910'

  async up(runner: QueryRunner) {
    await runner.createTable(lines)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'unitLine')
    await runner.dropTable(lines)
  }
}
