import { contract } from '../../shared/api/contract'
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
const readDocument = async () => (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApi

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

test('its forms refuse unknown fields, as the server does', async () => {
  const text = JSON.stringify(await readDocument())
  const reply = JSON.parse(text) as OpenApi
  const body = JSON.stringify(reply.paths['/api/towns/{town}/suggestions/{id}/reply']?.post?.requestBody)
  expect(body).toContain('"additionalProperties":false')
  expect(body).toContain('"title":"答复文号"')
})

test('no address carries words of somebody: a parameter is one of a list, a number, a day, an id or a place in a list', async () => {
  const document = await readDocument()
  const places = ['cursor', 'v']
  const free = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.values(operations).flatMap(({ parameters }) =>
      parameters
        .filter((one) => one.in === 'query' && !places.includes(one.name) && !isBound(one.schema))
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
function isBound(schema: ParameterSchema): boolean {
  if (schema.anyOf) return schema.anyOf.every(isBound)
  if (schema.type === 'integer' || schema.type === 'boolean') return true
  return (
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.pattern !== undefined ||
    schema.format !== undefined
  )
}

test('every write but sign-in asks for a key', async () => {
  const document = await readDocument()
  const keyless = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(
        ([method, { parameters }]) =>
          method !== 'get' && !parameters.some(({ name }) => name === 'Idempotency-Key'),
      )
      .map(() => path),
  )
  expect(keyless).toEqual(['/api/demo/personas/{persona}/code', '/api/sign-in'])
})

test('every private endpoint refuses whoever is not signed in', async () => {
  const open: string[] = []
  for (const [name, endpoint] of contract) {
    if (endpoint.who === 'anyone') continue
    const path = endpoint.path.replace(':town', town.id).replace(/:\w+/g, 'a'.repeat(26))
    const answer = await fetch(`${server.url}/api${path}`, { method: endpoint.method })
    if (answer.status !== 401) open.push(`${name} ${answer.status}`)
  }
  expect(open).toEqual([])
})

test('every endpoint of work refuses a villager', async () => {
  const open: string[] = []
  for (const [name, endpoint] of contract) {
    if (['anyone', 'account', 'person', 'writeOpinion'].includes(endpoint.who)) continue
    const path = endpoint.path.replace(':town', town.id).replace(/:\w+/g, 'a'.repeat(26))
    const answer = await fetch(
      `${server.url}/api${path}${endpoint.method === 'GET' && /:town.*s$/.test(endpoint.path) ? '?lane=mine' : ''}`,
      {
        method: endpoint.method,
        headers: { authorization: `Bearer ${town.villager.client.token}`, 'idempotency-key': 'a'.repeat(20) },
      },
    )
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
