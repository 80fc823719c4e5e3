import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { flag, idColumn, word } from '../columns'
import { column, maybe } from '../tables'

const ofOpinions = [
  maybe('resident_name', word(20)),
  maybe('resident_phone', word(20)),
  column('unnamed', flag),
  column('for_another', flag),
]
const ofPushes = [maybe('resident_opinion_id', idColumn)]

/**
 * Who a message is from stands with the message, and what a resident was told stands with the message that it is about.
 * What was sent before keeps what is shown of it today.
 */
export class FreezeSenders1795219201700 implements MigrationInterface {
  name = 'FreezeSenders1795219201700'

  async up(runner: QueryRunner) {
    await runner.addColumns(
      'resident_opinion',
      ofOpinions.map((column) => new TableColumn(column)),
    )
    await runner.addColumns(
      'outbox_message',
      ofPushes.map((column) => new TableColumn(column)),
    )
    for (const [to, from] of [
      ['resident_name', 'name'],
      ['resident_phone', 'phone'],
    ])
      await runner.query(
        `UPDATE resident_opinion SET ${to} =
           (SELECT r.${from} FROM resident r WHERE r.id = resident_opinion.resident_id)`,
      )
    await runner.query(
      `UPDATE outbox_message SET resident_opinion_id = SUBSTR(page, -26)
       WHERE recipient_kind = 'resident' AND page LIKE 'pages/matter?town=%&id=%'`,
    )
  }

  async down(runner: QueryRunner) {
    await runner.dropColumns(
      'outbox_message',
      ofPushes.map(({ name }) => name),
    )
    await runner.dropColumns(
      'resident_opinion',
      ofOpinions.map(({ name }) => name),
    )
  }
}
