import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { contract } from '../../server/http/contract'
import { publicText, publicTextKinds } from '../../shared/public-texts'
import { getMetadataArgsStorage } from 'typeorm'
import { entities } from '../../server/database/entities'
import { SnakeNaming } from '../../server/database/naming'

/**
 * Strings of open answers that nobody typed for others to read: made by the server out of its own tables, or told only to
 * whoever asks with a secret of his own.
 */
const notTyped: Readonly<Record<string, string>> = {
  '/towns/:town/deputies deputies.portrait': 'an address made by the server',
  '/towns/:town/deputies/:id/duties deputy.portrait': 'an address made by the server',
  '/towns/:town/deputies/:id/duties reports.says': 'made by the server of figures',
  '/towns/:town/stations/:id photo': 'an address made by the server',
  '/towns/:town/stations/:id deputies.portrait': 'an address made by the server',
  '/towns/:town/stations/:id onDuty.portrait': 'an address made by the server',
  '/towns/:town/reception-days days.lunar': 'reckoned from the moon',
  '/towns/:town/board/:id files.name':
    'the name goes with the file, which somebody else has looked at before',
  ...Object.fromEntries(
    [
      'redHead',
      'documentNo',
      'mark',
      'title',
      'to',
      'blocks.text',
      'blocks.rows',
      'blocks.head',
      'blocks.lines',
    ].map((name) => [
      `/towns/:town/annual-report given.paper.${name}`,
      'made by the server of figures and of names that everyone reads, when the report was given',
    ]),
  ),
  ...Object.fromEntries(
    ['title', 'parts.head', 'parts.says'].map((name) => [
      `/towns/:town/guides ${name}`,
      'made by the server of its own words and of the rules of the town',
    ]),
  ),
  ...Object.fromEntries(
    ['tooFewVoters', 'reports.result.says'].map((name) => [
      `/towns/:town/public-reports items.${name}`,
      'made by the server of figures',
    ]),
  ),
  ...Object.fromEntries(
    ['suggestion.no', 'certificateNo'].map((name) => [
      `/towns/:town/public-awards items.${name}`,
      'a number made by the server',
    ]),
  ),
  ...Object.fromEntries(
    ['title', 'reports.deputy'].map((name) => [
      `/towns/:town/ballots/slips ${name}`,
      'read in the room, where the code is on the wall, by those who hear these deputies speak',
    ]),
  ),
  '/sign-in token': 'a secret of whoever signs in',
  '/desk/requests image': 'a picture made by the server',
  '/desk/requests link': 'an address made by the server',
  '/desk/requests number': 'two digits made by the server',
  '/demo/personas personas.name': 'invented, and never in a real start',
  '/demo/personas personas.key': 'invented, and never in a real start',
  '/demo/personas personas.title': 'invented, and never in a real start',
  '/demo/personas personas.openid': 'invented, and never in a real start',
  '/demo/personas/:persona/code code': 'invented, and never in a real start',
}

interface Schema {
  $ref?: string
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  pattern?: string
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
}

/** Names of all strings of a schema that may hold whatever somebody typed. */
function freeStrings(schema: Schema, name = ''): string[] {
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return ways.flatMap((one) => freeStrings(one, name))
  if (schema.items) return freeStrings(schema.items, name)
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([key, one]) =>
      freeStrings(one, name === '' ? key : `${name}.${key}`),
    )
  const bound = schema.enum ?? schema.const ?? schema.format ?? schema.pattern
  return [schema.type].flat().includes('string') && bound === undefined ? [name] : []
}

const open = [...contract.values()].filter(({ who }) => who === 'anyone')
const carried = open.flatMap(({ path, output }) =>
  freeStrings(
    z.toJSONSchema(output, { unrepresentable: 'any', io: 'output', reused: 'inline' }) as Schema,
  ).map((name) => `${path} ${name}`),
)
const listed = publicTextKinds.flatMap((kind) => [...publicText(kind).at])

test('every text in an answer for everyone stands on the list of public texts, or is typed by nobody', () => {
  const unknown = carried.filter(
    (at) => !listed.includes(at) && notTyped[at] === undefined && !/ next$/.test(at),
  )
  expect([...new Set(unknown)]).toEqual([])
})

test('the list names nothing that no answer carries', () => {
  expect(listed.filter((at) => !carried.includes(at))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

test('what is public is kept in a column that there is', () => {
  const { tables, columns: kept } = getMetadataArgsStorage()
  const naming = new SnakeNaming()
  const columns = new Set(
    entities.flatMap((entity) => {
      const name = tables.find(({ target }) => target === entity)?.name ?? ''
      return kept
        .filter(({ target }) => target === entity)
        .map(({ propertyName }) => `${name}.${naming.columnName(propertyName, undefined)}`)
    }),
  )
  const missing = publicTextKinds
    .map((kind) => publicText(kind).kept.join('.'))
    .filter((kept) => !columns.has(kept))
  expect(missing).toEqual([])
})

test('a card that is shared carries what the board shows, and no page makes one of its own words', () => {
  const folder = path.resolve('miniprogram/src')
  const sharing = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => /useShare|onShare/.test(fs.readFileSync(path.join(folder, file), 'utf8')))
  expect(sharing.map((file) => file.replaceAll(path.sep, '/')).sort()).toEqual([
    ...['board', 'station', 'suggestion', 'write'].map((page) => `pages/${page}.tsx`),
    'work/share.ts',
  ])
  const withoutWords = sharing.filter((file) => !/work.share/.test(file))
  for (const file of withoutWords) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8')
    expect(source).not.toMatch(/useShareAppMessage|useShareTimeline/)
    // Taro leaves a page without a card that does not say so in its settings.
    const settings = fs.readFileSync(path.join(folder, file.replace('.tsx', '.config.ts')), 'utf8')
    expect(settings).toContain('enableShareAppMessage: true')
    expect(settings.includes('enableShareTimeline: true')).toBe(source.includes('useShareWithAll('))
  }
})
