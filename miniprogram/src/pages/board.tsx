import { ScrollView, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { publicStates, showBoard, stateOptions } from '../../../shared/api/board'
import { showTown } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { BoardList } from '../work/board-list'
import { Choose } from '../pieces/choose'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { useTabTown } from '../hooks/use-tab-town'
import '../pieces/chip.scss'
import './board.scss'

type PublicState = (typeof publicStates)[number]

/** 五公开: what everyone may know of every suggestion. */
export default function Board() {
  const [state, setState] = useState<PublicState>()
  const [village, setVillage] = useState<string>()
  const [choosing, setChoosing] = useState(false)
  const townHere = useTabTown()
  const town = useLoaded(async () => ask(showTown, { params: { town: await townHere() } }), [])
  const pages = usePages(
    async (cursor) =>
      ask(showBoard, { params: { town: await townHere() }, query: { state, village, cursor } }),
    [state, village],
  )
  const villages = town.value?.villages ?? []
  const everywhere = { id: '', name: '所有的村' }
  const villageName = villages.find(({ id }) => id === village)?.name ?? everywhere.name
  return (
    <Page>
      <View className="lead">
        <Heading large>建议办理公开栏</Heading>
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
      </View>
      <ScrollView scrollX className="filters">
        <View className="filters-row">
          <View
            className={`chip${village ? ' chip-on' : ''}`}
            id="filter-village"
            {...press(() => setChoosing(true))}
          >
            {villageName}
          </View>
          <View className={`chip${state ? '' : ' chip-on'}`} {...press(() => setState(undefined))}>
            全部
          </View>
          {publicStates.map((one) => (
            <View
              key={one}
              className={`chip${state === one ? ' chip-on' : ''}`}
              {...press(() => setState(one))}
            >
              {stateOptions[one]}
            </View>
          ))}
        </View>
      </ScrollView>
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{state || village ? '这里没有符合的建议，换个条件看看。' : '还没有公开的建议。'}</Empty>
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
