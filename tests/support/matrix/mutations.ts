import { contract } from '../../../server/http/contract'
import { type Guard, without } from './guards'
import type { Cell } from './cell'
import { cellsOf, operations, wholly } from './operations'
import { everybody, type Who } from './people'
import { policy } from './policy'
import { expected, isTold } from './row'
import { actionsOf, expectation } from './steps'
import type { Story } from './story'
import type { World } from './world'

const fewOf = <T>(all: readonly T[], most: number) => all.slice(0, most)

/** Operations that a villager is refused, asked with the guard away: those where nobody would notice. */
export async function unnoticedWithoutWho(world: World): Promise<string[]> {
  const unnoticed: string[] = []
  const named = [...contract].filter(([, endpoint]) => world.server.bound.has(endpoint))
  for (const [name, endpoint] of named) {
    const isStep = name.includes('Steps.')
    const refused = isStep ? endpoint.who !== 'person' : expectedOf(name, 'villager') === 'not_allowed'
    if (!refused || !endpoint.path.startsWith('/towns/:town')) continue
    const question = isStep
      ? {
          params: { town: world.here.town.id, id: world.here.things.handling },
          input: { version: 0, form: {} },
        }
      : cellsOf(world, name, endpoint).find(({ who, relation }) => who === 'villager' && relation === 'own')
          ?.question
    const { who } = endpoint
    endpoint.who = 'person'
    const { code } = await world.ask('villager', endpoint, question ?? {}).finally(() => (endpoint.who = who))
    if (code === 'not_allowed') unnoticed.push(name)
  }
  return unnoticed
}
const expectedOf = (name: string, who: Who) => (policy[name] ? expected(policy[name], who) : undefined)

/** Steps that are refused for this reason, asked with the guard away: those where nobody would notice. */
export async function unnoticedSteps(world: World, kind: string, story: Story, guard: Guard) {
  const cells = world.matters(kind).flatMap((matter) =>
    actionsOf(story).flatMap((action) =>
      everybody.flatMap((who) => {
        const row = story.table.actions[action]
        const told = expectation(story, matter, action, who)
        const moves = row?.moves[matter.state] !== undefined
        const is =
          guard === 'party'
            ? told === 'not_your_step' && moves
            : guard === 'moves'
              ? told === 'wrong_state' && !moves && story.shut(action, matter, who) !== told
              : moves && story.shut(action, matter, who) === told
        return is ? [{ matter, action, who, told }] : []
      }),
    ),
  )
  const unnoticed: string[] = []
  // One of each step, so that it stays quick.
  const each = cells.filter(({ action }, index) => cells.findIndex((one) => one.action === action) === index)
  for (const { matter, action, who, told } of fewOf(each, 12)) {
    const form = await story.form(world.here, action, matter, world.matters(kind))
    const { code } = await without(guard, () => world.take(kind, matter, action, who, form))
    if (code === told) unnoticed.push(`${action} of ${matter.name} by ${who}`)
  }
  return { unnoticed, tried: each.length }
}

/**
 * Where nothing changes without the town, and why: each reason is looked at as well, and whoever is not named here is
 * noticed. In the names of what is made from a register the register itself does not matter.
 */
export const besideTheTown: Readonly<
  Record<string, readonly [names: string, holds: (cells: Cell[]) => boolean]>
> = {
  'Whoever asks here is refused for another reason before a row could be shown': [
    `answerAppeal bringPastSuggestions bringRoster checkHolidays checkPastSuggestions checkRoster givePhone holdMeeting loadHolidays rateExternal readHolidayFile
     removeLocalDay removeOverride startPoster takeBackHolidays takeBackPastSuggestions takeBackRoster showVoice showReceipt
     showAvatar showPortrait showPublicPhoto showStationPhoto takePublicFile`,
    (cells) => cells.filter(isOwn).every(({ who, expected: told }) => told !== 'yes' || who === 'deputy'),
  ],
  'It writes through the entity of a row, and answers nothing of it': [
    `addLocalDay castBallot endOwnBinding giveReport grantAwards noteTold overrideRule pickProfile publishAwards putFirstStepsAway readAllInbox readInbox register.add register.bringTable register.checkTable
     dropView removeAvatar removePhone revokeCode saveProfile saveView setAvatar setPortrait setStationPhoto unreadInbox`,
    (cells) => cells.every(({ endpoint }) => endpoint.method !== 'GET'),
  ],
  'The neighbour has nothing of the kind that could be shown': [
    'findAlike findWhom listAgeing listImports listKeySuggestions listPastImports listPromises listViews proposeVisits register.lists showCalendar showFirstSteps showGuide showProgress showRules takePastTemplate takeTemplate',
    (cells) => cells.every(({ endpoint }) => !/:(?!town)/.test(endpoint.path)),
  ],
  'The address is sealed for its own town': [
    'showPhotoForCheck',
    (cells) => cells.every(({ question }) => 'mark' in (question.query ?? {})),
  ],
}
const isOwn = ({ relation }: Cell) => relation === 'own'

