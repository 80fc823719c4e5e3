import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

const push = (...columnNames: string[]) => new TableIndex({ name: 'outbox_message_push', columnNames })
const older = push('state', 'push', 'available_at')
/** With what comes after an equal instant: a broadcast has one for fifty thousand. */
const newer = push('state', 'push', 'available_at', 'id')
const byRecipient = new TableIndex({
  name: 'outbox_message_recipient',
  columnNames: ['recipient_id', 'state'],
})

/** The next batch of pushes is the head of an index, and what the night kept back for one person is found by that person. */
export class PushesByKindAndPerson1795219202850 implements MigrationInterface {
  name = 'PushesByKindAndPerson1795219202850'

  async up(runner: QueryRunner) {
    await runner.dropIndex('outbox_message', older)
    await runner.createIndex('outbox_message', newer)
    await runner.createIndex('outbox_message', byRecipient)
  }

  async down(runner: QueryRunner) {
    await runner.dropIndex('outbox_message', byRecipient)
    await runner.dropIndex('outbox_message', newer)
    await runner.createIndex('outbox_message', older)
  }
}
