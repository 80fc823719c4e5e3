import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { FiveDisclosures } from '../../../shared/api/board'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { spokenLimit, spokenResult, spokenSatisfaction, spokenUnit, standingTag } from './words'
import './board-list.scss'

const columns: readonly Column<FiveDisclosures>[] = [
  {
    key: 'item',
    head: '建议事项',
    width: 30,
    cell: (item) => {
      const state = standingTag(item)
      return (
        <View className="board-item">
          <View className="board-subject">{item.item}</View>
          <Tag tone={state.tone}>{state.word}</Tag>
        </View>
      )
    },
  },
  { key: 'unit', head: '承办单位', width: 14, cell: spokenUnit },
  {
    key: 'limit',
    head: '办结时限',
    width: 17,
    whole: true,
    cell: (item) => (item.deadline?.standing === 'met' ? `${spokenLimit(item)}，已答复` : spokenLimit(item)),
  },
  { key: 'result', head: '办理结果', cell: spokenResult },
  { key: 'satisfaction', head: '代表满意度', width: 15, cell: spokenSatisfaction },
]

/** Public matters: cards on a phone, the rows of a table on a desk, from one markup. */
export const BoardList = ({ townId, items }: { townId: string; items: readonly FiveDisclosures[] }) => (
  <Table
    said="公开的建议"
    columns={columns}
    rows={items}
    keyOf={({ id }) => id}
    onOpen={({ id }) => void Taro.navigateTo({ url: `/pages/suggestion?town=${townId}&id=${id}` })}
  />
)
