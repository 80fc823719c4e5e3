import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AgeingRow, listAgeing } from '../../../shared/api/figures'
import { spokenDay } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Fact } from '../work/board-list'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import '../work/board-list.scss'

const limits = {
  '7': '7 天以上',
  '15': '15 天以上',
  '30': '30 天以上',
  '60': '60 天以上',
  '90': '90 天以上',
} as const

/** What nobody has touched, the longest first; each leads to the suggestion itself. */
export function AgeingPanel({ town }: { town: string | undefined }) {
  const [days, setDays] = useState<keyof typeof limits>('30')
  const pages = usePages<AgeingRow, { townId: string }>(
    async (cursor) => {
      const townId = await currentTown(town)
      return { ...(await ask(listAgeing, { params: { town: townId }, query: { days, cursor } })), townId }
    },
    [days],
  )
  return (
    <View>
      <View className="rates-ask not-printed">
        <View className="rates-asked">
          <View className="note">多少天没有人办过一步（催办也算一步）</View>
          <Chips words={limits} chosen={days} onChoose={setDays} />
        </View>
      </View>
      <Loaded state={pages}>
        {({ items, townId }) =>
          items.length === 0 ? (
            <Empty>{`没有放了 ${days} 天以上的建议。`}</Empty>
          ) : (
            <>
              <View className="board">
                <View className="board-head">
                  {['事由', '轮到谁', '没有动静', '主办单位', '走到哪一步'].map((label) => (
                    <View key={label}>{label}</View>
                  ))}
                </View>
                {items.map((item) => (
                  <AgeingItem key={item.id} townId={townId} item={item} />
                ))}
              </View>
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </View>
  )
}

function AgeingItem({ townId, item }: { townId: string; item: AgeingRow }) {
  const open = () => openMatter('suggestion', townId, item.id)
  return (
    <View className="board-row" hoverClass="board-row-hover" {...press(open)}>
      <View className="board-item">
        <View className="board-subject">{item.subject}</View>
        {item.overdue ? <Tag tone="late">逾期</Tag> : null}
      </View>
      <Fact label="轮到谁">{item.waitsFor ? parties[item.waitsFor] : '—'}</Fact>
      <Fact label="没有动静" day>
        {`${item.days} 天（${spokenDay(item.touchedOn, today())}起）`}
      </Fact>
      <Fact label="主办单位">{item.unit ?? '还没交办'}</Fact>
      <Fact label="走到哪一步">
        {[
          suggestionStates[item.state].label,
          item.remindedOn
            ? `催办 ${item.reminders} 次，最近 ${spokenDay(item.remindedOn, today())}`
            : undefined,
        ]
          .filter(Boolean)
          .join('；')}
      </Fact>
    </View>
  )
}
