import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { takeAway } from '../carry-matters'
import { count, day, idColumn, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const resolutions = table(
  'resolution',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('meeting_id', idColumn),
    column('agenda_item_id', idColumn),
    column('position', count),
    column('what', word(300)),
    maybe('unit_id', idColumn),
    maybe('person_id', idColumn),
    column('first_due_on', day),
    column('due_on', day),
    column('times', { ...count, default: 0 }),
    maybe('result', word(500)),
    column('rule_set_id', idColumn),
  ],
  [index('resolution_town', 'town_id', 'id'), index('resolution_meeting', 'meeting_id', 'position')],
)

/** 议定事项: what a meeting gives somebody to do stands on its next agendas until it is done. */
export class CreateResolutions1795219206720 implements MigrationInterface {
  name = 'CreateResolutions1795219206720'

  async up(runner: QueryRunner) {
    await runner.createTable(resolutions)
    await runner.addColumn('agenda_item', new TableColumn(maybe('resolution_id', idColumn)))
  }

  async down(runner: QueryRunner) {
    await takeAway(runner, 'resolution')
    await runner.dropColumn('agenda_item', 'resolution_id')
    await runner.dropTable(resolutions)
  }
}
