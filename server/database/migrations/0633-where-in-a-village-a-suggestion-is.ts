import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

const table = 'suggestion'
const added = maybe('area_id', idColumn)

/** A suggestion may point at a part of its village, as the message does that it came of; nothing has to. */
export class WhereInAVillageASuggestionIs1795219206330 implements MigrationInterface {
  name = 'WhereInAVillageASuggestionIs1795219206330'

  async up(runner: QueryRunner) {
    await runner.addColumn(table, new TableColumn(added))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn(table, added.name)
  }
}
