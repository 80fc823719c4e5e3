import { newId } from '../../server/database/id'
import type { TestServer } from './server'
import { addDeputy, signedIn, type TestPerson, type TestTown } from './town'

/** Puts these deputies into one deputy group, with a leader who is a deputy as well. @returns the leader */
export async function addGroup(
  server: TestServer,
  town: TestTown,
  members: readonly TestPerson[],
  name = '第一代表小组',
): Promise<TestPerson> {
  const groupId = newId()
  const leader = await signedIn(server, await addDeputy(server, town.id, '郑开明'))
  await server.database.transaction(async (tx) => {
    await tx.query('INSERT INTO deputy_group (id, town_id, name, position) VALUES (?, ?, ?, 1)', [
      groupId,
      town.id,
      name,
    ])
    for (const { id } of [...members, leader])
      await tx.query('UPDATE person SET deputy_group_id = ? WHERE id = ?', [groupId, id])
    await tx.query('UPDATE person SET group_leader = 1 WHERE id = ?', [leader.id])
  })
  return leader
}
