import { type MigrationInterface, type QueryRunner, TableColumn, type TableColumnOptions } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'return_request',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('handling_unit_id', idColumn),
      column('reason', longText),
      column('proposed_unit_id', idColumn),
      column('handed_over_on', day),
      column('deadline_on', day),
      column('requested_at', instant),
      column('answer', word(10)),
      maybe('new_unit_id', idColumn),
      maybe('decision_reason', longText),
      maybe('decided_at', instant),
    ],
    [
      index('return_request_round', 'suggestion_id', 'round_no'),
      index('return_request_unit', 'handling_unit_id'),
    ],
  ),
  table(
    'extension',
    [
      key('suggestion_id', idColumn),
      key('round_no', count),
      column('reason', longText),
      column('measures', longText),
      column('latest_on', day),
      column('public_reason', word(120)),
      column('deadline_before', day),
      column('requested_at', instant),
      column('answer', word(10)),
      maybe('granted_until', day),
      maybe('decision_reason', longText),
      maybe('decided_at', instant),
    ],
    [],
  ),
  table(
    'information_request',
    [
      key('suggestion_id', idColumn),
      key('round_no', count),
      column('question', longText),
      column('asked_on', day),
      column('due_on', day),
      column('deadline_before', day),
      maybe('answer', longText),
      maybe('answered_at', instant),
    ],
    [],
  ),
  table(
    'commitment',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('round_no', count),
      column('promise', word(200)),
      column('due_on', day),
      column('promised_at', instant),
      maybe('result', word(20)),
      maybe('report', longText),
      maybe('public_result', word(120)),
      maybe('reported_at', instant),
      maybe('rating', word(20)),
      maybe('rating_reason', longText),
      maybe('ended_at', instant),
    ],
    [index('commitment_round', 'suggestion_id', 'round_no'), index('commitment_due', 'ended_at', 'due_on')],
  ),
  table(
    'summons',
    [
      key('suggestion_id', idColumn),
      key('round_no', count),
      column('held_on', day),
      column('place', word(120)),
      column('questions', longText),
      maybe('attendee', word(60)),
      maybe('answers', longText),
      maybe('recorded_at', instant),
    ],
    [],
  ),
  table(
    'reply_version',
    [
      key('suggestion_id', idColumn),
      key('round_no', count),
      key('version', count),
      column('outcome', word(20)),
      column('document_no', word(60)),
      column('text', longText),
      column('public_result', word(120)),
      column('signer', word(20)),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [],
  ),
]

const added: Readonly<Record<string, readonly TableColumnOptions[]>> = {
  reply: [
    column('version', { ...count, default: 1 }),
    maybe('ground', word(20)),
    maybe('funds_yuan', count),
    maybe('length_metres', count),
    maybe('beneficiaries', count),
  ],
  co_unit: [
    maybe('due_on', day),
    maybe('opinion', longText),
    maybe('given_at', instant),
    maybe('sent_back_at', instant),
    maybe('sent_back_reason', longText),
    maybe('waived_at', instant),
    maybe('waived_reason', longText),
  ],
}

export class CompleteHandling1795219200400 implements MigrationInterface {
  name = 'CompleteHandling1795219200400'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
    for (const [name, columns] of Object.entries(added))
      for (const each of columns) await runner.addColumn(name, new TableColumn(each))
  }

  async down(runner: QueryRunner) {
    for (const [name, columns] of Object.entries(added))
      for (const each of columns) await runner.dropColumn(name, each.name)
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
