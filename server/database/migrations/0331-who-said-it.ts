import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn } from '../columns'
import { maybe } from '../tables'

/** A resident's message may be passed on to another deputy: what the first one wrote stays theirs. */
export class WhoSaidIt1795219203310 implements MigrationInterface {
  name = 'WhoSaidIt1795219203310'

  async up(runner: QueryRunner) {
    await runner.addColumn('opinion_message', new TableColumn(maybe('deputy_id', idColumn)))
    await runner.query(
      `UPDATE opinion_message SET deputy_id =
         (SELECT o.deputy_id FROM resident_opinion o WHERE o.id = opinion_message.resident_opinion_id)
       WHERE author = 'deputy'`,
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('opinion_message', 'deputy_id')
  }
}
