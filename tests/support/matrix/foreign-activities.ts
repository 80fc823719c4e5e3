import { newId } from '../../../server/database/id'
import { activitySteps, announceActivity } from '../../../shared/matters/activity/endpoints'
import { addGroup } from '../group'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { activityForms, newActivity, oneActivity } from './stories/activity'
import { groupOf } from './stories/meeting'

type Action = keyof ReturnType<typeof activityForms>

/** Whoever is asked to an activity, and whoever came, is of the own town. */
export function rowsOfActivities(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const deputy = () => begun().elsewhere.deputy.id
  const announced = (more: () => Promise<object> | object) => async (): Promise<Question> => {
    const { town } = begun()
    const input = { ...oneActivity, title: `清沟${newId()}`, ...(await more()) }
    return { endpoint: announceActivity, params: { town: town.id }, person: town.office, input }
  }
  const stepOf =
    (action: Action, state: 'planned' | 'held', more: object = {}, activityKind?: 'inspection') =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const { id } = await newActivity(server, town, town.office, {
        ...{ state, ...(activityKind ? { activityKind } : {}) },
      })
      const form = { ...activityForms(town)[action], ...more }
      return {
        ...{ endpoint: activitySteps[action], params: { town: town.id, id }, person: town.office },
        input: { version: 0, form },
      }
    }
  const withFinding = async (town: TestTown) => {
    const { id } = await newActivity(begun().server, town, town.office, {
      ...{ state: 'held', activityKind: 'inspection' },
    })
    const params = { town: town.id, id }
    const { findings } = await town.office.client.call(activitySteps.noteFinding, {
      params,
      input: { version: 0, form: activityForms(town).noteFinding },
    })
    return { params, findingId: findings[0]?.id ?? '' }
  }
  const findingIn = async (town: TestTown) => (await withFinding(town)).findingId
  const besides = () => ({ besidesIds: [begun().town.otherDeputy.id] })
  const withBesides = (action: 'callRoll' | 'amendRoll', state: 'planned' | 'held') => () =>
    stepOf(action, state, besides())()
  const grouped = async (town: TestTown) => {
    const { server } = begun()
    const known = await groupOf(server, town)
    if (known) return known
    await addGroup(server, town, [town.deputy])
    return groupOf(server, town)
  }
  return [
    [
      'announceActivity',
      ['deputyIds', '0'],
      deputy,
      announced(() => ({ openTo: 'named', deputyIds: [begun().town.deputy.id] })),
    ],
    [
      'announceActivity',
      ['groupIds', '0'],
      () => grouped(begun().elsewhere),
      announced(async () => ({ groupIds: [await grouped(begun().town)] })),
    ],
    [
      'announceActivity',
      ['unitId'],
      () => begun().elsewhere.unitId,
      announced(() => ({
        ...{ openTo: 'named', deputyIds: [begun().town.deputy.id], activityKind: 'inspection' },
        ...{ sites: '村东头', unitId: begun().town.unitId },
      })),
    ],
    [
      'activitySteps.noteFinding',
      ['form', 'unitId'],
      () => begun().elsewhere.unitId,
      stepOf('noteFinding', 'held', {}, 'inspection'),
    ],
    [
      'activitySteps.dropFinding',
      ['form', 'findingId'],
      async () => findingIn(begun().elsewhere),
      async () => {
        const { town } = begun()
        const { params, findingId } = await withFinding(town)
        const input = { version: 1, form: { findingId } }
        return { endpoint: activitySteps.dropFinding, params, person: town.office, input }
      },
    ],
    ['activitySteps.sayForThem', ['form', 'expectedId'], deputy, stepOf('sayForThem', 'planned')],
    ['activitySteps.callRoll', ['form', 'presentIds', '0'], deputy, stepOf('callRoll', 'planned')],
    ['activitySteps.callRoll', ['form', 'besidesIds', '0'], deputy, withBesides('callRoll', 'planned')],
    ['activitySteps.amendRoll', ['form', 'presentIds', '0'], deputy, stepOf('amendRoll', 'held')],
    ['activitySteps.amendRoll', ['form', 'besidesIds', '0'], deputy, withBesides('amendRoll', 'held')],
  ]
}
