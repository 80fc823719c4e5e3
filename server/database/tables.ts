import { Table, type TableColumnOptions, TableIndex } from 'typeorm'

/** The words in which migrations say what a table looks like. */
type Kind = Pick<TableColumnOptions, 'type' | 'length' | 'precision' | 'default'>

export const key = (name: string, kind: Kind): TableColumnOptions => ({ name, ...kind, isPrimary: true })
export const column = (name: string, kind: Kind): TableColumnOptions => ({ name, ...kind })
export const maybe = (name: string, kind: Kind): TableColumnOptions => ({ name, ...kind, isNullable: true })
export const index = (name: string, ...columnNames: string[]) => new TableIndex({ name, columnNames })
export const unique = (name: string, ...columnNames: string[]) =>
  new TableIndex({ name, columnNames, isUnique: true })

export const table = (name: string, columns: TableColumnOptions[], indices: TableIndex[]) =>
  new Table({ name, columns, indices })
