import { type EntityManager, InsertResult, type ObjectLiteral } from 'typeorm'

/**
 * `insert` of TypeORM builds a query, asks listeners and looks for what the database might have made up: most of the
 * time of a write. Here nothing is made up, so one statement says it.
 */
export function insertPlainly(manager: EntityManager): void {
  const insert = async (target: Parameters<EntityManager['insert']>[0], given: ObjectLiteral) => {
    const rows = (Array.isArray(given) ? given : [given]) as ObjectLiteral[]
    if (rows.length === 0) return new InsertResult()
    const { driver } = manager.dataSource
    const { tableName, columns } = manager.dataSource.getMetadata(target)
    const named = columns.filter((column) => rows.some((row) => row[column.propertyName] !== undefined))
    const values = rows.flatMap((row) =>
      named.map((column) => {
        const value: unknown = row[column.propertyName]
        const kept: unknown = value === undefined ? (column.default ?? null) : value
        return driver.preparePersistentValue(kept, column) as unknown
      }),
    )
    const places = `(${named.map(() => '?').join(', ')})`
    const names = named.map(({ databaseName }) => driver.escape(databaseName)).join(', ')
    await manager.queryRunner?.query(
      `INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${rows.map(() => places).join(', ')}`,
      values,
    )
    return new InsertResult()
  }
  Object.assign(manager, { insert })
}
