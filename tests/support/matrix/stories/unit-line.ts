import { askUnit, showUnitLine, unitLineSteps } from '../../../../shared/matters/unit-line/endpoints'
import { type UnitLineState, unitLineTable } from '../../../../shared/matters/unit-line/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import { spoken } from '../../suggestion'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'

/** @returns its id */
export const newUnitLine = async ({ id, deputy, unitId }: TestTown, subject = '排水沟什么时候清') =>
  (
    await deputy.client.call(askUnit, {
      params: { town: id },
      input: { unitId, subject, text: '村东头那一段堵了半个月，请看一看。' },
    })
  ).id

/** It stands so. */
export const putUnitLine = (server: TestServer, town: TestTown, id: string, state: UnitLineState) =>
  server.database.transaction(async (tx) => {
    await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
    await refresh(tx, unitLineTable.kind, town.id, id, server.clock.now())
  })

const forms: Readonly<Record<string, object>> = {
  answer: { text: '周三就去清。' },
  notOurs: { reason: '这一段归村里管。' },
  tellInstead: { text: '这一段归县里管。' },
  askMore: { text: '周几去？' },
  withdraw: { reason: '已经清好了。' },
  answerByWord: { text: '周三就去清。', ...spoken },
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const state of Object.keys(unitLineTable.states) as UnitLineState[]) {
    const id = await newUnitLine(town, `排水沟什么时候清（${state}）`)
    await putUnitLine(server, town, id, state)
    made.push({ id, state, name: state, version: 0 })
  }
  return made
}

const ofUnit: readonly Who[] = ['unit', 'unitLeader', 'unitHead']

export const unitLineStory: Story = {
  table: unitLineTable,
  steps: unitLineSteps,
  show: showUnitLine,
  live,
  standing(who) {
    if (who === 'deputy') return ['asker']
    if (who === 'office') return ['congressOffice']
    if (ofUnit.includes(who)) return ['askedUnit']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut: () => undefined,
  form({ town }, action) {
    return action === 'sendOn' ? { unitId: town.coUnitId } : (forms[action] ?? {})
  },
  facts: () => ({}),
}
