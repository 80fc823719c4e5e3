import type { EntityMetadata } from 'typeorm'
import { newId } from '../../../server/database/id'
import { moveNames } from '../../../server/features/people/merging/move-names'
import { type Naming, naming } from '../../../server/features/people/merging/naming'
import { sharedDatabase } from '../../support/clean-database'
import type { Database } from '../../../server/database/source'

/** Whatever names a person follows when two turn out to be one: no column can be forgotten. */
let database: Database
let drop: () => Promise<void>
beforeAll(async () => ({ database, drop } = await sharedDatabase()))
afterAll(() => drop())

/** What an id can be the id of, besides a person: the last word of its column. */
const others = new Set(
  `town county village area association training petition reception visit unit group district station suggestion opinion matter message check photo account resident
   category record review ballot meeting activity reply round consultation standing set session actor made token scope commitment link entry mandate`.split(
    /\s+/,
  ),
)
/** Columns that end in such a word, or in none, and are a person's all the same or nobody's. */
const aside: readonly string[] = [
  // Which suggestion a suggestion was merged into, or separated from; which unit; whose seat is filled.
  'suggestion.merged_into_id',
  'suggestion.separated_from_id',
  // Who proposed the same answers in the name of their own suggestion.
  'consultation.merged_id',
  'handling_unit.merged_into_id',
  'mandate.fills_id',
  // Which message is owed its word, as long as it is.
  'told_how.open_for_id',
  // Which sitting is had in return for another.
  'reception.in_return_id',
  // Which picture stands in the place of a picture, and of which it was made.
  'photo.shown_id',
  'photo.blurs_id',
  // Which recording is of a visit.
  'visit.voice',
  // Which mark of a roll was a slip; on which agenda an item stands again, on which item was voted or spoken, and where that stands.
  'roll_mark.undoes',
  'agenda_item.carried_to_id',
  'decision.agenda_item_id',
  'election_result.agenda_item_id',
  'agenda_item.resolution_id',
  'group_answer.group_question_id',
  'resolution.agenda_item_id',
  'deliberation_note.agenda_item_id',
  'deliberation_note.summary_item_id',
  'summary_item.summary_id',
  // Of which report something was said.
  'report_opinion.report_id',
  // Of which campaign praise is, and of which award something was said.
  'award.honour_campaign_id',
  'plan_item.activity_plan_id',
  'award_objection.award_id',
]

const isId = ({ type, length, propertyName }: EntityMetadata['columns'][number]) =>
  type === 'varchar' && length === '26' && propertyName !== 'id'
const lastWord = (column: string) => column.replace(/_id$/, '').split('_').at(-1) ?? ''
const named = (entity: EntityMetadata, column: string) =>
  naming.some((one) => one.table === entity.tableName && one.column === column)

test('every column that holds an id says by its name of what, or is known as a person', () => {
  const unknown = database.source.entityMetadatas.flatMap((entity) =>
    entity.columns
      .filter(isId)
      .map(({ databaseName }) => databaseName)
      .filter((column) => !others.has(lastWord(column)) && !named(entity, column))
      .map((column) => `${entity.tableName}.${column}`),
  )
  const sentence = (name: string) =>
    `${name}: whose id is it? Of a person: server/features/people/merging/naming.ts. Else: this test`
  expect(unknown.filter((name) => !aside.includes(name)).map(sentence)).toEqual([])
})

const [from, to] = [newId(), newId()]
const townId = newId()

/** A row with something in every column, and in one of them this. */
function rowOf(entity: EntityMetadata, one: Naming, value: string, no: number) {
  const given: Record<string, unknown> = {}
  for (const { databaseName, type, length, isNullable } of entity.columns) {
    const most = Number(length || 40)
    if (databaseName === 'town_id') given[databaseName] = townId
    else if (isNullable && databaseName !== one.column) given[databaseName] = null
    else if (type === 'integer' || type === 'boolean') given[databaseName] = 0
    else if (type === 'date') given[databaseName] = '2026-11-20'
    else if (type === 'datetime') given[databaseName] = '2026-11-20 00:00:00.000'
    else if (String(type).endsWith('blob')) given[databaseName] = Buffer.from('')
    else given[databaseName] = `${no}${newId()}`.slice(0, most)
  }
  const [, column, word] = /^(\w+) = '(\w+)'$/.exec(one.where ?? '') ?? []
  return { ...given, ...(column ? { [column]: word } : {}), [one.column]: (one.before ?? '') + value }
}

const entityOf = ({ table }: Naming) => {
  const found = database.source.entityMetadatas.find(({ tableName }) => tableName === table)
  if (!found) throw new Error(`there is no table ${table}`)
  return found
}
const insert = (table: string, row: Record<string, unknown>) =>
  database.source.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  )
const rowsWith = async (one: Naming, personId: string) =>
  database.source.query<Record<string, unknown>[]>(
    `SELECT * FROM ${one.table} WHERE ${one.column} = ?${one.where ? ` AND ${one.where}` : ''}`,
    [(one.before ?? '') + personId],
  )

test('and all of them follow, of two rows that would be one the one that says more', async () => {
  for (const [no, one] of naming.entries()) {
    const row = rowOf(entityOf(one), one, from, no)
    await insert(one.table, row)
    if (!one.once) continue
    // The one who stays has the same row already.
    await insert(one.table, {
      ...rowOf(entityOf(one), one, to, no + 100),
      ...Object.fromEntries(one.once.map((name) => [name, (row as Record<string, unknown>)[name]])),
    })
    if (one.once.length > 0) await insert(one.table, rowOf(entityOf(one), one, from, no + 200))
  }
  const signed = naming.find(({ table }) => table === 'co_signature') as Naming
  await database.source.query("UPDATE co_signature SET answer = 'signed' WHERE person_id = ?", [from])
  await database.transaction((tx) => moveNames(tx, { townId, from, to }))
  for (const one of naming) {
    const what = `${one.table}.${one.column}`
    const those = await rowsWith(one, to)
    const expected = one.once === undefined || one.once.length === 0 ? 1 : 2
    expect([what, (await rowsWith(one, from)).length]).toEqual([what, 0])
    expect([what, those.length]).toEqual([what, expected])
  }
  expect((await rowsWith(signed, to)).map(({ answer }) => answer)).toEqual(['signed', 'signed'])
})
