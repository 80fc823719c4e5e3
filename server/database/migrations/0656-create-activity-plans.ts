import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, idColumn, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const plans = table(
  'activity_plan',
  [key('id', idColumn), column('town_id', idColumn), column('year', count), maybe('decided_how', word(60))],
  [unique('activity_plan_year', 'town_id', 'year')],
)
const items = table(
  'plan_item',
  [
    key('id', idColumn),
    column('activity_plan_id', idColumn),
    column('position', count),
    column('title', word(60)),
    column('kind', word(30)),
    column('times', count),
    column('first_month', count),
    column('last_month', count),
    maybe('because', word(100)),
    maybe('changed_why', word(100)),
  ],
  [index('plan_item_plan', 'activity_plan_id', 'position', 'id')],
)

/** 年度活动计划: its lines; what was done of them is counted from what was held. */
export class CreateActivityPlans1795219206560 implements MigrationInterface {
  name = 'CreateActivityPlans1795219206560'

  async up(runner: QueryRunner) {
    await runner.createTable(plans)
    await runner.createTable(items)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'activityPlan')
    await runner.dropTable(items)
    await runner.dropTable(plans)
  }
}
