import { View } from '@tarojs/components'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { listReceptions } from '../../../shared/matters/reception/endpoints'
import { type ReceptionState, receptionTable } from '../../../shared/matters/reception/table'
import { spokenDate } from '../../../shared/rules/days'
import { monthOf, spokenMonth } from '../../../shared/rules/months'
import { Heading } from '../pieces/heading'
import { type Column, Table } from '../pieces/table'
import { Tag, type TagTone } from '../pieces/tag'
import { today } from './words'

export type RosterRow = OutputOf<typeof listReceptions>['items'][number]

/** 接访排班表: month by month, each from its first day to its last, as it is read on a wall. */
export function RosterMonths({
  rows,
  onOpen,
}: {
  rows: readonly RosterRow[]
  onOpen: (row: RosterRow) => void
}) {
  return (
    <>
      {monthsOf(rows).map((month) => (
        <View key={month} className="section">
          <View className="section-head">
            <Heading>{spokenMonth(month)}</Heading>
          </View>
          <Table
            said={`${spokenMonth(month)}接访排班`}
            columns={columns}
            rows={rows
              .filter(({ heldOn }) => monthOf(heldOn) === month)
              .sort((one, other) => one.heldOn.localeCompare(other.heldOn))}
            keyOf={({ id }) => id}
            onOpen={onOpen}
          />
        </View>
      ))}
    </>
  )
}

const monthsOf = (rows: readonly RosterRow[]) => [...new Set(rows.map(({ heldOn }) => monthOf(heldOn)))]

const tones: Readonly<Record<ReceptionState, TagTone>> = {
  planned: 'flow',
  short: 'late',
  held: 'done',
  empty: 'done',
  calledOff: 'calm',
}

const columns: readonly Column<RosterRow>[] = [
  {
    key: 'day',
    head: '哪天',
    cell: ({ heldOn, time }) => `${spokenDate(heldOn, today())} ${time}`,
    tight: true,
  },
  {
    key: 'sitters',
    head: '谁值守',
    cell: ({ sitters }) => sitters.map(({ name }) => name).join('、') || '还没有人',
  },
  {
    key: 'station',
    head: '在哪里',
    cell: ({ station, place }) => (
      <>
        {station.name}
        {place ? <View className="note">{`在${place}`}</View> : null}
      </>
    ),
  },
  {
    key: 'state',
    head: '怎么样',
    cell: ({ state, swapWith, received }) => (
      <>
        <Tag tone={tones[state]}>{receptionTable.states[state].label}</Tag>
        {swapWith === null ? null : <View className="note">{`想请${swapWith}换班，等回答`}</View>}
        {received > 0 ? <View className="note">{`来了 ${received} 位`}</View> : null}
      </>
    ),
  },
]
