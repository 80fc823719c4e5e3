import { contract } from '../../../server/http/contract'
import { newId } from '../../../server/database/id'
import { sampleOf } from '../../../scripts/faults/sample'
import type { Register } from '../../../shared/grammar/register'
import { type Endpoint, parameterNames } from '../../../shared/grammar/endpoint'
import { matterTables } from '../../../shared/workflow'
import type { Cell } from './cell'
import { eachOf, type Question } from './cells'
import { isAtTheDoor, walkDoors } from './at-the-door'
import { everybody, here, type Who } from './people'
import { foundIn, idsOf } from './whole-database'
import { readableBy } from './registers'
import { policy } from './policy'
import { expected, isTold, type Lived, type Row } from './row'
import type { World } from './world'

const names = new Map([...contract].map(([name, endpoint]) => [endpoint, name]))
/** The name by which the contract and the policy know it. */
export const nameOf = (endpoint: Endpoint) => names.get(endpoint) ?? ''

/** A step is expected to be what its table says. */
const isStep = (name: string) => Object.keys(matterTables).some((kind) => name.startsWith(`${kind}Steps.`))

/** Every operation that the running server answers and that needs a row. */
export const operations = (bound: ReadonlySet<Endpoint>): [name: string, endpoint: Endpoint][] =>
  [...contract].filter(([name, endpoint]) => bound.has(endpoint) && !isStep(name))

/** They tell of every town, or of every one that is one's own. */
const ofAllTowns = /^(listTowns|listMyTowns|showMe|showCountyFigures|listCountyAppFeedback|showCountyStaff)$/
const nobodyLooksAt: readonly Who[] = ['anonymous', 'newcomer', 'office']
/** One of each kind of post, and of none. */
const posted = ['anonymous', 'villager', 'deputy', 'office', 'presidium', 'unit', 'countyStaff'] as const
const isHere = (who: Who) => (here as readonly Who[]).includes(who)

/** One question about this town, filled in with what the contract takes. */
export function questionOf(endpoint: Endpoint, row: Row, at: Lived, who: Who): Question {
  const asked = row.ask?.(at, who) ?? {}
  return {
    query: asked.query ?? (sampleOf(endpoint.query) as Record<string, string>),
    input: asked.input ?? sampleOf(endpoint.input),
    ...(asked.file ? { file: asked.file } : {}),
    params: { town: at.town.id, ...asked.params },
  }
}

/** Every way of asking for this, by everybody. */
export function cellsOf(world: World, name: string, endpoint: Endpoint): Cell[] {
  const row = policy[name]
  if (row === undefined) return []
  const cell = (who: Who, relation: Cell['relation'], question: Question, told: string): Cell => ({
    name,
    endpoint,
    who,
    relation,
    question,
    expected: told,
  })
  const names = parameterNames(endpoint.path)
  const isOfTown = names.includes('town') || names.includes('county')
  // Whoever asks for what is open to everybody is not looked at.
  const isOpen = row.may === 'anyone'
  const asking = isOpen || row.heavy ? nobodyLooksAt : everybody
  const own = asking.map((who) =>
    cell(
      who,
      'own',
      questionOf(endpoint, row, world.here, who),
      expected(row, isHere(who) || row.but?.[who] ? who : 'newcomer'),
    ),
  )
  if (!isOfTown) return own
  // Whoever has a post here is nobody elsewhere; the county has the neighbour as well.
  const elsewhere = (isOpen ? nobodyLooksAt : posted).map((who) => {
    const as = who === 'anonymous' || who === 'countyStaff' ? who : 'newcomer'
    return cell(who, 'other town', questionOf(endpoint, row, world.neighbour, who), expected(row, as))
  })
  // What is named lies in another town: also whoever may ask finds nothing.
  const nothingThere = (told: string) =>
    told === 'yes' && names.some((name) => name !== 'town') ? 'not_found' : told
  const farAway = (isOpen ? [] : (['office', 'countyStaff'] as const)).map((who) =>
    cell(
      who,
      'other county',
      questionOf(endpoint, row, world.faraway, who),
      nothingThere(expected(row, 'newcomer')),
    ),
  )
  const noTown = (['anonymous', 'newcomer', 'office'] as const).map((who) => {
    const question = questionOf(endpoint, row, world.here, who)
    const params = { ...question.params, town: newId(), county: newId() }
    const refusal = names.includes('county') ? 'not_allowed' : 'not_found'
    const told = expected(row, who) === 'sign_in_needed' ? 'sign_in_needed' : refusal
    return cell(who, 'no town', { ...question, params }, told)
  })
  const others = names.filter((one) => one !== 'town' && one !== 'county')
  const foreign =
    others.length === 0
      ? []
      : (isOpen ? nobodyLooksAt : here).filter((who) => ['yes', 'passes'].includes(expected(row, who)))
  const ofAnother = foreign.flatMap((who) => {
    const question = questionOf(endpoint, row, world.here, who)
    const { town: _, ...params } = questionOf(endpoint, row, world.neighbour, who).params ?? {}
    const nothing = Object.fromEntries(others.map((one) => [one, newId()]))
    return [
      cell(who, 'of another town', { ...question, params: { ...question.params, ...params } }, 'not_found'),
      cell(who, 'no such', { ...question, params: { ...question.params, ...nothing } }, 'not_found'),
    ]
  })
  return [...own, ...elsewhere, ...farAway, ...noTown, ...ofAnother]
}

