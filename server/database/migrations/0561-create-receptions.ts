import type { MigrationInterface, QueryRunner } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, longText, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const tables = [
  table(
    'reception',
    [
      key('id', idColumn),
      column('town_id', idColumn),
      column('liaison_station_id', idColumn),
      column('held_on', day),
      column('rule_on', day),
      maybe('received', count),
      maybe('note', word(300)),
      maybe('swap_from_id', idColumn),
      maybe('in_return_id', idColumn),
    ],
    [
      index('reception_station', 'liaison_station_id', 'rule_on'),
      index('reception_held', 'liaison_station_id', 'held_on'),
      index('reception_town', 'town_id', 'held_on', 'id'),
    ],
  ),
  table(
    'reception_sitter',
    [
      key('reception_id', idColumn),
      key('person_id', idColumn),
      column('position', count),
      maybe('sat', { type: 'boolean' }),
    ],
    [index('reception_sitter_person', 'person_id')],
  ),
  table(
    'reception_record',
    [
      key('id', idColumn),
      column('reception_id', idColumn),
      column('position', count),
      maybe('visitor_name', word(20)),
      maybe('village_id', idColumn),
      maybe('said', longText),
      column('how', word(20)),
      maybe('answer', longText),
      maybe('opinion_id', idColumn),
    ],
    [
      index('reception_record_reception', 'reception_id', 'position'),
      index('reception_record_opinion', 'opinion_id'),
    ],
  ),
]
const absences = table(
  'absence',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('person_id', idColumn),
    column('from_on', day),
    column('until_on', day),
    maybe('reason', word(60)),
  ],
  [
    index('absence_order', 'town_id', 'from_on', 'id'),
    index('absence_person', 'town_id', 'person_id', 'from_on', 'id'),
  ],
)

/** Who sits at a station on which day, who cannot come, and what the day brought. */
export class CreateReceptions1795219205610 implements MigrationInterface {
  name = 'CreateReceptions1795219205610'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
    await runner.createTable(absences)
    await addRegisterColumns(runner, 'absence')
  }

  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM ask WHERE kind = 'reception'")
    await takeAway(runner, 'reception')
    await runner.query("DELETE FROM matter_event WHERE kind = 'absence'")
    await runner.dropTable(absences)
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
