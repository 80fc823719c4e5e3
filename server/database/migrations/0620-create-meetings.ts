import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, digest, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'meeting',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('meeting_kind', word(20)),
      column('deputy_group_id', idColumn),
      column('held_by', day),
      maybe('day', day),
      maybe('starts_at', word(10)),
      maybe('place', word(60)),
      maybe('opened_at', instant),
      maybe('ended_at', instant),
      maybe('remarks', longText),
      maybe('minutes_text', longText),
      maybe('minutes_digest', digest),
    ],
    [
      index('meeting_town', 'town_id', 'held_by', 'id'),
      index('meeting_group', 'deputy_group_id', 'held_by', 'id'),
    ],
  ),
  table(
    'review_item',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('opinion_id', idColumn),
      column('position', count),
      maybe('gist', word(100)),
      maybe('decision', word(12)),
      maybe('said', longText),
      maybe('suggestion_id', idColumn),
      maybe('lead_id', idColumn),
      maybe('noted_by_id', idColumn),
      maybe('noted_at', instant),
    ],
    [index('review_item_meeting', 'meeting_id', 'position'), index('review_item_opinion', 'opinion_id')],
  ),
  table(
    'roll_mark',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('position', count),
      column('person_id', idColumn),
      column('mark', word(10)),
      column('at', instant),
      column('received_at', instant),
      column('source', word(10)),
      maybe('by_person_id', idColumn),
      maybe('reason', word(100)),
    ],
    [index('roll_mark_meeting', 'meeting_id', 'position'), index('roll_mark_person', 'person_id')],
  ),
]

/** A group meets, calls the roll, and decides of each of its open opinions. */
export class CreateMeetings1795219206200 implements MigrationInterface {
  name = 'CreateMeetings1795219206200'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'meeting')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
