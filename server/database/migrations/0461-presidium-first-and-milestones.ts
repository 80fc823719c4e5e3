import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../columns'
import { column, key, maybe, table } from '../tables'

/** A deputy may want the presidium to read a suggestion before any unit does; how far a promise is, with its next day. */
export class PresidiumFirstAndMilestones1795219204610 implements MigrationInterface {
  name = 'PresidiumFirstAndMilestones1795219204610'

  async up(runner: QueryRunner) {
    await runner.addColumn('suggestion', new TableColumn(column('presidium_first', flag)))
    await runner.addColumn('suggestion', new TableColumn(maybe('presidium_read_at', instant)))
    await runner.createTable(
      table(
        'commitment_milestone',
        [
          key('commitment_id', idColumn),
          key('version', count),
          column('percent', count),
          column('note', longText),
          maybe('next_step', word(120)),
          maybe('next_on', day),
          column('at', instant),
        ],
        [],
      ),
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropTable('commitment_milestone')
    await runner.dropColumn('suggestion', 'presidium_read_at')
    await runner.dropColumn('suggestion', 'presidium_first')
  }
}
