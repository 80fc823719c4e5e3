import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const ofMeeting = [
  maybe('title', word(60)),
  maybe('convened_on', day),
  maybe('short_notice', word(100)),
  column('roll_no', { ...count, default: 1 }),
  column('observers', { ...count, default: 0 }),
]
const ofMark = [column('roll_no', { ...count, default: 1 }), maybe('undoes', idColumn)]

const tables = [
  table(
    'agenda_item',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('position', count),
      column('title', word(60)),
      maybe('outcome', word(12)),
      maybe('outcome_note', word(300)),
      maybe('carried_to_id', idColumn),
    ],
    [index('agenda_item_meeting', 'meeting_id', 'position')],
  ),
  table(
    'decision',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('agenda_item_id', idColumn),
      column('text', longText),
      column('method', word(12)),
      column('in_office', count),
      column('present', count),
      column('yes', count),
      column('no', count),
      column('abstain', count),
      column('decided_at', instant),
      maybe('noted_by_id', idColumn),
    ],
    [index('decision_meeting', 'meeting_id', 'decided_at')],
  ),
]

/** The congress and its presidium meet too: an agenda instead of a list of opinions, votes, and no group behind them. */
export class MeetingsThatVote1795219206400 implements MigrationInterface {
  name = 'MeetingsThatVote1795219206400'

  async up(runner: QueryRunner) {
    await runner.changeColumn(
      'meeting',
      'deputy_group_id',
      new TableColumn(maybe('deputy_group_id', idColumn)),
    )
    for (const one of ofMeeting) await runner.addColumn('meeting', new TableColumn(one))
    for (const one of ofMark) await runner.addColumn('roll_mark', new TableColumn(one))
    for (const each of tables) await runner.createTable(each)
  }

  /** A meeting of no group is kept by its own id, which leads to no group. */
  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
    for (const { name } of [...ofMark].reverse()) await runner.dropColumn('roll_mark', name)
    for (const { name } of [...ofMeeting].reverse()) await runner.dropColumn('meeting', name)
    await runner.query('UPDATE meeting SET deputy_group_id = id WHERE deputy_group_id IS NULL')
    await runner.changeColumn(
      'meeting',
      'deputy_group_id',
      new TableColumn(column('deputy_group_id', idColumn)),
    )
  }
}
