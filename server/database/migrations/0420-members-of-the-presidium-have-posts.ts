import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** Who is its chair, and who are the vice-chairs. */
export class MembersOfThePresidiumHavePosts1795219204200 implements MigrationInterface {
  name = 'MembersOfThePresidiumHavePosts1795219204200'

  async up(runner: QueryRunner) {
    await runner.addColumn('post', new TableColumn(maybe('presidium_post', word(20))))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('post', 'presidium_post')
  }
}
