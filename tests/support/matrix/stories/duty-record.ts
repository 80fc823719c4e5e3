import { dutyRecordSteps, recordDuty, showDutyRecord } from '../../../../shared/matters/duty-record/endpoints'
import { type DutyRecordAction, dutyRecordTable } from '../../../../shared/matters/duty-record/table'
import type { TestServer } from '../../server'
import type { TestTown } from '../../town'
import { type Peopled, type Who, working } from '../people'
import type { Matter, Story } from '../story'

export const course = {
  ...{ dutyKind: 'trainingAttended', doneOn: '2026-10-16', subject: '县里的代表培训班', again: true },
} as const

export const newDutyRecord = async ({ id, deputy }: Pick<TestTown, 'id' | 'deputy'>) =>
  (await deputy.client.call(recordDuty, { params: { town: id }, input: course })).id

const forms: Readonly<Partial<Record<DutyRecordAction, object>>> = {
  giveBack: { reason: '请补充由谁组织。' },
  resubmit: { text: '听了两天课。', organiser: '县人大' },
  sameAs: { which: '11月6日的那一条' },
  voidRecord: { reason: '记重了。' },
}
const ways: readonly (readonly DutyRecordAction[])[] = [
  ...[[], ['giveBack'], ['confirm'], ['sameAs'], ['withdraw'], ['confirm', 'voidRecord']],
] as DutyRecordAction[][]

async function live(_: TestServer, { town, people: by }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  for (const way of ways) {
    const id = await newDutyRecord({ id: town.id, deputy: by.deputy })
    const at = { params: { town: town.id, id } }
    for (const action of way) {
      const { client } = action === 'withdraw' ? by.deputy : by.office
      const { version } = await client.call(showDutyRecord, at)
      await client.call(dutyRecordSteps[action] as typeof dutyRecordSteps.giveBack, {
        ...at,
        input: { version, form: (forms[action] ?? {}) as { reason: string } },
      })
    }
    const { state, version } = await by.office.client.call(showDutyRecord, at)
    made.push({ id, state, version, name: state })
  }
  return made
}

export const dutyRecordStory: Story = {
  table: dutyRecordTable,
  steps: dutyRecordSteps,
  show: showDutyRecord,
  live,
  standing(who: Who) {
    if (who === 'deputy') return ['fileOwner']
    if (who === 'office') return ['congressOffice']
    return (working as readonly Who[]).includes(who) ? 'not_found' : 'not_allowed'
  },
  shut: () => undefined,
  form: (_, action) => forms[action as DutyRecordAction] ?? {},
  facts: () => ({}),
}
