import {
  contentCheckSteps,
  type ContentCheckView,
  showContentCheck,
  unshownOfSuggestion,
} from '../../../../shared/matters/content-check/endpoints'
import { type ContentCheckState, contentCheckTable } from '../../../../shared/matters/content-check/table'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import { forms, step } from '../../suggestion'
import { type TestPerson, worksInWechat, worksOnTheWeb } from '../../town'
import { deputies, type Peopled, units, type Who } from '../people'
import type { Matter, Story } from '../story'
import { picturedChecks, spare } from './pictured-checks'

/** The sentence that a reply makes public, written by the clerk of the unit. */
async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  const unshown = async (suggestionId: string) => {
    const params = { town: town.id, id: suggestionId }
    const { items } = await town.unit.client.call(unshownOfSuggestion, { params })
    const found = items.find(({ kind }) => kind === 'result')
    if (found === undefined) throw new Error('nothing waits to be shown')
    return found
  }
  const keep = ({ id, version, state }: ContentCheckView, name: ContentCheckState) => {
    if (state !== name) throw new Error(`check is ${state}, not ${name}`)
    made.push({ id, state, name, version })
  }
  /** Replied from a browser, and kept for a second person because of that. */
  const held = async () => {
    const id = await bring(server, town, 'handling')
    worksOnTheWeb(server, town.unit)
    await step(town, town.unit, id, 'reply', forms(town).reply)
    // Some are looked at at a time, and the world has others.
    for (let times = 0; times < 10 && (await unshown(id)).state === 'pending'; times += 1)
      await server.run('checkContent')
    worksInWechat(town.unit)
    return { suggestion: id, check: await unshown(id) }
  }
  const take = async (
    by: TestPerson,
    { id, version }: ContentCheckView,
    action: keyof typeof contentCheckSteps,
    form = {},
  ) =>
    by.client.call(contentCheckSteps[action] as typeof contentCheckSteps.rewrite, {
      params: { town: town.id, id },
      input: { version, form: form as { text: string } },
    })
  keep((await held()).check, 'held')
  const pictured = await picturedChecks(server, town)
  made.push({ ...madeOf(pictured.plain), state: 'held', name: 'held picture' })
  made.push({ ...madeOf(pictured.blurred), state: 'held', name: 'held blurred' })
  keep(await take(town.office, (await held()).check, 'sendBack', { reason: '请写清楚。' }), 'sentBack')
  keep(await take(town.office, (await held()).check, 'approve'), 'approved')
  keep(await take(town.office, (await held()).check, 'hide', { reason: '先不公开。' }), 'hidden')
  const replied = await bring(server, town, 'replied')
  const passed = await unshown(replied)
  await server.run('checkContent')
  const rewritten = await held()
  const { id, version } = passed
  made.push({ id, state: 'passed', name: 'passed', version: version + 1 })
  await take(town.unit, rewritten.check, 'rewrite', { text: '河堤修好了' })
  const old = rewritten.check
  made.push({ id: old.id, state: 'replaced', name: 'replaced', version: old.version + 1 })
  keep(await unshown(rewritten.suggestion), 'pending')
  return made
}

const madeOf = ({ id, version }: ContentCheckView) => ({ id, version })

function standing(who: Who, _: Matter) {
  if (who === 'unit') return ['writer']
  if (who === 'office') return ['congressOffice']
  if (who === 'presidium') return ['presidium']
  const follows = [...deputies, ...units, 'formerDeputy', 'secretary'] as readonly Who[]
  return follows.includes(who) ? 'not_found' : 'not_allowed'
}

const known: Record<string, object> = {
  sendBack: { reason: '请写清楚。' },
  hide: { reason: '先不公开。' },
  rewrite: { text: '河堤已经修好' },
}

/** Words are written again, pictures are blurred. */
const isShut = (action: string, name: string) =>
  action === 'blur'
    ? !pictures.includes(name)
    : action === 'showWhole'
      ? name !== 'held blurred'
      : pictures.includes(name) && ['sendBack', 'rewrite'].includes(action)
const pictures = ['held picture', 'held blurred']

export const contentCheckStory: Story = {
  table: contentCheckTable,
  steps: contentCheckSteps,
  show: showContentCheck,
  live,
  standing,
  shut: (action, { name }) => (isShut(action, name) ? 'wrong_state' : undefined),
  form: (_, action, { id }) =>
    action === 'blur' ? (spare.get(id) ?? { blurred: id }) : (known[action] ?? {}),
  facts: () => ({}),
  // What is written instead is looked at like what was there.
  answered: (action) => (action === 'rewrite' ? { state: 'pending', version: 0 } : undefined),
}
