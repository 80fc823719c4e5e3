import * as z from 'zod/mini'
import { contract } from '../../server/http/contract'
import { forms } from '../../shared/grammar/fields'
import { send } from '../support/send'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestTown } from '../support/town'

let server: TestServer
let town: TestTown

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
})
afterAll(() => server.stop())

interface OpenApi {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string
        summary: string
        requestBody?: unknown
        parameters: { name: string; in: string; schema: ParameterSchema }[]
      }
    >
  >
}
const readDocument = async () => JSON.parse((await send(`${server.url}/api/openapi.json`)).text) as OpenApi

test('every endpoint of the contract is served, and nothing else', () => {
  expect(
    [...contract.values()].filter((endpoint) => !server.bound.has(endpoint)).map(({ path }) => path),
  ).toEqual([])
  expect(server.bound.size).toBe(contract.size)
})

test('the OpenAPI document describes every endpoint once', async () => {
  const document = await readDocument()
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(document.openapi).toBe('3.1.0')
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...contract.keys()].sort())
})

test('it says of every operation in Chinese what it is for', async () => {
  const document = await readDocument()
  const silent = Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .filter(({ summary }) => !/[一-龥]/.test(summary))
  expect(silent).toEqual([])
})

interface Referred {
  $ref?: string
}
/** What a reference in the document leads to. */
function follow<T>(document: unknown, found: T & Referred): T {
  if (found.$ref === undefined) return found
  const to = found.$ref
    .split('/')
    .slice(1)
    .reduce((at: unknown, step) => (at as Record<string, unknown>)[step], document)
  return follow(document, to as T & Referred)
}
const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [String(one)] : refsIn(one)))

test('its forms refuse unknown fields, as the server does', async () => {
  const document = await readDocument()
  const body = follow(
    document,
    document.paths['/api/towns/{town}/suggestions/{id}/reply']?.post?.requestBody as {
      content: {
        'application/json': { schema: { additionalProperties: boolean; properties: { form: Referred } } }
      }
    },
  )
  const input = follow(document, body.content['application/json'].schema)
  const form = follow(document, input.properties.form as { properties: Record<string, { title?: string }> })
  expect([input.additionalProperties, follow(document, form.properties.documentNo ?? {})]).toEqual([
    false,
    expect.objectContaining({ title: '答复文号' }),
  ])
})

test('it is small enough to be read: what many endpoints share stands in it once, and every reference leads somewhere', async () => {
  const answer = await fetch(`${server.url}/api/openapi.json`)
  const text = await answer.text()
  const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
  // It grows with what there is to do, and each operation stays a page: 1,131 bytes of 442 operations before.
  expect(Buffer.byteLength(text) / contract.size).toBeLessThan(1_000)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  const refs = [...new Set(refsIn(document))]
  expect(refs.length).toBeGreaterThan(30)
  expect(refs.filter((ref) => follow(document, { $ref: ref }) === undefined)).toEqual([])
  const unused = Object.keys(document.components.schemas).filter(
    (name) => !refs.includes(`#/components/schemas/${name}`),
  )
  expect(unused).toEqual([])
  const long = Object.values(document.components.schemas).map((schema) => JSON.stringify(schema))
  expect(new Set(long).size).toBe(long.length)
})

