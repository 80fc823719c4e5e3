import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'valid_reason',
    [
      key('suggestion_id', idColumn),
      key('version', count),
      column('round_no', count),
      column('valid', flag),
      column('reason', longText),
      maybe('person_id', idColumn),
      column('decided_at', instant),
    ],
    [],
  ),
  table(
    'award_disqualification',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('handling_unit_id', idColumn),
      column('year', count),
      column('no', count),
      column('from_on', day),
      column('to_on', day),
      column('decision', longText),
      maybe('decided_by_id', idColumn),
      column('decided_at', instant),
      maybe('appeal', longText),
      maybe('appealed_at', instant),
      maybe('appeal_verdict', word(10)),
      maybe('appeal_answer', longText),
      maybe('answered_at', instant),
    ],
    [
      unique('award_disqualification_unit', 'handling_unit_id', 'year', 'no'),
      index('award_disqualification_town', 'town_id', 'decided_at'),
    ],
  ),
  table(
    'disqualifying_item',
    [
      key('award_disqualification_id', idColumn),
      key('suggestion_id', idColumn),
      maybe('suggestion_no', word(40)),
      column('subject', word(60)),
      column('rated_on', day),
    ],
    [],
  ),
]

export class CreateAwardStandings1795219200500 implements MigrationInterface {
  name = 'CreateAwardStandings1795219200500'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
