import type { MigrationInterface, QueryRunner } from 'typeorm'
import { day, idColumn, word } from '../columns'
import { addRegisterColumns } from '../register-columns'
import { column, index, key, maybe, table } from '../tables'

const calendarEntries = table(
  'calendar_entry',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('title', word(40)),
    column('day', day),
    maybe('until', day),
    maybe('at', word(10)),
    maybe('place', word(60)),
    column('audience', word(10)),
  ],
  [index('calendar_entry_day', 'town_id', 'day', 'id')],
)

export class CreateCalendarEntries1795219206700 implements MigrationInterface {
  name = 'CreateCalendarEntries1795219206700'

  async up(runner: QueryRunner) {
    await runner.createTable(calendarEntries)
    await addRegisterColumns(runner, 'calendar_entry')
  }

  async down(runner: QueryRunner) {
    await runner.query("DELETE FROM matter_event WHERE kind = 'calendarEntry'")
    await runner.dropTable(calendarEntries)
  }
}
