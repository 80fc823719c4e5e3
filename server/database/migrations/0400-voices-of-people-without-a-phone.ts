import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { idColumn, word } from '../columns'
import { column, index, maybe } from '../tables'

const bySlip = index('resident_opinion_slip', 'town_id', 'slip_code')

/** Somebody without a phone is heard like anybody: another types it, and a slip tells how it stands. */
export class VoicesOfPeopleWithoutAPhone1795219204000 implements MigrationInterface {
  name = 'VoicesOfPeopleWithoutAPhone1795219204000'

  async up(runner: QueryRunner) {
    await runner.changeColumn('resident', 'account_id', new TableColumn(maybe('account_id', idColumn)))
    await runner.addColumn('resident_opinion', new TableColumn(maybe('typed_by_id', idColumn)))
    await runner.addColumn('resident_opinion', new TableColumn(maybe('slip_code', word(8))))
    await runner.createIndex('resident_opinion', bySlip)
  }

  /** Whoever had no account keeps a place that no account leads to. */
  async down(runner: QueryRunner) {
    await runner.dropIndex('resident_opinion', bySlip)
    await runner.dropColumn('resident_opinion', 'slip_code')
    await runner.dropColumn('resident_opinion', 'typed_by_id')
    await runner.query('UPDATE resident SET account_id = id WHERE account_id IS NULL')
    await runner.changeColumn('resident', 'account_id', new TableColumn(column('account_id', idColumn)))
  }
}
