import type { MigrationInterface, QueryRunner } from 'typeorm'
import { bytes, idColumn, instant, word } from '../columns'
import { column, key, table } from '../tables'

const tables = [
  table(
    'given_phone',
    [
      key('town_id', idColumn),
      key('account_id', idColumn),
      column('sealed', word(120)),
      column('given_at', instant),
    ],
    [],
  ),
  table(
    'avatar',
    [
      key('town_id', idColumn),
      key('account_id', idColumn),
      column('jpeg', bytes),
      column('chosen_at', instant),
    ],
    [],
  ),
]

export class CreateOwnDetails1795219201101 implements MigrationInterface {
  name = 'CreateOwnDetails1795219201101'

  async up(runner: QueryRunner) {
    for (const each of tables) await runner.createTable(each)
  }

  async down(runner: QueryRunner) {
    for (const each of [...tables].reverse()) await runner.dropTable(each)
  }
}
