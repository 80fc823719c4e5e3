import { activitySteps } from '../../../../shared/matters/activity/endpoints'
import { rectificationSteps, showRectification } from '../../../../shared/matters/rectification/endpoints'
import { type RectificationState, rectificationTable } from '../../../../shared/matters/rectification/table'
import { refresh } from '../../../../server/engine/refresh'
import type { TestServer } from '../../server'
import { spoken } from '../../suggestion'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'
import { activityForms, newActivity } from './activity'

/** An inspection at which the deputy was, with one finding that is with its unit. */
export async function newInspection(server: TestServer, town: TestTown, state: RectificationState = 'open') {
  const { id: activityId } = await newActivity(server, town, town.office, {
    ...{ state: 'held', activityKind: 'inspection' },
  })
  const at = { params: { town: town.id, id: activityId } }
  const { client } = town.office
  const { noteFinding, report } = activityForms(town)
  await client.call(activitySteps.noteFinding, { ...at, input: { version: 0, form: noteFinding } })
  const { findings } = await client.call(activitySteps.report, { ...at, input: { version: 1, form: report } })
  const id = findings[0]?.id ?? ''
  if (state !== 'open')
    await server.database.transaction(async (tx) => {
      await tx.query('UPDATE matter SET state = ? WHERE id = ?', [state, id])
      await refresh(tx, rectificationTable.kind, town.id, id, server.clock.now())
    })
  return { id, activityId }
}

const forms: Readonly<Record<string, object>> = {
  report: { result: '换了两具新的。' },
  accept: { seenHow: 'onSpot', note: '都换了' },
  sendBack: { reason: '还有一具没有换', dueOn: '2026-12-31' },
  extend: { reason: '等配件', dueOn: '2027-01-10' },
  setAside: { reason: '不归镇里管。' },
  reportByWord: { result: '换了两具新的。', ...spoken },
}

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const state of Object.keys(rectificationTable.states) as RectificationState[])
    made.push({ id: (await newInspection(server, town, state)).id, state, name: state, version: 0 })
  return made
}

const ofUnit: readonly Who[] = ['unit', 'unitLeader', 'unitHead']

export const rectificationStory: Story = {
  table: rectificationTable,
  steps: rectificationSteps,
  show: showRectification,
  live,
  standing(who) {
    if (who === 'deputy') return ['attendee']
    if (who === 'office') return ['congressOffice']
    if (who === 'presidium') return ['presidium']
    if (ofUnit.includes(who)) return ['appraisedUnit']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut: () => undefined,
  form: (_, action) => forms[action] ?? {},
  facts: () => ({}),
}
