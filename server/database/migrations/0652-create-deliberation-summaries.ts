import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, flag, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'deliberation_note',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('position', count),
      column('agenda_item_id', idColumn),
      maybe('deputy_group_id', idColumn),
      column('note_kind', word(12)),
      column('text', longText),
      maybe('speaker_id', idColumn),
      maybe('by_person_id', idColumn),
      column('noted_at', instant),
      maybe('summary_item_id', idColumn),
      maybe('left_out', word(100)),
    ],
    [index('deliberation_note_meeting', 'meeting_id', 'position')],
  ),
  table(
    'deliberation_summary',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('meeting_id', idColumn),
      maybe('unit_id', idColumn),
      maybe('due_on', day),
      column('sent_back', flag),
      column('rule_set_id', idColumn),
    ],
    [
      index('deliberation_summary_town', 'town_id', 'id'),
      unique('deliberation_summary_meeting', 'meeting_id'),
    ],
  ),
  table(
    'summary_item',
    [
      key('id', idColumn),
      column('summary_id', idColumn),
      column('position', count),
      column('text', word(500)),
      maybe('unit_id', idColumn),
      maybe('answer_kind', word(12)),
      maybe('answer', longText),
      maybe('missing', word(300)),
      column('is_open', { ...flag, default: 1 }),
    ],
    [index('summary_item_summary', 'summary_id', 'position')],
  ),
]

/** 审议意见: what is said at a meeting is noted, and becomes one list that the government answers. */
export class CreateDeliberationSummaries1795219206520 implements MigrationInterface {
  name = 'CreateDeliberationSummaries1795219206520'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'deliberationSummary')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
