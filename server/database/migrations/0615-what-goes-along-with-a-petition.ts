import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, idColumn, instant, moreBytes, word } from '../columns'
import { column, index, key, maybe, table } from '../tables'

const attachments = table(
  'petition_attachment',
  [
    key('id', idColumn),
    column('town_id', idColumn),
    column('petition_id', idColumn),
    column('position', count),
    column('format', word(8)),
    maybe('seconds', count),
    column('sealed', moreBytes),
    column('created_at', instant),
  ],
  [index('petition_attachment_petition', 'petition_id', 'position')],
)

/** What stood beside a message goes along with it; and whoever a petition was passed on to has so many days. */
export class WhatGoesAlongWithAPetition1795219206150 implements MigrationInterface {
  name = 'WhatGoesAlongWithAPetition1795219206150'

  async up(runner: QueryRunner) {
    await runner.createTable(attachments)
    await runner.addColumn('petition', new TableColumn(maybe('referred_on', day)))
  }

  async down(runner: QueryRunner) {
    await runner.dropColumn('petition', 'referred_on')
    await runner.dropTable(attachments)
  }
}
