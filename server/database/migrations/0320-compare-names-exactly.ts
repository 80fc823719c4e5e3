import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where people and places stand by name, with how long one may be. */
const names = [
  ['county', 40],
  ['town', 40],
  ['village', 40],
  ['handling_unit', 40],
  ['deputy_group', 40],
  ['electoral_district', 40],
  ['liaison_station', 40],
  ['person', 20],
  ['category', 20],
] as const

/**
 * The collation that MySQL and MariaDB begin with takes every rare character for every other one, and some for none:
 * 𬭎 and 𬬭, two villages, were one. Names are compared character by character, as SQLite does.
 */
export class CompareNamesExactly1795219203200 implements MigrationInterface {
  name = 'CompareNamesExactly1795219203200'

  up = (runner: QueryRunner) => collate(runner, 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin')
  down = async (runner: QueryRunner) => {
    const [usual] = isMysql(runner)
      ? ((await runner.query('SELECT @@collation_database AS name')) as { name: string }[])
      : []
    await collate(runner, `CHARACTER SET utf8mb4 COLLATE ${usual?.name ?? ''}`)
  }
}

const isMysql = (runner: QueryRunner) => runner.dataSource.options.type !== 'better-sqlite3'

async function collate(runner: QueryRunner, how: string) {
  if (!isMysql(runner)) return
  for (const [table, length] of names)
    await runner.query(`ALTER TABLE ${table} MODIFY name varchar(${length}) ${how} NOT NULL`)
}
