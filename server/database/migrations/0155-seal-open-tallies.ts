import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/**
 * While a ballot is open, its votes stand sealed on it: two copies of the database, from before and after a vote, show
 * that somebody voted and not what. What an open ballot had counted before stays in `ballot_tally` and is added at its end.
 */
export class SealOpenTallies1795219201505 implements MigrationInterface {
  name = 'SealOpenTallies1795219201505'

  async up(runner: QueryRunner) {
    await runner.addColumn('group_ballot', new TableColumn(maybe('sealed_tally', word(120))))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('group_ballot', 'sealed_tally')
  }
}
