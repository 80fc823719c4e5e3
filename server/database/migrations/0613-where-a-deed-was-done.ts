import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

const table = 'good_deed'
const added = maybe('area_id', idColumn)

/** A deed may point at a part of a village, as a visit does; nothing has to. */
export class WhereADeedWasDone1795219206130 implements MigrationInterface {
  name = 'WhereADeedWasDone1795219206130'

  async up(runner: QueryRunner) {
    await runner.addColumn(table, new TableColumn(added))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn(table, added.name)
  }
}
