import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { type BoardFigure, boardFigures, searchBoard, showBoard } from '../../../shared/api/board'
import { showTown } from '../../../shared/api/towns'
import { spokenDay } from '../../../shared/rules/days'
import { figureWords } from '../../../shared/rules/rates'
import { ask } from '../client/ask'
import { takeAsked } from '../client/board-asked'
import { BoardList } from '../work/board-list'
import { useShareWithAll } from '../work/share'
import { today } from '../work/words'
import { WorkSearch } from '../work/work-search'
import { Choose } from '../pieces/choose'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PrintAll } from '../pieces/print-all'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { useTabTown } from '../hooks/use-tab-town'
import '../pieces/chip.scss'
import './board.scss'

/** 五公开: what everyone may know of every suggestion. */
export default function Board() {
  const [figure, setFigure] = useState<BoardFigure | undefined>(() => takeAsked()?.figure)
  const [village, setVillage] = useState<string>()
  const [words, setWords] = useState('')
  const [choosing, setChoosing] = useState(false)
  useDidShow(() => {
    const asked = takeAsked()
    if (asked !== undefined) setFigure(asked.figure)
  })
  const townHere = useTabTown()
  const town = useLoaded(async () => ask(showTown, { params: { town: await townHere() } }), [])
  useShareWithAll('board', { town: town.value?.id, name: town.value?.name })
  const villages = town.value?.villages ?? []
  const pages = usePages(
    async (cursor) => {
      const params = { town: await townHere() }
      if (words === '') return ask(showBoard, { params, query: { figure, village, cursor } })
      // A village is one of the words that are looked for.
      const where = villages.find(({ id }) => id === village)?.name ?? ''
      const input = { words: `${words} ${where}`.trim(), figure, cursor }
      return ask(searchBoard, { params, input })
    },
    [figure, village, words],
  )
  const everywhere = { id: '', name: '所有的村' }
  const villageName = villages.find(({ id }) => id === village)?.name ?? everywhere.name
  const narrowedTo = [
    villageName,
    figure ? figureWords[figure] : '全部',
    ...(words ? [`有“${words}”的`] : []),
  ].join('、')
  return (
    <Page>
      <View className="lead">
        <Heading large>公开栏</Heading>
        <View className="only-printed">{`${town.value?.name ?? ''} · ${narrowedTo} · 截至 ${spokenDay(today(), '')}`}</View>
        <View className="note">每件建议公开五项：事项、单位、时限、结果、代表满意度。</View>
        <View
          className="lead-more"
          id="bulletin"
          {...press(() => void Taro.navigateTo({ url: `/pages/bulletin?town=${town.value?.id ?? ''}` }))}
        >
          半年公开通报
        </View>
        <View
          className="lead-more"
          id="promises"
          {...press(() => void Taro.navigateTo({ url: `/pages/promises?town=${town.value?.id ?? ''}` }))}
        >
          承诺台账
        </View>
        <PrintAll pages={pages} />
      </View>
      <WorkSearch words={words} onFind={setWords} of="事项、单位、村、编号" />
      <View className="filters">
        <View
          className={`chip${village ? ' chip-on' : ''}`}
          id="filter-village"
          {...press(() => setChoosing(true))}
        >
          {villageName}
        </View>
        {[undefined, ...boardFigures].map((one) => (
          <View
            key={one ?? 'all'}
            id={`filter-${one ?? 'all'}`}
            className={`chip${figure === one ? ' chip-on' : ''}`}
            {...press(() => setFigure(one), { on: figure === one })}
          >
            {one ? figureWords[one] : '全部'}
          </View>
        ))}
      </View>
      {figure ? <View className="note board-note">依规定不公开的建议只算在数字里，不列在这里。</View> : null}
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty {...(words ? { next: '看全部', onNext: () => setWords('') } : {})}>
              {words
                ? `没有找到“${words}”。可以写事项里的两个字、单位、村或者编号。`
                : figure || village
                  ? '这里没有符合的建议，换个条件看看。'
                  : '还没有公开的建议。'}
            </Empty>
          ) : (
            <>
              <BoardList townId={town.value?.id ?? ''} items={items} />
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
      {choosing ? (
        <Choose
          title="看哪个村的"
          options={[everywhere, ...villages]}
          chosen={[village ?? '']}
          several={false}
          onChoose={([id]) => setVillage(id || undefined)}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </Page>
  )
}
