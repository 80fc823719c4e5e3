import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

const tables = ['resident_opinion', 'visit']

/** What was said and where somebody called may point at a part of a village; nothing has to. */
export class WhereInAVillage1795219206110 implements MigrationInterface {
  name = 'WhereInAVillage1795219206110'

  async up(runner: QueryRunner) {
    for (const table of tables) await runner.addColumn(table, new TableColumn(maybe('area_id', idColumn)))
  }

  async down(runner: QueryRunner) {
    for (const table of tables) await runner.dropColumn(table, 'area_id')
  }
}
