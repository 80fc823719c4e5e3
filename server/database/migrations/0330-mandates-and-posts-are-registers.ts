import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { count, day, idColumn, word } from '../columns'
import { column, index, maybe } from '../tables'

const version = column('version', { ...count, default: 0 })
const place = column('place', { ...count, default: 0 })
const ending = [maybe('ended_why', word(200)), maybe('ended_kind', word(20)), maybe('ended_paper', word(60))]
const beginning = [maybe('begun_on', day), maybe('paper', word(60))]

const ofMandates = [
  version,
  ...ending,
  ...beginning,
  maybe('elected_how', word(20)),
  maybe('suspended_on', day),
  maybe('suspended_why', word(100)),
  maybe('fills_id', idColumn),
  place,
]
const ofPosts = [version, maybe('ended_on', day), ...ending, ...beginning, place]

const indexes = [
  ['mandate', index('mandate_place', 'town_id', 'place', 'id')],
  ['post', index('post_place', 'town_id', 'place', 'id')],
] as const

/**
 * Mandates and posts have a version, a beginning and an end with kind, day, reason and document; a mandate may be
 * suspended, and says whose seat it fills. They stand in the order of the roster.
 */
export class MandatesAndPostsAreRegisters1795219203300 implements MigrationInterface {
  name = 'MandatesAndPostsAreRegisters1795219203300'

  async up(runner: QueryRunner) {
    await runner.addColumns('mandate', ofMandates.map(made))
    await runner.addColumns('post', ofPosts.map(made))
    for (const table of ['mandate', 'post'])
      await runner.query(
        `UPDATE ${table} SET place = (SELECT p.position FROM person p WHERE p.id = ${table}.person_id)
         WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = ${table}.person_id)`,
      )
    await runner.query("UPDATE mandate SET ended_why = '以前已经离任' WHERE ended_on IS NOT NULL")
    for (const [table, place] of indexes) await runner.createIndex(table, place)
  }

  /** A post that has ended is none for those who know of no end; a mandate that is suspended has ended for them. */
  async down(runner: QueryRunner) {
    for (const [table, place] of indexes) await runner.dropIndex(table, place)
    await runner.query('DELETE FROM post WHERE ended_on IS NOT NULL')
    await runner.query(
      'UPDATE mandate SET ended_on = suspended_on WHERE ended_on IS NULL AND suspended_on IS NOT NULL',
    )
    for (const { name } of [...ofPosts].reverse()) await runner.dropColumn('post', name)
    for (const { name } of [...ofMandates].reverse()) await runner.dropColumn('mandate', name)
  }
}

const made = (one: ReturnType<typeof column>) => new TableColumn(one)
