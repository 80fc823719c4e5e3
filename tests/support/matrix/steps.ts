import { actionNames, stateNames } from '../../../shared/grammar/decide'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { ActionRow, Move } from '../../../shared/grammar/matter'
import type { Party } from '../../../shared/words/parties'
import { eachOf } from './cells'
import { nameOf } from './operations'
import { everybody, type Who } from './people'
import { policy } from './policy'
import type { Matter, Story } from './story'
import type { World } from './world'

type Row = ActionRow<string, Party, string>

export const actionsOf = ({ steps }: Story) => Object.keys(steps)
const rowOf = ({ table }: Story, action: string) => table.actions[action] as Row

/** What somebody is told of this step: at the door of the operation, and behind it by the table. */
export function expectation(story: Story, matter: Matter, action: string, who: Who): string {
  if (who === 'anonymous') return 'sign_in_needed'
  const row = policy[nameOf(story.steps[action] as Endpoint)]
  if (row && row.may !== 'anyone' && !row.may.includes(who))
    return row.but?.[who] ?? row.otherwise ?? 'not_allowed'
  const told = tableSays(story, matter, action, who)
  return story.said?.(action, who, matter, told) ?? told
}

/** What the table says of this step, by who somebody is to the matter. */
function tableSays(story: Story, matter: Matter, action: string, who: Who): string {
  const parties = story.standing(who, matter)
  if (typeof parties === 'string') return parties
  const row = rowOf(story, action)
  if (!row.by.some((party) => parties.includes(party))) return 'not_your_step'
  if (row.moves[matter.state] === undefined) return 'wrong_state'
  return story.shut(action, matter, who) ?? 'yes'
}

/** Where this form leads, by the fields and facts that the row names. */
function targetOf(row: Row, { state }: Matter, told: Readonly<Record<string, unknown>>): string | undefined {
  let at: Move<string> | undefined = row.moves[state]
  for (const name of row.decidedBy ?? []) if (typeof at === 'object') at = at[String(told[name])]
  return typeof at === 'string' ? at : undefined
}

interface Shown {
  state?: string
  version?: number
  actions?: readonly string[]
  timeline?: readonly unknown[]
}

/** Every matter as everybody sees it: one answer shows which of all steps are open to whom. */
export async function walkViews(world: World, kind: string, story: Story) {
  const { show } = story
  const [wrong, cells] = [[] as string[], { asked: 0, told: 0 }]
  if (show === undefined) return { wrong, cells }
  const all = world.matters(kind).flatMap((matter) => everybody.map((who) => ({ matter, who })))
  await eachOf(all, 8, async ({ matter, who }) => {
    const { code, body } = await world.see(kind, matter, who)
    const parties = who === 'anonymous' ? 'sign_in_needed' : story.standing(who, matter)
    const expected = typeof parties === 'string' ? parties : 'yes'
    cells.asked += 1
    if (code !== expected) wrong.push(`${kind} ${matter.name} by ${who}: ${code}, not ${expected}`)
    if (code === 'not_found' && body !== world.noSuch) wrong.push(`${kind} ${matter.name}: tells ${who} more`)
    if (code !== 'yes') return
    const { actions = [], state } = JSON.parse(body) as Shown
    const all = actionNames(story.table)
    const open = all.filter((action) => tableSays(story, matter, action, who) === 'yes')
    cells.told += all.length
    if (state !== matter.state) wrong.push(`${kind} ${matter.name} is ${state}`)
    if ([...actions].sort().join() !== [...open].sort().join())
      wrong.push(`${kind} ${matter.name} by ${who}: ${actions.join(' ')}, not ${open.join(' ')}`)
  })
  return { wrong, cells }
}

/**
 * Every step that is not one's own, not now, or behind a gate that is shut. Where a page shows what is open, the answer
 * of that page has been compared already, and here each refusal is asked for once: the step by everybody in one state,
 * and each reason besides "not yours" wherever it is met.
 */
