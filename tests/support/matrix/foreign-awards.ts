import { grantAwards, proposeAward, publishAwards, awardSteps } from '../../../shared/matters/award/endpoints'
import { DeputyGroup } from '../../../server/database/entities/people/deputy-group'
import { newId } from '../../../server/database/id'
import { fiveCriteria } from '../honours'
import type { TestServer } from '../server'
import { addDeputy, type TestTown } from '../town'
import { honourCampaigns } from '../../../shared/registers/honour-campaigns'
import type { Question, Row } from './foreign-row'
import { awardForms, newAward } from './stories/award'

/** The ids that an award may carry. */
export function rowsOfAwards(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const campaign = async ({ id, office }: TestTown) =>
    (
      await office.client.call(honourCampaigns.endpoints.add, {
        params: { town: id },
        input: { name: `五好 ${newId().slice(0, 6)}`, fromYear: 2026, criteria: fiveCriteria },
      })
    ).id
  const groupIn = async ({ id: townId }: TestTown) => {
    const id = newId()
    await begun().server.database.transaction((tx) =>
      tx.insert(DeputyGroup, { id, townId, name: `小组 ${id.slice(0, 6)}`, position: 80 }),
    )
    return id
  }
  const propose = (form: () => Promise<object>) => async (): Promise<Question> => {
    const { town } = begun()
    const input = { year: 2026, title: `先进 ${newId().slice(0, 6)}`, deeds: '修桥。', ...(await form()) }
    return { endpoint: proposeAward, params: { town: town.id }, person: town.office, input }
  }
  const together =
    (endpoint: typeof publishAwards | typeof grantAwards, state: 'proposed' | 'onNotice') =>
    async (): Promise<Question> => {
      const { server, town } = begun()
      const { id } = await newAward(server, town, { state })
      const input = { awardIds: [id], decidedHow: '第 9 次主席团会议' }
      return { endpoint, params: { town: town.id }, person: town.presidium, input }
    }
  const foreign = (state: 'proposed' | 'onNotice') => async () =>
    (await newAward(begun().server, begun().elsewhere, { state })).id
  return [
    [
      'proposeAward',
      ['campaignId'],
      () => campaign(begun().elsewhere),
      propose(async () => ({
        ...{ awardKind: 'deputy', campaignId: await campaign(begun().town) },
        personId: await addDeputy(begun().server, begun().town.id, '白石头'),
      })),
    ],
    [
      'proposeAward',
      ['personId'],
      () => Promise.resolve(begun().elsewhere.deputy.id),
      propose(async () => ({
        awardKind: 'deputy',
        personId: await addDeputy(begun().server, begun().town.id, '白石头'),
      })),
    ],
    [
      'proposeAward',
      ['deputyGroupId'],
      () => groupIn(begun().elsewhere),
      propose(async () => ({ awardKind: 'group', deputyGroupId: await groupIn(begun().town) })),
    ],
    ['publishAwards', ['awardIds', '0'], foreign('proposed'), together(publishAwards, 'proposed')],
    ['grantAwards', ['awardIds', '0'], foreign('onNotice'), together(grantAwards, 'onNotice')],
    [
      'awardSteps.answerObjection',
      ['form', 'objectionId'],
      async () =>
        (await newAward(begun().server, begun().elsewhere, { state: 'onNotice', objected: true }))
          .objectionId,
      async () => {
        const { server, town } = begun()
        const { id, objectionId } = await newAward(server, town, { state: 'onNotice', objected: true })
        return {
          ...{ endpoint: awardSteps.answerObjection, params: { town: town.id, id }, person: town.office },
          input: { version: 0, form: awardForms(objectionId).answerObjection },
        }
      },
    ],
  ]
}
