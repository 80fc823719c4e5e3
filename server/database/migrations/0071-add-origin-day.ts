import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { day, word } from '../columns'
import { maybe } from '../tables'

const columns = [new TableColumn(maybe('origin_on', day)), new TableColumn(maybe('origin_place', word(60)))]

export class AddOriginDay1795219200701 implements MigrationInterface {
  name = 'AddOriginDay1795219200701'

  async up(runner: QueryRunner) {
    await runner.addColumns('suggestion', columns)
  }

  async down(runner: QueryRunner) {
    for (const { name } of [...columns].reverse()) await runner.dropColumn('suggestion', name)
  }
}
