import { View } from '@tarojs/components'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { formOf, type Register } from '../../../shared/grammar/register'
import { spokenDay } from '../../../shared/rules/days'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { Fact } from './board-list'
import { today } from './words'

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

/** The headings of the columns of a desk, after that of the row itself. */
const columnsOf = (register: Register) => [
  ...shownIn(register).map((name) => labelOf(register, name)),
  ...Object.values(register.counts ?? {}),
]

const gridOf = (register: Register) => ({
  gridTemplateColumns: `2fr repeat(${columnsOf(register).length}, 1fr)`,
})

/** Cards on a phone, the rows of a table on a desk. */
export function RegisterRows(props: {
  register: Register
  rows: readonly Row[]
  onOpen: (row: Row) => void
}) {
  const { register, rows, onOpen } = props
  return (
    <View className="board register-rows">
      <View className="board-head" style={gridOf(register)}>
        {[register.word, ...columnsOf(register)].map((label) => (
          <View key={label}>{label}</View>
        ))}
      </View>
      {rows.map((row) => (
        <RegisterRow key={row.id} register={register} row={row} onTap={() => onOpen(row)} />
      ))}
    </View>
  )
}

function RegisterRow({ register, row, onTap }: { register: Register; row: Row; onTap: () => void }) {
  const isUnder = register.under !== undefined && row.words[register.under] !== undefined
  return (
    <View className="board-row" hoverClass="board-row-hover" style={gridOf(register)} {...press(onTap)}>
      <View className="board-item">
        <View className="board-subject">{`${isUnder ? '　' : ''}${row.title}`}</View>
        <RowTag register={register} row={row} />
      </View>
      {shownIn(register).map((name) => (
        <Fact key={name} label={labelOf(register, name)}>
          {spokenField(register, row, name) ?? '—'}
        </Fact>
      ))}
      {Object.entries(register.counts ?? {}).map(([name, label]) => (
        <Fact key={name} label={label}>{`${row.counts[name] ?? 0} 件`}</Fact>
      ))}
    </View>
  )
}

export function RowTag({ register, row }: { register: Register; row: Row }) {
  if (row.endedOn !== null) return <Tag tone="calm">{register.ends.ended}</Tag>
  if (row.stands) return <Tag tone={row.stands.tone}>{row.stands.word}</Tag>
  const mark = register.mark?.(row.values, today())
  return mark ? <Tag tone={mark.tone}>{mark.word}</Tag> : null
}
