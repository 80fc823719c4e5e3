import type { TestServer } from './server'

/** What was written and photographed for the public is found in order, for tests that are about something else. */
export async function everythingPasses(server: TestServer) {
  await server.run('checkContent')
  await server.database.transaction((tx) =>
    tx.query("UPDATE content_check SET state = 'passed' WHERE kind = 'photo' AND state = 'pending'"),
  )
}