test('an answer that is written out by following the references is the one that the contract checks', async () => {
  const document = await readDocument()
  const writtenOut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(writtenOut)
    if (typeof value !== 'object' || value === null) return value
    const plain = follow(document, value)
    return Object.fromEntries(Object.entries(plain).map(([key, one]) => [key, writtenOut(one)]))
  }
  for (const [name, endpoint] of contract) {
    if (endpoint.mediaType) continue
    const path = document.paths[`/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]
    const operation = path?.[endpoint.method.toLowerCase()] as unknown as {
      responses: { 200: { content: { 'application/json': { schema: unknown } } } }
    }
    const { $schema: _, ...whole } = z.toJSONSchema(endpoint.output, {
      io: 'output',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const form = forms.get(zodSchema as unknown as z.ZodMiniType)
        if (form) jsonSchema.title = form.label
        // The ends of what JavaScript can count are the two bounds that are left out.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      },
    })
    const answer = follow(document, operation.responses[200])
    expect([name, writtenOut(answer.content['application/json'].schema)]).toEqual([name, whole])
  }
})

test('a picture is described as the multipart body that it is, and a picture or a table as what they are', async () => {
  const document = await readDocument()
  const bodies = Object.values(document.paths).flatMap((path) =>
    Object.values(path).flatMap(({ operationId, requestBody }) => {
      const { content = {} } = follow(
        document,
        (requestBody ?? {}) as { content?: Record<string, { schema: { required?: string[] } }> },
      )
      return 'multipart/form-data' in content
        ? [[operationId, Object.keys(content).length, content['multipart/form-data']?.schema.required]]
        : []
    }),
  )
  const ofRegisters = [...contract.keys()].filter((name) => /\.(check|bring)Table$/.test(name))
  expect(ofRegisters.length).toBeGreaterThan(1)
  expect(bodies.sort()).toEqual(
    [
      ...ofRegisters.map((name) => [name, 1, ['table']]),
      ['bringPastSuggestions', 1, ['form', 'table']],
      ['bringRoster', 1, ['form', 'table']],
      ['checkPastSuggestions', 1, ['form', 'table']],
      ['checkRoster', 1, ['form', 'table']],
      ['readHolidayFile', 1, ['table']],
      ['setAvatar', 1, ['form', 'avatar']],
      ['setPortrait', 1, ['form', 'portrait']],
      ['setStationPhoto', 1, ['form', 'photo']],
      ['uploadAttachment', 1, ['form', 'file']],
      ['uploadFile', 1, ['form', 'file']],
      ['uploadPhoto', 1, ['photo']],
    ].sort(),
  )
  const ledger = document.paths['/api/towns/{town}/ledger']?.get as unknown as {
    responses: { 200: { content: object } }
  }
  expect(Object.keys(follow(document, ledger.responses[200]).content)).toEqual([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
})

test('no address carries words of somebody: a parameter is one of a list, a number, a day, an id or a place in a list', async () => {
  const document = await readDocument()
  const places = ['cursor', 'v']
  const free = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.values(operations).flatMap(({ parameters }) =>
      parameters
        .filter((one) => one.in === 'query' && !places.includes(one.name) && !isBound(document, one.schema))
        .map(({ name }) => `${path} ${name}`),
    ),
  )
  expect(free).toEqual([])
})

interface ParameterSchema {
  enum?: unknown
  const?: unknown
  pattern?: string
  format?: string
  type?: string
  anyOf?: ParameterSchema[]
}
function isBound(document: unknown, parameter: ParameterSchema): boolean {
  const schema = follow(document, parameter)
  if (schema.anyOf) return schema.anyOf.every((one) => isBound(document, one))
  if (schema.type === 'integer' || schema.type === 'boolean') return true
  return (
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.pattern !== undefined ||
    schema.format !== undefined
  )
}

test('every write but sign-in asks for a key; what anyone looks for is no write', async () => {
  const document = await readDocument()
  const keyless = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(
        ([method, { parameters }]) =>
          method !== 'get' &&
          !parameters.some((parameter) => follow(document, parameter).name === 'Idempotency-Key'),
      )
      .map(() => path),
  )
  expect([...keyless].sort()).toEqual([
    '/api/demo/personas/{persona}/code',
    '/api/demo/sign-in',
    '/api/desk/password/sign-in',
    '/api/desk/requests',
    '/api/desk/requests/mine',
    // Of a scan no more is kept than that there was one.
    '/api/scenes/{scene}/scans',
    '/api/sign-in',
    // A key would lead from a vote to whoever sent it; the slip counts once without one.
    '/api/towns/{town}/ballots/slips',
    '/api/towns/{town}/ballots/votes',
    '/api/towns/{town}/board/search',
  ])
})

test('every private endpoint refuses whoever is not signed in', async () => {
  const open: string[] = []
  for (const [name, endpoint] of contract) {
    if (endpoint.who === 'anyone') continue
    const path = endpoint.path.replace(':town', town.id).replace(/:\w+/g, 'a'.repeat(26))
    const answer = await send(`${server.url}/api${path}`, { method: endpoint.method })
    if (answer.status !== 401) open.push(`${name} ${answer.status}`)
  }
  expect(open).toEqual([])
})

test('every endpoint of work refuses a villager', async () => {
  const open: string[] = []
  for (const [name, endpoint] of contract) {
    if (['anyone', 'account', 'person', 'writeOpinion'].includes(endpoint.who)) continue
    const path = endpoint.path.replace(':town', town.id).replace(/:\w+/g, 'a'.repeat(26))
    const answer = await send(`${server.url}/api${path}`, {
      method: endpoint.method,
      headers: { authorization: `Bearer ${town.villager.client.token}`, 'idempotency-key': 'a'.repeat(20) },
    })
    if (answer.status !== 403) open.push(`${name} ${answer.status}`)
  }
  expect(open).toEqual([])
})

test('answers carry the headers that a browser needs to be careful', async () => {
  const { headers } = await fetch(`${server.url}/api/towns`)
  expect([
    headers.get('x-content-type-options'),
    headers.get('x-frame-options'),
    headers.has('x-powered-by'),
  ]).toEqual(['nosniff', 'SAMEORIGIN', false])
})
