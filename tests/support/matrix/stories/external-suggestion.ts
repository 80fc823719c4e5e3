import { showMatter } from '../../../../shared/api/work'
import { addExternalEntry, rateExternal } from '../../../../shared/matters/external-suggestion/endpoints'
import { externalTable } from '../../../../shared/matters/external-suggestion/table'
import { externalSuggestions } from '../../../../shared/registers/external-suggestions'
import type { TestServer } from '../../server'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const reply = {
  kind: 'reply',
  heldOn: '2026-11-22',
  note: '列入明年计划。',
  outcome: 'planned',
  publicResult: '明年修。',
} as const

async function live(_: TestServer, { town }: Peopled): Promise<Matter[]> {
  const { client } = town.office
  const { add, end } = externalSuggestions.endpoints
  const carried = (subject: string) =>
    client.call(add, {
      params: { town: town.id },
      input: { deputyId: town.otherDeputy.id, congressLevel: 'county', subject, submittedOn: '2026-11-20' },
    })
  const answered = async (subject: string) => {
    const { id, version } = await carried(subject)
    return client.call(addExternalEntry, { params: { town: town.id, id }, input: { version, form: reply } })
  }
  const rated = async (subject: string) => {
    const { id, version } = await answered(subject)
    const form = { satisfaction: 'satisfied' as const }
    return client.call(rateExternal, { params: { town: town.id, id }, input: { version, form } })
  }
  const struck = async (subject: string) => {
    const { id, version } = await carried(subject)
    const form = { endedOn: '2026-11-21', endedWhy: '登记重了' }
    await client.call(end, { params: { town: town.id, id }, input: { version, form } })
    return { id, version: 1 }
  }
  const keep = ({ id, version }: Pick<Matter, 'id' | 'version'>, state: string) => ({
    ...{ id, version, state },
    name: state,
  })
  return [
    keep(await carried('修县道。'), 'awaited'),
    keep(await answered('修水库。'), 'answered'),
    keep(await rated('修学校。'), 'rated'),
    keep(await struck('修码头。'), 'struck'),
  ]
}

const standing = (who: Who) =>
  who === 'office' ? ['congressOffice'] : who === 'otherDeputy' ? ['carrier'] : 'not_found'

const forms: Record<string, object> = {
  noteProgress: { kind: 'progress', heldOn: '2026-11-22', note: '正在研究。' },
  noteReply: { ...reply, note: '县水利局第二次答复。', publicResult: '后年修。' },
  rate: { satisfaction: 'basicallySatisfied' },
}

export const externalSuggestionStory: Story = {
  table: externalTable,
  steps: {
    noteProgress: addExternalEntry,
    noteReply: addExternalEntry,
    rate: rateExternal,
  },
  show: showMatter,
  live,
  standing,
  shut: (action, { state }) => (action === 'rate' && state === 'awaited' ? 'external_unanswered' : undefined),
  form: (_, action) => forms[action] ?? {},
  facts: () => ({}),
  seenOnItsPage: true,
}
