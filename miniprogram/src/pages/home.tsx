import { figureWords, inFigureWords } from '../../../shared/rules/rates'
import { Text, View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { boardFigures, showBoard } from '../../../shared/api/board'
import { showTown } from '../../../shared/api/towns'
import { stationKinds } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { openOnBoard } from '../client/board-asked'
import { BoardList } from '../work/board-list'
import { DailyDoors } from '../work/doors'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PersonaBar } from '../work/persona-bar'
import { useLoaded } from '../hooks/use-loaded'
import { useTabTown } from '../hooks/use-tab-town'
import { useWhereabouts } from '../hooks/use-whereabouts'
import './home.scss'

/** The home of a town: say something, see what is being done, find the nearest station. */
export default function Home() {
  const townHere = useTabTown()
  const where = useWhereabouts()
  const state = useLoaded(async () => {
    const town = await townHere()
    const [home, board] = await Promise.all([
      ask(showTown, { params: { town } }),
      ask(showBoard, { params: { town } }),
    ])
    return { home, latest: board.items.slice(0, 4) }
  }, [])
  usePullDownRefresh(() => {
    state.reload()
    Taro.stopPullDownRefresh()
  })
  return (
    <Page>
      <PersonaBar />
      <Loaded state={state}>
        {({ home, latest }) => (
          <>
            <View className="hero">
              <View className="hero-town">{home.name}</View>
              {where && where.own.length < 2 && !where.county ? (
                <View
                  className="hero-other"
                  id="other-town"
                  {...press(() => void Taro.navigateTo({ url: '/pages/towns' }))}
                >
                  换一个镇
                </View>
              ) : null}
              <View className="hero-rule" />
              <View className="hero-line">
                {`${home.figures.deputies} 位代表、${home.figures.stations} 个站点，听您说，帮您办`}
              </View>
              <View className="hero-act">
                <Button
                  tone="quiet"
                  onTap={() => void Taro.navigateTo({ url: `/pages/write?town=${home.id}` })}
                >
                  说给代表听
                </Button>
              </View>
            </View>

            <DailyDoors townId={home.id} />

            <CountLine
              counts={inFigureWords(home.figures, ...boardFigures)}
              late={figureWords.overdue}
              onOpen={(word) => openOnBoard(boardFigures.find((one) => figureWords[one] === word))}
            />

            <View className="section">
              <View className="section-head">
                <Heading>最近的建议</Heading>
                <View className="more" {...press(() => openOnBoard())}>
                  全部公开
                </View>
              </View>
              {latest.length > 0 ? (
                <BoardList townId={home.id} items={latest} />
              ) : (
                <Empty>还没有公开的建议。代表提出建议、镇人大受理后，会在这里公开。</Empty>
              )}
            </View>

            <View className="section">
              <View className="section-head">
                <Heading>代表之家和活动室</Heading>
              </View>
              <Card tight>
                {home.stations.map((station) => (
                  <Cell
                    key={station.id}
                    label={station.name}
                    onTap={() =>
                      void Taro.navigateTo({ url: `/pages/station?town=${home.id}&id=${station.id}` })
                    }
                  >
                    <Text className="note">{stationKinds[station.kind]}</Text>
                  </Cell>
                ))}
              </Card>
            </View>
          </>
        )}
      </Loaded>
    </Page>
  )
}
