import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type KeyRow, listKeySuggestions } from '../../../shared/api/key-suggestions'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Card } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { KeyNotePart } from '../work/key-card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Part } from '../pieces/part'
import { Tag } from '../pieces/tag'
import { openMatter } from '../work/open-matter'
import { spokenDeadline, today, urgencyTones } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'

const years = { thisYear: '今年', lastYear: '去年', nextYear: '明年' } as const
const offsets = { thisYear: 0, lastYear: -1, nextYear: 1 } as const

/** The key suggestions of a year on one screen: who leads each, how far it is, what was decided last; late first. */
export default function KeySuggestions() {
  const { params } = useRouter()
  const [year, setYear] = useState<keyof typeof years>('thisYear')
  const asked = String(Number(today().slice(0, 4)) + offsets[year])
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listKeySuggestions, { params: { town }, query: { year: asked } })) }
  }, [asked])
  return (
    <Page>
      <Chips words={years} chosen={year} onChoose={setYear} />
      <View className="section">
        <Loaded state={state}>
          {({ town, items }) =>
            items.length === 0 ? (
              <Empty>{`${years[year]}还没有列重点建议。主席团在建议页上点“列为重点建议”就会出现在这里。`}</Empty>
            ) : (
              <View className="stack">
                <Notice tone={items.some(isLate) ? 'late' : 'flow'}>{summaryOf(items)}</Notice>
                {items.map((item) => (
                  <KeyRowCard
                    key={item.id}
                    item={item}
                    open={() => openMatter('suggestion', town, item.id)}
                  />
                ))}
              </View>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}

const isLate = ({ due, waitsFor }: KeyRow) => waitsFor !== null && due?.urgency === 'overdue'
const isEnded = ({ waitsFor }: KeyRow) => waitsFor === null
const isSilent = (item: KeyRow) => !isEnded(item) && item.lastNote === null

const summaryOf = (items: readonly KeyRow[]) =>
  [
    `共 ${items.length} 件`,
    `办结 ${items.filter(isEnded).length} 件`,
    `逾期 ${items.filter(isLate).length} 件`,
    `还没有登记进展 ${items.filter(isSilent).length} 件`,
  ].join('，') + '。'

const KeyRowCard = ({ item, open }: { item: KeyRow; open: () => void }) => (
  <Card onTap={open}>
    <View className="note">{[item.no, item.unit].filter(Boolean).join(' · ')}</View>
    <Heading>{item.subject}</Heading>
    <View className="tags">
      <Tag tone={isEnded(item) ? 'done' : 'flow'}>{suggestionStates[item.state].label}</Tag>
      {item.due && !isEnded(item) ? (
        <Tag tone={urgencyTones[item.due.urgency]}>{spokenDeadline(item.due.on)}</Tag>
      ) : null}
    </View>
    <Part label="领办领导">{`${item.leadingPost} ${item.leadingOfficial}`}</Part>
    <Part label="计划">{item.plan}</Part>
    {item.lastNote ? <KeyNotePart note={item.lastNote} /> : null}
    <View className="note">{`领办进展 ${item.progressNotes} 次，调度 ${item.dispatches} 次`}</View>
  </Card>
)
