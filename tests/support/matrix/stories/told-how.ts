import { opinionSteps, showOpinion, writeOpinion } from '../../../../shared/matters/opinion/endpoints'
import { showToldHow, toldHowSteps } from '../../../../shared/matters/told-how/endpoints'
import { type ToldHowState, toldHowTable } from '../../../../shared/matters/told-how/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import { deputies, type Peopled, type Who } from '../people'
import type { Matter, Story } from '../story'

/** Of a matter that has just ended: what is owed to whoever told of it. @returns its id */
export async function newUntold(server: TestServer, town: TestTown): Promise<string> {
  const params = { town: town.id }
  const input = {
    deputyId: town.deputy.id,
    kind: 'report' as const,
    text: '闸门锈住了。',
    again: true as const,
  }
  const { id } = await town.villager.client.call(writeOpinion, { params, input })
  await server.run('checkOpinions')
  const { version } = await town.deputy.client.call(showOpinion, { params: { ...params, id } })
  await town.deputy.client.call(opinionSteps.close, {
    params: { ...params, id },
    input: { version, form: { explanation: '闸门修好了。' } },
  })
  await server.run('checkOpinions')
  return (await town.deputy.client.call(showOpinion, { params: { ...params, id } })).told?.id ?? ''
}

const forms: Readonly<Record<string, object>> = {
  tell: { how: 'phone', on: '2026-11-23', inWords: 'asWritten' },
  askOffice: { reason: '我没有他的电话。' },
  couldNotTell: { because: 'noAnswer', tried: '打了两次。' },
}
const ways: Readonly<Record<ToldHowState, readonly (keyof typeof toldHowSteps)[]>> = {
  owed: [],
  withOffice: ['askOffice'],
  told: ['tell'],
  unreachable: ['couldNotTell'],
  reopened: [],
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const [name, steps] of Object.entries(ways)) {
    const id = await newUntold(server, town)
    const at = { params: { town: town.id, id } }
    for (const step of steps) {
      const { client } = step === 'couldNotTell' ? town.office : town.deputy
      const { version } = await client.call(showToldHow, at)
      await client.call(toldHowSteps[step], { ...at, input: { version, form: forms[step] as never } })
    }
    if (name === 'reopened')
      await server.database.transaction(async (tx) => {
        await tx.query("UPDATE matter SET state = 'reopened' WHERE id = ?", [id])
        await refresh(tx, toldHowTable.kind, town.id, id, server.clock.now())
      })
    const { version, state } = await town.office.client.call(showToldHow, at)
    made.push({ id, version, state, name })
  }
  return made
}

export const toldHowStory: Story = {
  table: toldHowTable,
  steps: toldHowSteps,
  show: showToldHow,
  live,
  standing: (who: Who) =>
    who === 'office'
      ? ['congressOffice']
      : who === 'deputy'
        ? ['deputy']
        : (deputies as readonly Who[]).includes(who)
          ? 'not_found'
          : 'not_allowed',
  shut: () => undefined,
  form: (_, action) => forms[action] ?? {},
  facts: () => ({}),
}
