import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'upward_referral',
    [
      key('id', idColumn),
      column('suggestion_id', idColumn),
      column('route', word(20)),
      maybe('document_no', word(60)),
      column('reason', longText),
      column('referred_at', instant),
      maybe('answered_on', day),
      maybe('answer', longText),
    ],
    [index('upward_referral_suggestion', 'suggestion_id')],
  ),
  table(
    'hand_over_meeting',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('held_on', day),
      column('place', word(120)),
      column('person_id', idColumn),
      column('at', instant),
    ],
    [index('hand_over_meeting_town', 'town_id', 'at', 'id')],
  ),
  table(
    'hand_over_item',
    [key('meeting_id', idColumn), key('suggestion_id', idColumn), column('position', count)],
    [index('hand_over_item_suggestion', 'suggestion_id')],
  ),
]
const separatedFrom = new TableColumn(maybe('separated_from_id', idColumn))
const clockStartedOn = new TableColumn(maybe('clock_started_on', day))

export class HandOverAndUpward1795219200401 implements MigrationInterface {
  name = 'HandOverAndUpward1795219200401'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
    await runner.addColumn('suggestion', separatedFrom)
    await runner.addColumn('suggestion_round', clockStartedOn)
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('suggestion_round', 'clock_started_on')
    await runner.dropColumn('suggestion', 'separated_from_id')
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
