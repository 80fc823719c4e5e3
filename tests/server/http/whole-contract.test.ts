import Router from 'koa-router'
import type * as z from 'zod/mini'
import { QuickRouter } from '../../../server/http/quick-router'
import { contract } from '../../../server/http/contract'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { settleSending } from '../../../shared/api/sendings'
import { signOut } from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/words/refusals'
import { labelAt, wholeInput } from '../../../shared/words/sentences'
import { newId } from '../../../server/database/id'
import { parse } from '../../../server/http/parse'
import { placesIn, withAt } from '../../../scripts/faults/places'
import { sampleOf } from '../../../scripts/faults/sample'
import { send } from '../../support/send'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, signedIn, type TestTown } from '../../support/town'

/** Every query parameter and every input field of every endpoint, in every wrong shape: what people then read. */
let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

/** Every object answers to these, whether anybody put them there or not: they are a name of nothing. */
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
/** In an address all is text. */
const wrongInAddress = [
  ...inherited,
  '',
  'x'.repeat(3000),
  '-1',
  '99999999999999999999',
  'undefined',
  'NaN',
  '[]',
  '{}',
  '🚧',
  '٣',
  "' OR 1=1 --",
  '2026-13-45',
  '../..',
  '%00',
]
const wrongInBody: unknown[] = [
  ...inherited,
  JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":1},"toString":1}'),
  undefined,
  null,
  '',
  'x'.repeat(30_000),
  -1,
  1e21,
  0.5,
  true,
  [],
  Array(2000).fill('a'.repeat(26)),
  [[[]]],
  {},
  { $gt: '' },
  { length: 5 },
  '2026-13-45',
  '0000-00-00',
  '😀\ud800',
]

const people = () => [town.villager, town.deputy, town.office, town.presidium, town.unit]

async function ask(
  endpoint: Endpoint,
  token: string,
  query: Record<string, string | string[]>,
  input: unknown,
  place: Record<string, string> = {},
) {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(place[name] ?? (name === 'town' ? town.id : 'a'.repeat(26))),
  )
  const words = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  const { status, headers, text } = await send(
    `${server.url}/api${path}${words.size > 0 ? `?${words}` : ''}`,
    {
      method: endpoint.method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(endpoint.method === 'GET'
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': newId() }),
      },
      ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(input) }),
    },
  )
  const isJson = headers.get('content-type')?.includes('json')
  const said = (isJson && status >= 300 ? JSON.parse(text) : {}) as {
    message?: string
    fields?: Record<string, string>
  }
  return {
    status,
    said: [said.message, ...Object.values(said.fields ?? {})].filter((one) => one !== undefined),
  }
}

/** Somebody who may ask this. */
const askers = new Map<Endpoint, Promise<string>>()
function askerFor(endpoint: Endpoint): Promise<string> {
  const known = askers.get(endpoint) ?? findAsker(endpoint)
  // Whoever has signed out once is nobody afterwards.
  if (endpoint !== signOut) askers.set(endpoint, known)
  return known
}
async function findAsker(endpoint: Endpoint): Promise<string> {
  if (endpoint === signOut) return (await signedIn(server)).client.token ?? ''
  for (const { client } of people())
    if ((await ask(endpoint, client.token ?? '', {}, {})).status !== 403) return client.token ?? ''
  return town.office.client.token ?? ''
}

/**
 * What the check of the input says; nothing where it passes. What does not pass never meets the database: a few of those are
 * asked over the line, and of the others the same check is asked here.
 */
function refusalOf({ query, input }: Endpoint, asked: unknown, form: unknown): string[] | undefined {
  try {
    parse(query, asked, server.clock.now())
    // What JSON cannot carry does not arrive.
    parse(input, JSON.parse(JSON.stringify(form ?? {})), server.clock.now())
    return undefined
  } catch (error) {
    return error instanceof Refusal ? [error.message, ...Object.values(error.fields)] : [String(error)]
  }
}
const oneInSoMany = 20

/**
 * Programmers' words, and the sentence of a machine. A field may be called by a name with letters in it, and within 《》
 * stands what somebody has written.
 */
const isForPeople = (said: string) => isSpoken(said.replace(/《[^》]*》/g, '《》'))
const isSpoken = (sentence: string) =>
  !/期望 |实际接收|undefined|null|NaN|array|string|number|object|invalid|expected|[{}[\]<>]|无效输入/i.test(
    sentence,
  ) &&
  /[一-龥].*[。？！]$/.test(sentence) &&
  sentence.length < 200

