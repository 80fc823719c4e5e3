import { View } from '@tarojs/components'
import { useState } from 'react'
import { type AgeingRow, listAgeing } from '../../../shared/api/figures'
import { spokenDay } from '../../../shared/rules/days'
import { parties } from '../../../shared/words/parties'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { useSorted } from '../hooks/use-sorted'
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
  const [sorted, sort] = useSorted(town)
  return (
    <View>
      <View className="rates-ask not-printed">
        <View className="rates-asked">
          <View className="note">多少天没有人办过一步（人催办算一步，自动提醒不算）</View>
          <Chips words={limits} chosen={days} onChoose={setDays} />
        </View>
      </View>
      <Loaded state={pages}>
        {({ items, townId }) =>
          items.length === 0 ? (
            <Empty>{`没有放了 ${days} 天以上的建议。`}</Empty>
          ) : (
            <>
              <Table
                said="久拖未动的建议"
                columns={columns}
                rows={items}
                keyOf={({ id }) => id}
                // What is not loaded yet cannot be put in its place.
                {...(pages.hasMore ? {} : { sorted, onSort: sort })}
                onOpen={({ id }) => openMatter('suggestion', townId, id)}
              />
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </View>
  )
}

const columns: readonly Column<AgeingRow>[] = [
  {
    key: 'subject',
    head: '事由',
    width: 30,
    order: ({ subject }) => subject,
    cell: (item) => (
      <View className="board-item">
        <View className="board-subject">{item.subject}</View>
        {item.overdue ? <Tag tone="late">逾期</Tag> : null}
      </View>
    ),
  },
  {
    key: 'turn',
    head: '轮到谁',
    cell: ({ waitsFor }) => (waitsFor ? parties[waitsFor] : '—'),
    order: ({ waitsFor }) => waitsFor && parties[waitsFor],
  },
  {
    key: 'days',
    head: '没有动静',
    whole: true,
    order: ({ days }) => days,
    cell: ({ days, touchedOn }) => `${days} 天（${spokenDay(touchedOn, today())}起）`,
  },
  { key: 'unit', head: '主办单位', cell: ({ unit }) => unit ?? '还没交办', order: ({ unit }) => unit },
  {
    key: 'state',
    head: '走到哪一步',
    cell: ({ state, remindedOn, reminders }) =>
      [
        suggestionStates[state].label,
        remindedOn ? `提醒 ${reminders} 次，最近 ${spokenDay(remindedOn, today())}` : undefined,
      ]
        .filter(Boolean)
        .join('；'),
  },
]
