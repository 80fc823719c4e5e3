import { meetingSteps } from '../../../../shared/matters/meeting/endpoints'
import { meetingTable } from '../../../../shared/matters/meeting/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'

/** What a meeting, whose minutes are drafted, gave the unit of the town to do; then they are approved. @returns its id */
export async function giveToUnit(
  server: TestServer,
  town: TestTown,
  { id, itemId }: { id: string; itemId: string },
): Promise<string> {
  const form = { agendaItemId: itemId, what: '把消防改好', unitId: town.unitId, dueOn: '2026-12-20' }
  const { given } = await town.office.client.call(meetingSteps.assign, {
    params: { town: town.id, id },
    input: { version: 0, form },
  })
  await server.database.transaction(async (tx) => {
    await tx.query("UPDATE matter SET state = 'approved' WHERE id = ?", [id])
    await refresh(tx, meetingTable.kind, town.id, id, server.clock.now())
  })
  return given[0]?.id ?? ''
}
