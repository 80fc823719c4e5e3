import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'group_question',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('question', word(300)),
      column('until', day),
      column('rule_set_id', idColumn),
    ],
    [index('group_question_town', 'town_id', 'id')],
  ),
  table(
    'group_answer',
    [
      key('id', idColumn),
      column('group_question_id', idColumn),
      column('deputy_group_id', idColumn),
      column('position', count),
      maybe('in_favour', count),
      maybe('against', count),
      maybe('no_opinion', count),
      maybe('reasons', longText),
      maybe('proposals', longText),
      maybe('answered_at', instant),
    ],
    [index('group_answer_question', 'group_question_id', 'position')],
  ),
]

/** 请各组讨论: one question to all groups, and what each of them says. */
export class CreateGroupQuestions1795219206740 implements MigrationInterface {
  name = 'CreateGroupQuestions1795219206740'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'groupQuestion')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
