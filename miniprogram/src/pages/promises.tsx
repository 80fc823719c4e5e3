import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listPromises, type PromiseRow } from '../../../shared/api/promises'
import { type ToldStanding, toldStandings } from '../../../shared/matters/suggestion/promise-standings'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Fact } from '../work/board-list'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { promiseTones, today } from '../work/words'
import { usePages } from '../hooks/use-pages'

const words = { all: '全部', ...toldStandings } as const

/** 承诺台账: what units promised in their replies, for everyone to follow until it is done. */
export default function Promises() {
  const { params } = useRouter()
  const [standing, setStanding] = useState<ToldStanding | 'all'>('all')
  const pages = usePages(
    async (cursor) => {
      const town = await currentTown(params.town)
      const query = { cursor, ...(standing === 'all' ? {} : { standing }) }
      return { ...(await ask(listPromises, { params: { town }, query })), town }
    },
    [standing],
  )
  return (
    <Page>
      <View className="lead">
        <Heading large>承诺台账</Heading>
        <View className="note">
          答复里答应的事，哪个单位、哪天以前办好。跨年、换届也接着办，办好了再答复原来的代表。
        </View>
      </View>
      <View className="section">
        <Chips words={words} chosen={standing} onChoose={setStanding} />
      </View>
      <Loaded state={pages}>
        {({ items, town }) =>
          items.length === 0 ? (
            <Empty>这里还没有承诺的事。</Empty>
          ) : (
            <View className="section">
              <View className="board">
                <View className="board-head">
                  {['承诺的事', '承办单位', '答应的日期', '哪天承诺的', '结果'].map((label) => (
                    <View key={label}>{label}</View>
                  ))}
                </View>
                {items.map((item) => (
                  <Row key={item.id + item.promisedOn + item.dueOn} town={town} item={item} />
                ))}
              </View>
              <MorePages pages={pages} />
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

const carried = { term: '，跨届接着办', year: '，跨年接着办' } as const

const spokenStanding = ({ standing, percent }: PromiseRow) =>
  percent !== null && (standing === 'open' || standing === 'late')
    ? `${toldStandings[standing]}，办到 ${percent}%`
    : toldStandings[standing]

const Row = ({ town, item }: { town: string; item: PromiseRow }) => (
  <View
    className="board-row"
    hoverClass="board-row-hover"
    {...press(() => void Taro.navigateTo({ url: `/pages/suggestion?town=${town}&id=${item.id}` }))}
  >
    <View className="board-item">
      <View className="board-subject">{`${item.item}：${item.promise}`}</View>
      <Tag tone={promiseTones[item.standing]}>{spokenStanding(item)}</Tag>
    </View>
    <Fact label="承办单位">{item.unit}</Fact>
    <Fact label="答应的日期" day>
      {`${spokenDay(item.dueOn, today())}前`}
    </Fact>
    <Fact label="哪天承诺的" day>
      {spokenDay(item.promisedOn, today()) + (item.carriedOver ? carried[item.carriedOver] : '')}
    </Fact>
    <Fact label="结果">{item.result ?? '—'}</Fact>
  </View>
)
