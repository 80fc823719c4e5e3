import type { MigrationInterface, QueryRunner } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, unique, table } from '../tables'

const tables = [
  table(
    'suggestion_round',
    [
      key('suggestion_id', idColumn),
      key('round_no', count),
      column('lead_unit_id', idColumn),
      column('handed_over_on', day),
      column('deadline_on', day),
      maybe('instructions', longText),
      maybe('leader_in_charge', word(20)),
      maybe('handler_name', word(20)),
      maybe('handler_phone', word(20)),
      maybe('received_at', instant),
    ],
    [index('suggestion_round_unit', 'lead_unit_id')],
  ),
  table(
    'consultation',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('held_on', day),
      column('form', word(20)),
      column('participants', word(120)),
      column('record', longText),
      column('answer', word(10)),
      maybe('dispute_reason', longText),
      column('recorded_at', instant),
      maybe('answered_at', instant),
    ],
    [index('consultation_round', 'suggestion_id', 'round_no')],
  ),
  table(
    'reply',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('outcome', word(20)),
      column('document_no', word(60)),
      column('text', longText),
      column('public_result', word(120)),
      column('signer', word(20)),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [unique('reply_round', 'suggestion_id', 'round_no')],
  ),
  table(
    'evaluation',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('attitude_rating', word(20)),
      column('result_rating', word(20)),
      maybe('reason', longText),
      column('at', instant),
    ],
    [unique('evaluation_round', 'suggestion_id', 'round_no')],
  ),
]

export class CreateRounds1795219200005 implements MigrationInterface {
  name = 'CreateRounds1795219200005'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
