import { type EntityManager, InsertResult, type ObjectLiteral, type QueryResult, UpdateResult } from 'typeorm'

type Target = Parameters<EntityManager['insert']>[0]
type Values = Record<string, unknown>

/**
 * `insert`, `update` and `upsert` of TypeORM build a query, ask listeners and look for what the database might have made
 * up: most of the time of a write. Here nothing is made up, so one statement says it. What is asked for in another way
 * than by what stands in the row goes through TypeORM as ever.
 */
export function writePlainly(manager: EntityManager): void {
  const { driver } = manager.dataSource
  const isSqlite = driver.options.type === 'better-sqlite3'
  const run = (sql: string, values: unknown[]) =>
    manager.queryRunner?.query(sql, values, true) as Promise<QueryResult>

  /** The columns and how their values are kept. */
  const kept = (target: Target, rows: readonly Values[]) => {
    const { tableName, columns } = manager.dataSource.getMetadata(target)
    const named = columns.filter((column) => rows.some((row) => row[column.propertyName] !== undefined))
    return {
      table: driver.escape(tableName),
      columns: named.map(({ propertyName, databaseName }) => ({
        propertyName,
        sql: driver.escape(databaseName),
      })),
      values: (row: Values) =>
        named.map((column) => {
          const value = row[column.propertyName]
          const orDefault: unknown = value === undefined ? (column.default ?? null) : value
          return driver.preparePersistentValue(orDefault, column) as unknown
        }),
    }
  }

  const write = async (
    target: Target,
    given: ObjectLiteral | ObjectLiteral[],
    otherwise: (columns: string[]) => string,
  ) => {
    const rows = (Array.isArray(given) ? given : [given]) as Values[]
    if (rows.length === 0) return new InsertResult()
    const { table, columns, values } = kept(target, rows)
    const places = `(${columns.map(() => '?').join(', ')})`
    const names = columns.map(({ sql }) => sql)
    await run(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES ${rows.map(() => places).join(', ')}${otherwise(names)}`,
      rows.flatMap(values),
    )
    return new InsertResult()
  }

  const byTypeorm = { update: manager.update.bind(manager) as (...all: unknown[]) => Promise<UpdateResult> }
  Object.assign(manager, {
    insert: (target: Target, given: ObjectLiteral) => write(target, given, () => ''),

    upsert: (target: Target, given: ObjectLiteral, by: readonly string[]) => {
      const { columns } = kept(target, [Object.fromEntries(by.map((name) => [name, null]))])
      const keys = columns.map(({ sql }) => sql)
      return write(target, given, (names) => {
        const others = names.filter((name) => !keys.includes(name))
        return isSqlite
          ? ` ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`
          : ` ON DUPLICATE KEY UPDATE ${others.map((name) => `${name} = VALUES(${name})`).join(', ')}`
      })
    },

    update: async (target: Target, criteria: unknown, changes: Values) => {
      const isKnown = isPlain(criteria) && isPlain(changes) && Object.values(criteria).every(isSomething)
      if (!isKnown) return byTypeorm.update(target, criteria, changes)
      const [set, where] = [kept(target, [changes]), kept(target, [criteria])]
      const isWhole = where.columns.length === Object.keys(criteria).length && set.columns.length > 0
      if (
        !isWhole ||
        set.columns.length !== Object.values(changes).filter((value) => value !== undefined).length
      )
        return byTypeorm.update(target, criteria, changes)
      const equals = ({ sql }: { sql: string }) => `${sql} = ?`
      return UpdateResult.from(
        await run(
          `UPDATE ${set.table} SET ${set.columns.map(equals).join(', ')} WHERE ${where.columns.map(equals).join(' AND ')}`,
          [...set.values(changes), ...where.values(criteria)],
        ),
      )
    },
  })
}

/** Values as they are kept, and no words of TypeORM in between; nothing equals null. */
const isPlain = (values: unknown): values is Values =>
  typeof values === 'object' &&
  values !== null &&
  !Array.isArray(values) &&
  Object.values(values).every((value) => typeof value !== 'function' && !isOperator(value))

const isSomething = (value: unknown) => value !== null && value !== undefined
const isOperator = (value: unknown) => typeof value === 'object' && value !== null && '@instanceof' in value