export async function walkRefusals(world: World, kind: string, story: Story) {
  const wrong: string[] = []
  const before = world.takenBack.kept()
  const tried = new Set<string>()
  const all = world.matters(kind).flatMap((matter) =>
    actionsOf(story).flatMap((action) =>
      everybody.flatMap((who) => {
        const expected = expectation(story, matter, action, who)
        if (expected === 'yes') return []
        const moves = rowOf(story, action).moves[matter.state] !== undefined
        const reason = expected === 'not_your_step' && !moves ? 'elsewhere' : expected
        const key = [action, reason === 'wrong_state' ? '' : who, reason].join()
        if (story.show !== undefined && (reason === 'elsewhere' || tried.has(key))) return []
        tried.add(key)
        return [{ matter, action, who, expected }]
      }),
    ),
  )
  await eachOf(all, 8, async ({ matter, action, who, expected }) => {
    const form = await story.form(world.here, action, matter, world.matters(kind))
    const { code, body } = await world.take(kind, matter, action, who, form)
    if (code !== expected) wrong.push(`${action} of ${matter.name} by ${who}: ${code}, not ${expected}`)
    if (code === 'not_found' && body !== world.noSuch) wrong.push(`${action}: tells ${who} more`)
  })
  if (world.takenBack.kept() !== before) wrong.push('a refusal would have been kept')
  return { wrong, cells: all.length }
}

/** Every step that is one's own leads where the table says, and is told once in the history. */
export async function walkSteps(world: World, kind: string, story: Story) {
  const wrong: string[] = []
  let cells = 0
  for (const matter of world.matters(kind)) {
    for (const action of actionsOf(story)) {
      for (const who of everybody) {
        if (expectation(story, matter, action, who) !== 'yes') continue
        cells += 1
        const form = await story.form(world.here, action, matter, world.matters(kind))
        const row = rowOf(story, action)
        const shown = story.answered?.(action, matter, who)
        const to = shown?.state ?? targetOf(row, matter, { ...story.facts(matter), ...form })
        const seen = async () => JSON.parse((await world.see(kind, matter, who)).body) as Shown
        const before = story.show && (await seen()).timeline?.length
        const { code, body } = await world.takenBack.trying(async () => {
          const taken = await world.take(kind, matter, action, who, form)
          return taken.code === 'yes' && story.seenOnItsPage ? world.see(kind, matter, who) : taken
        })
        const { state, version, timeline } = JSON.parse(body) as Shown
        const name = `${action} of ${matter.name} by ${who}`
        if (code !== 'yes' || state !== to || to === undefined) {
          wrong.push(`${name}: ${code} → ${state}, not ${to} ${code === 'yes' ? '' : body}`)
        } else if (version !== (shown?.version ?? matter.version + 1))
          wrong.push(`${name}: version ${version}`)
        else if (
          // Some are shown no history.
          before &&
          row.readBy === undefined &&
          timeline?.length !== before + (shown?.events ?? 1)
        )
          wrong.push(`${name}: told ${timeline?.length} times`)
      }
    }
  }
  return { wrong, cells }
}

/** States, steps of people and their parties of the table that no matter of the story stands for. */
export function leftOut(story: Story, matters: readonly Matter[], of: (kind: string) => Walked | undefined) {
  const states = stateNames(story.table).filter((state) => !matters.some((one) => one.state === state))
  const known = new Set(
    matters.flatMap((matter) =>
      everybody.flatMap((who) => {
        const parties = who === 'anonymous' ? 'anonymous' : story.standing(who, matter)
        return typeof parties === 'string' ? [] : [...parties]
      }),
    ),
  )
  const parties = new Set(actionsOf(story).flatMap((action) => rowOf(story, action).by as string[]))
  const isTaken = (action: string, at: Walked | undefined) =>
    at?.matters.some((matter) =>
      everybody.some((who) => expectation(at.story, matter, action, who) === 'yes'),
    ) ?? false
  const actions = actionNames(story.table).filter((action) => {
    if (rowOf(story, action).by.every((party) => party === 'system')) return false
    const [kind, name] = story.elsewhere?.[action] ?? []
    return kind === undefined ? !(action in story.steps) : name === undefined || !isTaken(name, of(kind))
  })
  return [...states, ...actions, ...[...parties].filter((party) => !known.has(party))]
}
interface Walked {
  story: Story
  matters: readonly Matter[]
}
