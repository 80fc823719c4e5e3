import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listPromises, type PromiseRow } from '../../../shared/api/promises'
import { type ToldStanding, toldStandings } from '../../../shared/matters/suggestion/promise-standings'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { type Column, Table } from '../pieces/table'
import { Tag } from '../pieces/tag'
import { promiseTones, today } from '../work/words'
import { useSorted } from '../hooks/use-sorted'
import { usePages } from '../hooks/use-pages'
import '../work/board-list.scss'

const words = { all: '全部', ...toldStandings } as const

/** 承诺台账: what units promised in their replies, for everyone to follow until it is done. */
export default function Promises() {
  const { params } = useRouter()
  const [standing, setStanding] = useState<ToldStanding | 'all'>(params.standing === 'late' ? 'late' : 'all')
  const pages = usePages(
    async (cursor) => {
      const town = await currentTown(params.town)
      const page = (wanted?: ToldStanding) =>
        ask(listPromises, { params: { town }, query: { cursor, ...(wanted ? { standing: wanted } : {}) } })
      if (standing !== 'all') return { ...(await page(standing)), town }
      // What is late comes first, however long ago it was promised.
      const [{ items, next }, late] = await Promise.all([page(), cursor ? { items: [] } : page('late')])
      return { town, next, items: [...late.items, ...items.filter((one) => one.standing !== 'late')] }
    },
    [standing],
  )
  const [sorted, sort] = useSorted(params.town)
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
              <Table
                said="承诺台账"
                columns={columns}
                rows={items}
                // What is not loaded yet cannot be put in its place.
                {...(pages.hasMore ? {} : { sorted, onSort: sort })}
                keyOf={({ id, promisedOn, dueOn }) => id + promisedOn + dueOn}
                onOpen={({ id }) => void Taro.navigateTo({ url: `/pages/suggestion?town=${town}&id=${id}` })}
              />
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

const columns: readonly Column<PromiseRow>[] = [
  {
    key: 'promise',
    head: '承诺的事',
    order: ({ promise }) => promise,
    width: 34,
    cell: (item) => (
      <View className="board-item">
        <View className="board-subject">
          {item.promise}
          <View className="note">{item.item}</View>
        </View>
        <Tag tone={promiseTones[item.standing]}>{spokenStanding(item)}</Tag>
      </View>
    ),
  },
  { key: 'unit', head: '承办单位', cell: ({ unit }) => unit, order: ({ unit }) => unit },
  {
    key: 'due',
    head: '答应的日期',
    cell: ({ dueOn }) => `${spokenDay(dueOn, today())}前`,
    order: ({ dueOn }) => dueOn,
    whole: true,
  },
  {
    key: 'promised',
    head: '哪天承诺的',
    order: ({ promisedOn }) => promisedOn,
    cell: ({ promisedOn, carriedOver }) =>
      spokenDay(promisedOn, today()) + (carriedOver ? carried[carriedOver] : ''),
    whole: true,
  },
  { key: 'result', head: '结果', cell: ({ result }) => result ?? '—' },
]
