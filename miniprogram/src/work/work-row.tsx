import { Text, View } from '@tarojs/components'
import type { WorkRow } from '../../../shared/api/work'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { timeLeft } from './time-left'
import './work-row.scss'

const toneOf = ({ saidNo, turn }: WorkRow, mine: boolean) =>
  saidNo ? 'late' : turn === null ? 'done' : mine ? 'flow' : 'calm'

/** One line of work, of whatever kind: what it is, where it stands, who waits for whom, and how long there is. */
export function WorkLine(props: {
  row: WorkRow
  /** Whether it is my turn. */
  mine: boolean
  chosen: boolean
  onOpen: (row: WorkRow) => void
  /** The one next step is a button of its own, which leads to its form; the title leads to the matter. */
  onAct?: (row: WorkRow) => void
}) {
  const { row, mine, chosen, onOpen, onAct } = props
  const left = timeLeft(row, new Date())
  const unit = row.unit && row.title.includes(row.unit) ? null : row.unit
  return (
    <View
      className={`work${chosen ? ' work-chosen' : ''}`}
      id={`work-${row.id}`}
      {...(onAct ? {} : { hoverClass: 'card-hover', ...press(() => onOpen(row)) })}
    >
      <View className="work-title" {...(onAct ? press(() => onOpen(row)) : {})}>
        {row.title}
      </View>
      <View className="work-foot">
        <View className="work-facts">
          {[row.note, unit, row.village].filter(Boolean).join(' · ')}
          {row.number ? <Text className="work-number">{` · ${row.number}`}</Text> : null}
        </View>
        <Tag tone={toneOf(row, mine)}>{row.stateLabel}</Tag>
        {mine && onAct ? (
          <View className="work-act">
            <Button tone="quiet" small onTap={() => onAct(row)}>
              {row.next?.label ?? '去办理'}
            </Button>
          </View>
        ) : mine ? (
          <View className="work-next">{row.next?.label ?? '去办理'}</View>
        ) : row.turnLabel ? (
          <View className="work-turn">{`等${row.turnLabel}`}</View>
        ) : null}
      </View>
      {left ? (
        <>
          <View className="work-bar">
            <View className={`work-gone work-gone-${left.tone}`} style={{ width: `${left.gone}%` }} />
          </View>
          <View className={`work-left work-left-${left.tone}`}>
            {left.words}
            <Text className="work-day">{left.day}</Text>
          </View>
        </>
      ) : null}
    </View>
  )
}
