import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag, instant, word } from '../columns'
import { column, maybe } from '../tables'

/**
 * What somebody said by telephone, on paper or face to face and another typed says how it was said; a round knows that its
 * reply no longer waits for the deputy, and a change of the unit whether it was asked for.
 */
export class ActsTypedForSomebody1795219203750 implements MigrationInterface {
  name = 'ActsTypedForSomebody1795219203750'

  async up(runner: QueryRunner) {
    await runner.addColumn('matter_event', new TableColumn(maybe('spoken_how', word(10))))
    await runner.addColumn('suggestion_round', new TableColumn(maybe('reply_opened_at', instant)))
    await runner.addColumn('return_request', new TableColumn(column('by_office', flag)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('return_request', 'by_office')
    await runner.dropColumn('suggestion_round', 'reply_opened_at')
    await runner.dropColumn('matter_event', 'spoken_how')
  }
}
