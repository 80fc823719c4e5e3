import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

/** A consultation says with which of the proposers it was held; all of before were held with the lead deputy. */
export class EveryProposerIsConsulted1795219204400 implements MigrationInterface {
  name = 'EveryProposerIsConsulted1795219204400'

  async up(runner: QueryRunner) {
    await runner.addColumn('consultation', new TableColumn(maybe('merged_id', idColumn)))
  }

  /** Before, a talk with somebody else than the lead deputy was none. */
  async down(runner: QueryRunner) {
    await runner.query('DELETE FROM consultation WHERE merged_id IS NOT NULL')
    await runner.dropColumn('consultation', 'merged_id')
  }
}