export async function walkOperations(world: World) {
  const wrong: string[] = []
  const foreign = await idsOf(world.server.database, world.neighbour.town.id)
  const all = operations(world.server.bound).flatMap(([name, endpoint]) => cellsOf(world, name, endpoint))
  const walkBy =
    (ask: typeof wholly) =>
    async ({ name, endpoint, who, relation, question, expected: told }: Cell) => {
      const { code, body } = await ask(world, who, endpoint, question)
      if (!isTold(told, code)) wrong.push(`${name} by ${who} (${relation}): ${code}, not ${told}`)
      if (code === 'not_found' && body !== world.noSuch) wrong.push(`${name}: tells ${who} more`)
      const leaks = ofAllTowns.test(name) || relation === 'other town' ? [] : foundIn(body, foreign)
      if (leaks.length > 0) wrong.push(`${name} tells ${who} of another town: ${leaks.slice(0, 3).join(' ')}`)
    }
  const plainly = walkBy((world, ...asked) => world.ask(...asked))
  const beyond = all.filter((cell) => !isAtTheDoor(cell))
  const before = world.takenBack.kept()
  wrong.push(...(await walkDoors(all.filter(isAtTheDoor), plainly)))
  if (world.takenBack.kept() !== before) wrong.push('what was refused at the door would have been kept')
  // What changes nothing needs no taking back.
  const isAnsweredWrite = ({ endpoint, expected: told }: Cell) =>
    endpoint.method !== 'GET' && ['yes', 'passes'].includes(told)
  await eachOf(
    beyond.filter((cell) => !isAnsweredWrite(cell)),
    8,
    plainly,
  )
  await eachOf(beyond.filter(isAnsweredWrite), 1, walkBy(wholly))
  return { wrong, cells: all.length }
}

/** Of a write its answer too, which is read once it is kept: so it is taken back after that. One at a time. */
export const wholly = (world: World, who: Who, endpoint: Endpoint, question: Question) =>
  endpoint.method === 'GET'
    ? world.ask(who, endpoint, question)
    : world.takenBack.trying(() => world.ask(who, endpoint, question))

/** What somebody reads of a row of a register is what the register lets them read, and its words no more than that. */
export async function walkRegister(world: World, name: string, register: Register) {
  const wrong: string[] = []
  const { show, list } = register.endpoints
  const labels = (who: Who) => [...readableBy(register, who)].sort().join()
  for (const who of here) {
    const row = policy[`${name}.show`]
    if (row === undefined || expected(row, who) !== 'yes') continue
    for (const endpoint of [show, list]) {
      const question = { params: { town: world.here.town.id, id: world.here.things.rows[name] ?? '' } }
      const { body } = await world.ask(who, endpoint, question)
      const { items = [], ...one } = JSON.parse(body) as Shown & { items?: Shown[] }
      for (const { values, words } of endpoint === list ? items : [one]) {
        if (Object.keys(values).sort().join() !== labels(who))
          wrong.push(`${name}: ${who} reads ${Object.keys(values).join()}`)
        // What the server says of a row it says to everybody who reads the register.
        const open = [...readableBy(register, who), ...Object.keys(register.tells ?? {})]
        const more = Object.keys(words).filter((field) => !open.includes(field))
        if (more.length > 0) wrong.push(`${name}: ${who} reads the words of ${more.join()}`)
      }
    }
  }
  return wrong
}
interface Shown {
  values: Record<string, unknown>
  words: Record<string, string>
}