test('no endpoint breaks, and none speaks to people in the words of programmers', async () => {
  const wrong: string[] = []
  const counts = { asked: 0, refused: 0 }
  for (const [name, endpoint] of contract) {
    const token = await askerFor(endpoint)
    const query = sampleOf(endpoint.query) as Record<string, string>
    const input = sampleOf(endpoint.input)
    const tries: [string, Record<string, string | string[]>, unknown][] = [['as it should be', query, input]]
    for (const key of Object.keys(query)) {
      tries.push([
        `without ?${key}`,
        Object.fromEntries(Object.entries(query).filter(([other]) => other !== key)),
        input,
      ])
      tries.push([`?${key} twice`, { ...query, [key]: ['a', 'b'] }, input])
      for (const value of wrongInAddress)
        tries.push([`?${key}=${value.slice(0, 20)}`, { ...query, [key]: value }, input])
    }
    if (endpoint.method !== 'GET')
      for (const place of placesIn(input))
        for (const value of wrongInBody)
          tries.push([
            `${place.join('.')} = ${String(JSON.stringify(value)).slice(0, 30)}`,
            query,
            withAt(input, place, value),
          ])
    const meant: typeof tries = []
    for (const [index, one] of tries.entries()) {
      const [what, asked, form] = one
      const said = refusalOf(endpoint, asked, form)
      if (said === undefined || index % oneInSoMany === 0) {
        meant.push(one)
        continue
      }
      counts.asked += 1
      counts.refused += 1
      const bad = said.filter((sentence) => !isForPeople(sentence))
      if (bad.length > 0) wrong.push(`${name}: ${what} → ${bad.join(' ')}`)
    }
    for (let from = 0; from < meant.length; from += 20) {
      const answers = await Promise.all(
        meant
          .slice(from, from + 20)
          .map(async ([what, query, input]) => ({ what, ...(await ask(endpoint, token, query, input)) })),
      )
      counts.asked += answers.length
      counts.refused += answers.filter(({ status }) => status === 400).length
      for (const { what, status, said } of answers) {
        const bad = said.filter((sentence) => !isForPeople(sentence))
        if ((status >= 500 && status !== 503) || bad.length > 0)
          wrong.push(`${name}: ${what} → ${status} ${bad.join(' ')}`)
      }
    }
  }
  expect(wrong).toEqual([])
  // Most of it gets as far as the check of the input, so the sentences were really read.
  expect([counts.asked > 9_000, counts.refused / counts.asked > 0.7]).toEqual([true, true])
}, 600_000)

test('a place of an address that is a name of nothing is found nowhere, and breaks nothing', async () => {
  const wrong: string[] = []
  let asked = 0
  for (const [name, endpoint] of contract) {
    const token = await askerFor(endpoint)
    const [query, input] = [sampleOf(endpoint.query) as Record<string, string>, sampleOf(endpoint.input)]
    for (const [, key = ''] of endpoint.path.matchAll(/:(\w+)/g))
      for (const word of inherited) {
        asked += 1
        const { status, said } = await ask(endpoint, token, query, input, { [key]: word })
        // A phone names its sendings as it likes, and hears that none of this name arrived.
        const wasFound = endpoint !== settleSending && status < 400
        if (wasFound || status >= 500 || !said.every(isForPeople))
          wrong.push(`${name} :${key}=${word} → ${status} ${said.join(' ')}`)
      }
    for (const word of inherited) {
      const { status } = await ask(endpoint, token, { ...query, [word]: word }, input)
      if (status >= 500) wrong.push(`${name} ?${word}= → ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(500)
}, 600_000)

test('every field is called by a name', () => {
  const nameless: string[] = []
  const visit = (root: z.ZodMiniType, value: unknown, name: string) => {
    for (const place of placesIn(value))
      if (place.length > 0 && labelAt(root, place) === wholeInput) nameless.push(`${name} ${place.join('.')}`)
  }
  for (const [name, { query, input }] of contract) {
    visit(query, sampleOf(query), name)
    visit(input, sampleOf(input), name)
  }
  expect([...new Set(nameless)]).toEqual([])
})

test('every address leads where the router itself would lead, however it is written', () => {
  const [plain, quick] = [new Router(), new QuickRouter()]
  const endpoints = [...contract.values()]
  for (const { method, path } of endpoints)
    for (const router of [plain, quick]) router.register(`/api${path}`, [method], () => undefined)
  const written = endpoints.flatMap(({ path }, place) => {
    const address = `/api${path.replace(/:\w+/g, () => newId())}`
    const words = address.split('/')
    if (place % 8 > 0) return [address]
    return [
      ...[address, `${address}/`, `${address}//`, address.toUpperCase(), `${address}/more`, `/${address}`],
      ...words.map((_, at) => words.map((word, place) => (place === at ? 'steps' : word)).join('/')),
      ...[
        words.slice(0, -1).join('/'),
        address.replace(/\/(?=\w+$)/, '//'),
        address.replace('towns', '%74owns'),
      ],
    ]
  })
  const waysTo = (router: Router, address: string) => {
    const { path, pathAndMethod, route } = router.match(address, 'POST')
    return {
      route,
      path: path.map((one) => String(one.path)),
      taken: pathAndMethod.map((one) => String(one.path)),
    }
  }
  const addresses = [...written, '', '/', '/api', '//', '/api/towns']
  const ways = addresses.map((address) => [address, waysTo(quick, address)])
  expect(ways).toEqual(addresses.map((address) => [address, waysTo(plain, address)]))
})
