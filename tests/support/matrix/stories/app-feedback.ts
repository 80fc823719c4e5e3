import {
  appFeedbackSteps,
  showAppFeedback,
  writeAppFeedback,
} from '../../../../shared/matters/app-feedback/endpoints'
import { appFeedbackTable } from '../../../../shared/matters/app-feedback/table'
import type { TestServer } from '../../server'
import type { TestPerson, TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

export const complaintOfApp = { about: 'hardToUse', text: '字太小。' } as const

export const newAppFeedback = async ({ id }: Pick<TestTown, 'id'>, { client }: TestPerson) =>
  (await client.call(writeAppFeedback, { params: { town: id }, input: complaintOfApp })).id

async function live(_: TestServer, { town, people }: Peopled): Promise<Matter[]> {
  const sent = await newAppFeedback(town, people.villager)
  const answered = await newAppFeedback(town, people.villager)
  await people.countyStaff.client.call(appFeedbackSteps.answer, {
    params: { town: town.id, id: answered },
    input: { version: 0, form: { text: '字改大了。' } },
  })
  return [
    { id: sent, name: 'sent', state: 'sent', version: 0 },
    { id: answered, name: 'answered', state: 'answered', version: 1 },
  ]
}

export const appFeedbackStory: Story = {
  table: appFeedbackTable,
  steps: appFeedbackSteps,
  show: showAppFeedback,
  live,
  standing(who: Who) {
    if (who === 'villager') return ['appUser']
    return who === 'countyStaff' ? ['appKeeper'] : 'not_found'
  },
  shut: () => undefined,
  form: (_, action) => ({ text: action === 'answer' ? '下一版改。' : '还是小。' }),
  facts: () => ({}),
}
