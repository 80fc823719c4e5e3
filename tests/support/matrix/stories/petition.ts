import { petitionSteps, showPetition, writePetition } from '../../../../shared/matters/petition/endpoints'
import { petitionTable } from '../../../../shared/matters/petition/table'
import { people } from '../../../../shared/registers/people'
import type { TestServer } from '../../server'
import type { TestPerson, TestTown } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

export const complaint = { kind: 'wrongdoing' as const, text: '修渠没有用水泥。', name: '老赵' }

export const newPetition = async (
  { id }: Pick<TestTown, 'id'>,
  { client }: TestPerson,
  more: { aboutOffice?: true } = {},
) => (await client.call(writePetition, { params: { town: id }, input: { ...complaint, ...more } })).id

const ofOffice = ', of somebody of the office'
const forms: Readonly<Record<string, object>> = {
  openAuthor: { reason: 'verify' },
  keepSummary: { summary: '渠道一段用料不足。', verified: true },
  sentBack: { sentBackOn: '2026-11-23', ground: 'notTheirs' },
  giveNotice: { noticedOn: '2026-11-23', how: 'letter' },
}

async function live(_: TestServer, { town, people: by }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  const keep = async (id: string, reader: TestPerson, special = '') => {
    const { state, version } = await reader.client.call(showPetition, { params: { town: town.id, id } })
    made.push({ id, state, version, name: state + special })
  }
  const take = async (id: string, step: 'refer' | 'giveNotice', form: object) => {
    const at = { params: { town: town.id, id } }
    const { version } = await by.office.client.call(showPetition, at)
    await by.office.client.call(petitionSteps[step], { ...at, input: { version, form: form as never } })
  }
  const refer = { office: 'discipline', where: '镇纪委', unitId: town.unitId }
  await keep(await newPetition(town, by.villager), by.office)
  for (const isClosed of [false, true]) {
    const id = await newPetition(town, by.villager)
    await take(id, 'refer', refer)
    if (isClosed) await take(id, 'giveNotice', forms.giveNotice ?? {})
    await keep(id, by.office)
  }
  await keep(await newPetition(town, by.villager, { aboutOffice: true }), by.presidium, ofOffice)
  return made
}

export const petitionStory: Story = {
  table: petitionTable,
  steps: petitionSteps,
  show: showPetition,
  live,
  standing(who: Who, { name }: Matter) {
    if (who === 'villager') return ['resident']
    const handler = name.endsWith(ofOffice) ? 'presidium' : 'office'
    if (who !== handler) return 'not_found'
    return [handler === 'office' ? 'congressOffice' : 'presidium']
  },
  shut(action, { name }) {
    if (action === 'handToClerk' && !name.endsWith(ofOffice)) return 'not_about_office'
    return undefined
  },
  async form({ town, people: by }, action) {
    if (action === 'refer') return { office: 'discipline', where: '镇纪委信访室', unitId: town.unitId }
    if (action === 'handToClerk') return { personId: await clerkOf(town, by.office) }
    return forms[action] ?? {}
  },
  facts: () => ({}),
}

/** Who of the office is signed in here. */
export async function clerkOf({ id }: Pick<TestTown, 'id'>, { client }: TestPerson): Promise<string> {
  const { options } = await client.call(people.endpoints.options, { params: { town: id } })
  return options.find(({ name }) => name === '陈静')?.id ?? ''
}
