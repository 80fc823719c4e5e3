import { newId } from '../../server/database/id'
import type { Aim, Aims, StepAim } from './aims'

export interface Ask {
  method: 'GET' | 'POST'
  path: string
  token?: string
  body?: unknown
  /** Takes from the answer what the next one of its kind has to know. */
  answered?: (body: string) => void
}

export interface Operation {
  name: string
  /** In words for the table. */
  says: string
  /** The ratio to the least server that is to be reached. */
  target?: number
  /** It writes: each server changes what is its own, so their answers differ. */
  changes?: true
  /** What the least server is asked instead. */
  against?: string
  /** An endless supply of requests: the same ones in the same order for both servers. */
  asks: (aims: Aims, chance: Chance) => () => Ask
}

/** From 0 to 1. */
export type Chance = () => number

/** Always the same row of numbers. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}

const oneOf = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T
const someId = (chance: Chance) =>
  Array.from({ length: 26 }, () =>
    Math.floor(chance() * 32)
      .toString(32)
      .replace(/[ilou]/, 'z'),
  ).join('')
const get = (aim: Aim, rest: string): Ask => ({ method: 'GET', path: `/api/towns/${aim.town}${rest}` })
const byOffice = (aim: Aim, rest: string): Ask => ({ ...get(aim, rest), token: aim.office })

const inTowns =
  (make: (aim: Aim, chance: Chance) => Ask): Operation['asks'] =>
  ({ towns }, chance) =>
  () =>
    make(oneOf(towns, chance), chance)

/** Anywhere on the board, so that no answer is given twice. */
const place = ({ places }: Aim, chance: Chance) =>
  Buffer.from(`${oneOf(places, chance)}|${someId(chance)}`).toString('base64url')

const board = inTowns((aim, chance) => get(aim, `/board?cursor=${place(aim, chance)}`))
const item = inTowns((aim, chance) => get(aim, `/board/${oneOf(aim.items, chance)}`))
const page = inTowns((aim, chance) => byOffice(aim, `/suggestions/${oneOf(aim.suggestions, chance)}`))
const lane = (name: string) => inTowns((aim) => byOffice(aim, `/work?lane=${name}`))
const search = inTowns((aim, chance) => ({
  ...byOffice(aim, '/work/search'),
  method: 'POST',
  body: { words: oneOf(aim.words, chance) },
}))

const create: Operation['asks'] = ({ residents }) => {
  let next = 0
  return () => {
    const { town, token, deputy } = residents[next++ % residents.length] as Aims['residents'][number]
    const body = { deputyId: deputy, kind: 'report', text: `村口的路灯不亮了，晚上看不清。${newId()}` }
    return { method: 'POST', path: `/api/towns/${town}/opinions`, token, body }
  }
}

/** Of each list of matters, those that no request has in hand. */
const free = new WeakMap<readonly StepAim[], StepAim[]>()

/** The unit writes down that it has spoken with the deputy: once again for each matter in turn. */
const step: Operation['asks'] = ({ steps, today }) => {
  const waiting = free.get(steps) ?? [...steps]
  free.set(steps, waiting)
  return () => {
    const aim = waiting.shift()
    if (aim === undefined) throw new Error('more requests at once than matters')
    const form = {
      heldOn: today,
      form: 'visit',
      participants: '王建国、水利站经办人',
      mayDecide: 'decides',
      record: `一起看了现场，说好先修最险的一段。${newId()}`,
    }
    const answered = (body: string) => {
      aim.version = Number(/"version":(\d+)/.exec(body)?.[1] ?? aim.version)
      waiting.push(aim)
    }
    const path = `/api/towns/${aim.town}/suggestions/${aim.id}/consult`
    return { method: 'POST', path, token: aim.token, body: { version: aim.version, form }, answered }
  }
}

const reads = [board, item, page, lane('mine'), lane('others'), lane('ended'), search]

const anyOf =
  (all: readonly Operation['asks'][]): Operation['asks'] =>
  (aims, chance) => {
    const supplies = all.map((asks) => asks(aims, chance))
    return () => oneOf(supplies, chance)()
  }
const anyRead = anyOf(reads)
const anyWrite = anyOf([create, step])

/** Nine of ten read. */
const mixed: Operation['asks'] = (aims, chance) => {
  const [read, write] = [anyRead(aims, chance), anyWrite(aims, chance)]
  let next = 0
  return () => ((next += 1) % 10 === 0 ? write() : read())
}

export const operations: readonly Operation[] = [
  { name: 'board', says: '公开栏一页', target: 0.7, asks: board },
  { name: 'item', says: '公开栏一件', target: 0.6, asks: item },
  {
    name: 'cached',
    says: '公开栏第一页（缓存）',
    target: 2.5,
    against: 'board',
    asks:
      ({ towns }) =>
      () =>
        get(towns[0] as Aim, '/board'),
  },
  { name: 'page', says: '一件建议的办理页', target: 0.4, asks: page },
  { name: 'mine', says: '等我办的', target: 0.5, asks: lane('mine') },
  { name: 'others', says: '等别人的', target: 0.5, asks: lane('others') },
  { name: 'ended', says: '已办完的', target: 0.5, asks: lane('ended') },
  { name: 'search', says: '搜索', target: 0.5, asks: search },
  { name: 'create', says: '群众留言', changes: true, target: 0.55, asks: create },
  { name: 'step', says: '登记面商（一步）', changes: true, target: 0.4, asks: step },
  { name: 'mixed', says: '九成读、一成写', changes: true, target: 0.6, asks: mixed },
]

/** What a steady load is made of. */
const steady: readonly Operation[] = [
  { name: 'reads', says: '读', asks: anyRead },
  { name: 'writes', says: '写', changes: true, asks: anyWrite },
]

export const operationNamed = (name: string) => [...operations, ...steady].find((one) => one.name === name)
