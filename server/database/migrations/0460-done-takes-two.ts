import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, flag, idColumn, word } from '../columns'
import { column, index, maybe } from '../tables'

const ofReply = [
  maybe('to_see', word(120)),
  maybe('person_times', count),
  maybe('vehicle_trips', count),
] as const

/**
 * A reply that says “solved” says what one can go and see, and what it took; a 面商 says whether whoever came could decide.
 * Of those before nobody knows.
 */
export class DoneTakesTwo1795219204600 implements MigrationInterface {
  name = 'DoneTakesTwo1795219204600'

  async up(runner: QueryRunner) {
    for (const table of ['reply', 'reply_version'])
      for (const added of ofReply) await runner.addColumn(table, new TableColumn(added))
    await runner.addColumn('reply', new TableColumn(maybe('to_see_check_id', idColumn)))
    await runner.createIndex('reply', index('reply_to_see_check', 'to_see_check_id'))
    await runner.addColumn('consultation', new TableColumn(maybe('may_decide', word(20))))
    await runner.addColumn('consultation', new TableColumn(column('head_asked', flag)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('consultation', 'head_asked')
    await runner.dropColumn('consultation', 'may_decide')
    await runner.dropIndex('reply', 'reply_to_see_check')
    await runner.dropColumn('reply', 'to_see_check_id')
    for (const table of ['reply', 'reply_version'])
      for (const { name } of ofReply) await runner.dropColumn(table, name)
  }
}
