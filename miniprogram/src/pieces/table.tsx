import { View } from '@tarojs/components'
import type { ElementType, ReactNode } from 'react'
import { aloud } from './aloud'
import { byKeyboard, press } from './press'
import './table.scss'

/** One column: its heading, and what stands in it of a row. */
export interface Column<R> {
  key: string
  head: string
  cell: (row: R) => ReactNode
  /** By what it is sorted; whoever has none comes last. */
  order?: (row: R) => string | number | null
  /** Never broken: a day, a number. */
  tight?: boolean
  /** Broken only where a person would: a day in a sentence. */
  whole?: boolean
  /** Of a hundred, where the browser is not to find it itself. */
  width?: number
}

/** By which column, and whether the greatest comes first. */
export interface Sorted {
  by: string
  down: boolean
}

const tag = (name: string): ElementType => (process.env.TARO_ENV === 'h5' ? (name as ElementType) : View)
const [Whole, Caption, Head, Body, Row, HeadCell, Cell] = [
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'].map(tag),
] as [ElementType, ElementType, ElementType, ElementType, ElementType, ElementType, ElementType]

/**
 * Rows that are compared with each other: a table on a desk and on paper, cards on a phone, from one markup. The first
 * column is what the row is called; the others carry their heading with them where there are only cards.
 * @param said what the table holds, for whoever has it read aloud
 */
export function Table<R>(props: {
  said: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
  onOpen?: (row: R) => void
  classOf?: (row: R) => string
  sorted?: Sorted | undefined
  onSort?: (sorted: Sorted) => void
}) {
  const { said, columns, rows, keyOf, onOpen, classOf, sorted, onSort } = props
  return (
    <Whole className="table">
      <Caption className="table-said not-printed">{said}</Caption>
      <Head className="table-head">
        <Row>
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              scope="col"
              {...(column.width ? { style: { width: `${column.width}%` } } : {})}
              {...(sorted?.by === column.key
                ? { 'aria-sort': sorted.down ? 'descending' : 'ascending' }
                : {})}
            >
              <HeadWord column={column} sorted={sorted} onSort={onSort} />
            </HeadCell>
          ))}
        </Row>
      </Head>
      <Body className="table-body">
        {inOrder(rows, columns, sorted).map((row) => (
          <Row
            key={keyOf(row)}
            className={`table-row${onOpen ? ' table-opens' : ''} ${classOf?.(row) ?? ''}`}
            {...(onOpen ? { onClick: () => onOpen(row) } : {})}
          >
            {columns.map((column, index) => (
              <Cell
                key={column.key}
                className={`table-cell${column.tight ? ' table-tight' : column.whole ? ' table-whole' : ''}${index === 0 ? ' table-name' : ''}`}
              >
                {index === 0 ? null : <View className="table-label">{column.head}</View>}
                <View
                  className="table-value"
                  // The row answers a tap; its name is where the keyboard comes to, and its key is a tap that the row hears.
                  {...(index === 0 && onOpen ? { ...byKeyboard, ...aloud('link') } : {})}
                >
                  {column.cell(row)}
                </View>
              </Cell>
            ))}
          </Row>
        ))}
      </Body>
    </Whole>
  )
}

function HeadWord<R>(props: {
  column: Column<R>
  sorted: Sorted | undefined
  onSort: ((sorted: Sorted) => void) | undefined
}) {
  const { column, sorted, onSort } = props
  if (!onSort || !column.order) return <View>{column.head}</View>
  const isOn = sorted?.by === column.key
  return (
    <View
      className="table-sort"
      id={`sort-${column.key}`}
      {...press(() => onSort({ by: column.key, down: isOn && !sorted.down }))}
    >
      {column.head}
      <View className="table-arrow">{isOn ? (sorted.down ? '↓' : '↑') : ''}</View>
    </View>
  )
}

/** The rows as they are sorted; without a column that has an order, as they came. */
export function inOrder<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  sorted: Sorted | undefined,
): readonly R[] {
  const order = columns.find(({ key }) => key === sorted?.by)?.order
  if (!sorted || !order) return rows
  const way = sorted.down ? -1 : 1
  return [...rows].sort((one, other) => {
    const [a, b] = [order(one), order(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return typeof a === 'number' && typeof b === 'number'
      ? way * (a - b)
      : way * String(a).localeCompare(String(b), 'zh-CN', { numeric: true })
  })
}
