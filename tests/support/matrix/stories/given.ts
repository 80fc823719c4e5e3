import { startResolution } from '../../../../server/matters/resolution/start'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'

/** What a meeting gave the unit of the town to do. @returns its id */
export async function giveToUnit(
  server: TestServer,
  town: TestTown,
  meeting: { id: string; itemId: string },
): Promise<string> {
  return server.database.transaction(async (tx) => {
    await startResolution(
      tx,
      {
        ...{ townId: town.id, meetingId: meeting.id, agendaItemId: meeting.itemId, position: 0 },
        ...{ what: '把消防改好', unitId: town.unitId, personId: null, dueOn: '2026-12-20' },
      },
      { townId: town.id, system: true },
      server.clock.now(),
    )
    const [made] = await tx.query<{ id: string }[]>('SELECT id FROM resolution WHERE meeting_id = ?', [
      meeting.id,
    ])
    return made?.id ?? ''
  })
}
