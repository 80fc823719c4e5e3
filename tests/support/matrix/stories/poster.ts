import { posterSteps, showPoster, startPoster } from '../../../../shared/matters/poster/endpoints'
import { posterTable } from '../../../../shared/matters/poster/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const reason = { reason: '墙要粉刷。' }

/** At a station one hangs at a time: the one before is no longer there. */
export async function firstPosterOf({ server, town }: { server: TestServer; town: TestTown }) {
  await server.database.transaction((tx) =>
    tx.query('UPDATE poster SET hanging_station_id = NULL WHERE town_id = ?', [town.id]),
  )
  return { stationId: town.station, every: '1' } as const
}

export const newPoster = async (server: TestServer, town: TestTown) =>
  town.office.client.call(startPoster, {
    params: { town: town.id },
    input: await firstPosterOf({ server, town }),
  })

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const params = { town: town.id }
  const { client } = town.office
  const start = () => newPoster(server, town)
  const first = await start()
  const down = await client.call(posterSteps.takeDown, {
    params: { ...params, id: first.id },
    input: { version: first.version, form: reason },
  })
  const due = await start()
  await server.database.transaction(async (tx) => {
    await tx.query("UPDATE matter SET state = 'due' WHERE id = ?", [due.id])
    await refresh(tx, posterTable.kind, town.id, due.id, server.clock.now())
  })
  return [down, { ...due, state: 'due' }, await start()].map(({ id, version, state }) => ({
    ...{ id, version, state },
    name: state,
  }))
}

export const posterStory: Story = {
  table: posterTable,
  steps: posterSteps,
  show: showPoster,
  live,
  standing: (who: Who) => (who === 'office' ? ['congressOffice'] : 'not_allowed'),
  shut: () => undefined,
  form: (_, action) => (action === 'takeDown' ? reason : {}),
  facts: () => ({}),
}
