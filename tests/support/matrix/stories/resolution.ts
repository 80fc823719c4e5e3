import { resolutionSteps, showResolution } from '../../../../shared/matters/resolution/endpoints'
import { type ResolutionState, resolutionTable } from '../../../../shared/matters/resolution/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import { spoken } from '../../suggestion'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'
import { newBodyMeeting } from './body-meeting'
import { giveToUnit } from './given'

/** What a meeting of the presidium gave the unit to do, as far as is wanted. */
export async function newResolution(server: TestServer, town: TestTown, state: ResolutionState = 'open') {
  const id = await giveToUnit(
    server,
    town,
    await newBodyMeeting(server, town, { state: 'drafted', ended: true }),
  )
  if (state !== 'open')
    await server.database.transaction(async (tx) => {
      await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
      await refresh(tx, resolutionTable.kind, town.id, id, server.clock.now())
    })
  return id
}

const forms: Readonly<Record<string, object>> = {
  report: { result: '换了两具新的。' },
  reportByWord: { result: '换了两具新的。', ...spoken },
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const state of Object.keys(resolutionTable.states) as ResolutionState[])
    made.push({ id: await newResolution(server, town, state), state, name: state, version: 0 })
  return made
}

const ofUnit: readonly Who[] = ['unit', 'unitLeader', 'unitHead']

export const resolutionStory: Story = {
  table: resolutionTable,
  steps: resolutionSteps,
  show: showResolution,
  live,
  standing(who) {
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    if (ofUnit.includes(who)) return ['responsible']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  elsewhere: {
    done: ['meeting', 'closeResolution'],
    keep: ['meeting', 'keepResolution'],
    end: ['meeting', 'dropResolution'],
  },
  shut: () => undefined,
  form: (_, action) => forms[action] ?? {},
  facts: () => ({}),
}
