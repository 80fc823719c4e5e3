import { type QueryRunner, TableColumn } from 'typeorm'
import { count, day, word } from './columns'
import { column, maybe } from './tables'

/** What the table of every register has beside its fields. */
const registerColumns = () => [
  new TableColumn(column('version', { ...count, default: 0 })),
  new TableColumn(maybe('ended_on', day)),
  new TableColumn(maybe('ended_why', word(200))),
]

export const addRegisterColumns = (runner: QueryRunner, table: string) =>
  runner.addColumns(table, registerColumns())

export async function dropRegisterColumns(runner: QueryRunner, table: string) {
  for (const { name } of registerColumns().reverse()) await runner.dropColumn(table, name)
}
