import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { FiveDisclosures } from '../../../shared/api/board'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { spokenLimit, spokenResult, spokenSatisfaction, spokenUnit, standingTag } from './words'
import './board-list.scss'

/** Public matters: cards on a phone, the rows of a table on a desk, from one markup. */
export function BoardList({ townId, items }: { townId: string; items: readonly FiveDisclosures[] }) {
  return (
    <View className="board">
      <View className="board-head">
        {['建议事项', '承办单位', '办结时限', '办理结果', '代表满意度'].map((label) => (
          <View key={label}>{label}</View>
        ))}
      </View>
      {items.map((item) => (
        <BoardRow key={item.id} townId={townId} item={item} />
      ))}
    </View>
  )
}

function BoardRow({ townId, item }: { townId: string; item: FiveDisclosures }) {
  const state = standingTag(item)
  const open = () => void Taro.navigateTo({ url: `/pages/suggestion?town=${townId}&id=${item.id}` })
  return (
    <View className="board-row" hoverClass="board-row-hover" {...press(open)}>
      <View className="board-item">
        <View className="board-subject">{item.item}</View>
        <Tag tone={state.tone}>{state.word}</Tag>
      </View>
      <Fact label="承办单位">{spokenUnit(item)}</Fact>
      <Fact label="办结时限" day>
        {item.deadline?.standing === 'met' ? `${spokenLimit(item)}，已答复` : spokenLimit(item)}
      </Fact>
      <Fact label="办理结果">{spokenResult(item)}</Fact>
      <Fact label="代表满意度">{spokenSatisfaction(item)}</Fact>
    </View>
  )
}

/** A label on a phone, a cell of the table on a desk. */
export const Fact = (props: { label: string; day?: boolean; children: string }) => (
  <View className={`board-fact${props.day ? ' board-day' : ''}`}>
    <View className="board-label">{props.label}</View>
    <View className="board-value">{props.children}</View>
  </View>
)