/** Names that stand in the list above without its reason, or in none. */
export function wronglyBeside(
  world: World,
  { unnoticed, told }: Pick<Awaited<ReturnType<typeof unnoticedWithoutTown>>, 'unnoticed' | 'told'>,
) {
  const found = new Set(unnoticed.map((name) => name.replace(/^\w+\./, 'register.')))
  const wrong: string[] = []
  // Who put a photo there is looked at after its row was read; what is met then differs by the engine.
  found.delete('showPhoto')
  found.delete('takeFile')
  found.delete('showAttachment')
  for (const [reason, [names, holds]] of Object.entries(besideTheTown))
    for (const name of names.split(/\s+/)) {
      const all = operations(world.server.bound).filter(
        ([one]) => one.replace(/^\w+\./, 'register.') === name,
      )
      // Whom a statement meets first that asks for no holder either is up to the engine, and may differ each time.
      if (!found.delete(name) && all.every(([one]) => told.has(one)))
        wrong.push(`${name} is noticed: ${all.map(([one]) => told.get(one)).join()}`)
      for (const [one, endpoint] of all)
        if (!holds(cellsOf(world, one, endpoint))) wrong.push(`${one}: not so: ${reason}`)
    }
  return [...wrong, ...[...found].map((name) => `${name} is not noticed`)]
}

/**
 * Operations whose answer is the same when no statement asks for the town any more. Many rows are asked for by whoever
 * holds them as well: those are found with both conditions away.
 */
export async function unnoticedWithoutTown(world: World) {
  const [unnoticed, behindTheHolder] = [[] as string[], [] as string[]]
  /** By what those are noticed that are. */
  const told = new Map<string, string>()
  for (const [name, endpoint] of operations(world.server.bound)) {
    if (!endpoint.path.startsWith('/towns/:town')) continue
    const cells = cellsOf(world, name, endpoint)
    const difference = await noticed(world, cells, (work) => without('townOfRows', work))
    if (difference) {
      told.set(name, difference)
      continue
    }
    const both = <T>(work: () => Promise<T>) => without('townOfRows', () => without('holderOfRows', work))
    if (await noticed(world, cells, both)) behindTheHolder.push(name)
    else unnoticed.push(name)
  }
  return { unnoticed, behindTheHolder, told }
}

type Loose = <T>(work: () => Promise<T>) => Promise<T>

/** @returns what somebody is told of what they are refused else, or how they read more than else */
async function noticed(world: World, cells: readonly Cell[], loosely: Loose): Promise<string | undefined> {
  for (const { who, endpoint, question, expected: told, relation } of cells) {
    if (relation !== 'of another town') continue
    const { code } = await loosely(() => world.ask(who, endpoint, question))
    if (!isTold(told, code)) return `${code} and not ${told}`
  }
  for (const own of cells.filter(({ relation, expected: told }) => relation === 'own' && told === 'yes')) {
    const [tight, loose] = [await answer(world, own), await loosely(() => answer(world, own))]
    if (tight !== loose) return `${loose.slice(0, 300)} and not ${tight.slice(0, 300)} to ${own.who}`
    if (own.endpoint.method !== 'GET') break
  }
  return undefined
}

/** With all its pages: which rows come first may be up to their ids. */
async function answer(world: World, cell: Cell): Promise<string> {
  const { who, endpoint, question } = cell
  const { code, body } = await wholly(world, who, endpoint, question)
  const cursor = code === 'yes' ? nextIn(body) : undefined
  if (cursor === undefined) return code + body
  const { query, input } = question
  const further =
    endpoint.method === 'GET'
      ? { query: { ...query, cursor } }
      : { input: { ...(input as Readonly<Record<string, unknown>>), cursor } }
  return code + body + (await answer(world, { ...cell, question: { ...question, ...further } }))
}

const nextIn = (body: string) => {
  const { next } = (body.startsWith('{') ? JSON.parse(body) : {}) as { next?: unknown }
  return typeof next === 'string' ? next : undefined
}
