import { letterBoxSteps, openBox, showLetterBox } from '../../../../shared/matters/letter-box/endpoints'
import { letterBoxTable } from '../../../../shared/matters/letter-box/table'
import { beijingDay } from '../../../../shared/rules/days'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const opened = { openedOn: '2026-11-20', letters: 3, openedBy: '陈静', openedWith: '王建国' }
const reason = { reason: '站点搬了。' }

/** At a station hangs one: the one before is no longer there. @returns its id */
export async function newLetterBox(server: TestServer, town: TestTown): Promise<string> {
  await server.database.transaction((tx) =>
    tx.query('UPDATE letter_box SET hung_station_id = NULL WHERE town_id = ?', [town.id]),
  )
  const openedOn = beijingDay(server.clock.now())
  await town.office.client.call(openBox, {
    params: { town: town.id, id: town.station },
    input: { ...opened, openedOn },
  })
  const [box] = await server.database.reader.query<{ id: string }[]>(
    'SELECT id FROM letter_box WHERE hung_station_id = ?',
    [town.station],
  )
  return box?.id ?? ''
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const put = async (state: string) => {
    const id = await newLetterBox(server, town)
    await server.database.transaction(async (tx) => {
      await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
      await refresh(tx, letterBoxTable.kind, town.id, id, server.clock.now())
    })
    return { id, version: 0, state, name: state }
  }
  const all: Matter[] = []
  for (const state of ['removed', 'due', 'locked']) all.push(await put(state))
  return all
}

export const letterBoxStory: Story = {
  table: letterBoxTable,
  steps: letterBoxSteps,
  show: showLetterBox,
  live,
  standing: (who: Who) => (who === 'office' ? ['congressOffice'] : 'not_allowed'),
  shut: () => undefined,
  form: (_, action) => (action === 'remove' ? reason : opened),
  facts: () => ({}),
}
