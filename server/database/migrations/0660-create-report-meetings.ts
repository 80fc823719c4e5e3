import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, digest, flag, idColumn, longText, word } from '../columns'
import { column, index, key, maybe, table, unique } from '../tables'

const tables = [
  table(
    'duty_report_meeting',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('plan_year', count),
      column('electoral_district_id', idColumn),
      maybe('held_on', day),
      maybe('starts_at', word(10)),
      maybe('place', word(60)),
      maybe('chair_id', idColumn),
      maybe('late_why', word(200)),
      maybe('teller_one', word(20)),
      maybe('teller_two', word(20)),
      maybe('present_voters', count),
      maybe('paper_slips', count),
      maybe('minutes', longText),
      column('rule_set_id', idColumn),
    ],
    [
      index('duty_report_meeting_town', 'town_id', 'plan_year', 'id'),
      index('duty_report_meeting_held', 'town_id', 'held_on', 'id'),
    ],
  ),
  table(
    'duty_report',
    [
      key('id', idColumn),
      column('meeting_id', idColumn),
      column('person_id', idColumn),
      column('mandate_id', idColumn),
      column('position', count),
      maybe('here', { type: 'boolean' }),
      maybe('resolutions', longText),
      maybe('deliberations', longText),
      maybe('between_sessions', longText),
      maybe('contacts', longText),
      maybe('satisfied', count),
      maybe('basically_satisfied', count),
      maybe('not_satisfied', count),
    ],
    [
      index('duty_report_meeting_order', 'meeting_id', 'position'),
      index('duty_report_person', 'person_id', 'meeting_id'),
      index('duty_report_mandate', 'mandate_id', 'meeting_id'),
    ],
  ),
  table(
    'report_rating',
    [
      key('meeting_id', idColumn),
      column('town_id', idColumn),
      column('room_code', word(6)),
      column('phone_slips', count),
      column('drawn', count),
      column('used', count),
      column('sealed_tally', longText),
      maybe('first_count', longText),
      maybe('second_count', longText),
    ],
    [unique('report_rating_code', 'town_id', 'room_code')],
  ),
  table('report_slip', [key('meeting_id', idColumn), key('digest', digest), column('used', flag)], []),
]

/** Deputies report to their voters; what the voters say of it leads to nobody. */
export class CreateReportMeetings1795219206600 implements MigrationInterface {
  name = 'CreateReportMeetings1795219206600'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'dutyReportMeeting')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
