import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { word } from '../columns'
import { maybe } from '../tables'

/** A reminder of the clock is told apart from what somebody did: of a day all of them are read as one. */
export class WhatTheClockSaid1795219205260 implements MigrationInterface {
  name = 'WhatTheClockSaid1795219205260'

  async up(runner: QueryRunner) {
    await runner.addColumn('inbox_message', new TableColumn(maybe('reminder', word(10))))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('inbox_message', 'reminder')
  }
}
