import { View } from '@tarojs/components'
import { Fragment } from 'react'
import type { WorkRow } from '../../../shared/api/work'
import { today } from '../client/today'
import type { usePages } from '../hooks/use-pages'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { press } from '../pieces/press'
import { headingOf } from './time-left'
import { WorkLine } from './work-row'
import '../pieces/choose.scss'
import './work-list.scss'

/** Why there is nothing, and what one could do. */
export interface Nothing {
  says: string
  next?: string
  onNext?: () => void
}

export interface Ticks {
  mayTick: (row: WorkRow) => boolean
  isOn: (row: WorkRow) => boolean
  turn: (row: WorkRow) => void
}

/** The rows as the server orders them: late first, then by the day. */
export function WorkList(props: {
  pages: ReturnType<typeof usePages<WorkRow, { more?: boolean }>>
  /** Open work is parted by its days; what has ended or was found is not. */
  byDay: boolean
  /** All of it is my turn. */
  mine: boolean
  nothing: Nothing
  chosen: string | undefined
  onOpen: (row: WorkRow) => void
  /** Several may be ticked, to be done together. */
  ticks?: Ticks | undefined
}) {
  const { ticks } = props
  const { pages, byDay, mine, nothing, chosen, onOpen } = props
  return (
    <Loaded state={pages}>
      {({ items, more }) => {
        if (items.length === 0) {
          const { says, ...next } = nothing
          return <Empty {...next}>{says}</Empty>
        }
        const headings = items.map((row) => (byDay ? headingOf(row, today()) : ''))
        return (
          <View className="work-rows">
            {items.map((row, index) => (
              <Fragment key={row.id}>
                {headings[index] !== (headings[index - 1] ?? '') ? (
                  <View className="work-heading">{headings[index]}</View>
                ) : null}
                <View className="work-one">
                  {ticks ? <Tick row={row} ticks={ticks} /> : null}
                  <WorkLine
                    row={row}
                    mine={mine || row.next !== null}
                    chosen={row.id === chosen}
                    onOpen={onOpen}
                  />
                </View>
              </Fragment>
            ))}
            {more === undefined ? <MorePages pages={pages} /> : null}
            {more ? <Notice>还有更多，请再写一个词缩小范围。</Notice> : null}
          </View>
        )
      }}
    </Loaded>
  )
}

function Tick({ row, ticks }: { row: WorkRow; ticks: Ticks }) {
  if (!ticks.mayTick(row)) return null
  const on = ticks.isOn(row)
  return (
    <View
      className="work-tick"
      id={`tick-${row.id}`}
      {...press(() => ticks.turn(row), { as: 'checkbox', on })}
      {...(process.env.TARO_ENV === 'h5' ? { 'aria-label': `一起办：${row.title}` } : {})}
    >
      <View className={`choose-box${on ? ' choose-on' : ''}`} />
    </View>
  )
}
