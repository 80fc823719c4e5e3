import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { instant } from '../columns'
import { maybe } from '../tables'

/** The office has put away what a new town has to do. */
export class FirstStepsPutAway1795219205340 implements MigrationInterface {
  name = 'FirstStepsPutAway1795219205340'

  async up(runner: QueryRunner) {
    await runner.addColumn('town', new TableColumn(maybe('first_steps_put_away_at', instant)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('town', 'first_steps_put_away_at')
  }
}
