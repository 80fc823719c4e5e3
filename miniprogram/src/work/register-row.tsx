import { View } from '@tarojs/components'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { formOf, type Register } from '../../../shared/grammar/register'
import { spokenDay } from '../../../shared/rules/days'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { today } from './words'
import './board-list.scss'

export type Row = OutputOf<Register['endpoints']['list']>['items'][number]

/** What people read of a field of a row; a day as it is spoken. */
export function spokenField(register: Register, row: Row, name: string): string | undefined {
  const word = row.words[name]
  const field = register.fields[name]
  if (word === undefined || field === undefined) return word
  return formOf(field).kind === 'day' ? spokenDay(word, today()) : word
}

export const labelOf = (register: Register, name: string) => {
  const field = register.fields[name]
  return field ? formOf(field).label : (register.tells?.[name] ?? name)
}

/** What a list shows of a row beside its name: fields, and what the server says of it. */
const shownIn = (register: Register) => [...Object.keys(register.tells ?? {}), ...register.listed]

/** A column for what the row is called, and one for each field, for what is said of it, for what is counted. */
const columnsOf = (register: Register): Column<Row>[] => [
  {
    key: 'title',
    head: register.word,
    cell: (row) => {
      const isUnder = register.under !== undefined && row.words[register.under] !== undefined
      return (
        <View className="board-item">
          <View className="board-subject">{`${isUnder ? '　' : ''}${row.title}`}</View>
          <RowTag register={register} row={row} />
        </View>
      )
    },
  },
  ...shownIn(register).map((name) => ({
    key: name,
    head: labelOf(register, name),
    cell: (row: Row) => spokenField(register, row, name) ?? '—',
  })),
  ...Object.entries(register.counts ?? {}).map(([name, head]) => ({
    key: name,
    head,
    cell: (row: Row) => `${row.counts[name] ?? 0} ${register.countUnit ?? '件'}`,
    tight: true,
  })),
]

/** Cards on a phone, the rows of a table on a desk. */
export const RegisterRows = (props: {
  register: Register
  rows: readonly Row[]
  onOpen: (row: Row) => void
}) => (
  <View className="register-rows">
    <Table
      said={props.register.word}
      columns={columnsOf(props.register)}
      rows={props.rows}
      keyOf={({ id }) => id}
      onOpen={props.onOpen}
    />
  </View>
)

export function RowTag({ register, row }: { register: Register; row: Row }) {
  if (row.endedOn !== null) return <Tag tone="calm">{register.ends.ended}</Tag>
  if (row.stands) return <Tag tone={row.stands.tone}>{row.stands.word}</Tag>
  const mark = register.mark?.(row.values, today())
  if (mark) return <Tag tone={mark.tone}>{mark.word}</Tag>
  return row.warning ? <Tag tone="late">要核对</Tag> : null
}
