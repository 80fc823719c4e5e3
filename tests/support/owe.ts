import { bring } from './bring'
import type { TestServer } from './server'
import type { TestTown } from './town'

/**
 * One push for the congress office and for nobody else: a suggestion is submitted, and what others are told of it needs
 * no push here. What many failures in a row do to the channel is a story of its own.
 */
export async function owePush(server: TestServer, town: TestTown) {
  await bring(server, town, 'submitted')
  await server.database.transaction((tx) =>
    tx.query("DELETE FROM outbox_message WHERE recipient_id <> ? AND state = 'pending'", [town.office.id]),
  )
}
