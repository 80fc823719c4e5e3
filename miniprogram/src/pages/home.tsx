import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { boardFigures, showBoard } from '../../../shared/api/board'
import { showTown } from '../../../shared/api/towns'
import { figureWords, inFigureWords } from '../../../shared/rules/rates'
import { ask } from '../client/ask'
import { openOnBoard } from '../client/board-asked'
import { useElder } from '../hooks/use-elder'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useTabTown } from '../hooks/use-tab-town'
import { CountLine } from '../pieces/count-line'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { BoardList } from '../work/board-list'
import { ChairMonth } from '../work/chair-month'
import { CountyHome } from '../work/county-home'
import { DailyDoors } from '../work/doors'
import { DoneStory } from '../work/done-story'
import { ElderHome } from '../work/elder-home'
import { ElderOffer } from '../work/elder-offer'
import { useFace } from '../work/face'
import { FirstSteps } from '../work/first-steps'
import { OwnVillage, type TownHome, useOwnVillage } from '../work/own-village'
import { PersonaBar } from '../work/persona-bar'
import { Stations } from '../work/stations'
import { TownHero } from '../work/town-hero'
import { WhoHere } from '../work/who-here'
import { WorkToday } from '../work/work-today'
import './home.scss'

/** What waits for me first, then what I may do, then what the town did; the county has its towns. */
export default function Home() {
  const me = useMe()
  return (
    <Page>
      <PersonaBar />
      {me?.county ? <CountyHome county={me.county} /> : <HomeOfTown />}
    </Page>
  )
}

function HomeOfTown() {
  const townHere = useTabTown()
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
  return <Loaded state={state}>{(loaded) => <Town {...loaded} />}</Loaded>
}

type Latest = Parameters<typeof BoardList>[0]['items']

function Town({ home, latest }: { home: TownHome; latest: Latest }) {
  const face = useFace(home.id)
  const village = useOwnVillage(home)
  const isChair = face.held.includes('presidiumMember')
  const [elder] = useElder()
  if (elder && !face.works)
    return (
      <>
        {face.turn ? <WhoHere town={home.name} face={face} /> : null}
        <ElderHome town={home} village={village} canTurn={!face.turn} />
      </>
    )
  return (
    <>
      <ElderOffer />
      {face.turn ? <WhoHere town={home.name} face={face} /> : null}
      {face.works ? (
        <>
          {face.held.includes('congressOffice') ? <FirstSteps town={home.id} /> : null}
          <WorkToday town={home.id} decides={isChair} />
          {isChair ? <ChairMonth town={home.id} /> : null}
          <DailyDoors townId={home.id} />
        </>
      ) : (
        <>
          <TownHero town={home} village={village?.name} />
          {village ? <OwnVillage town={home} village={village} /> : null}
        </>
      )}
      {isChair && face.works ? null : (
        <CountLine
          counts={inFigureWords(home.figures, ...boardFigures)}
          late={figureWords.overdue}
          onOpen={(word) => openOnBoard(boardFigures.find((one) => figureWords[one] === word))}
        />
      )}
      {face.works ? null : <DoneStory town={home.id} village={village?.id} />}
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
      {face.works ? null : <Stations town={home} village={village?.id} />}
    </>
  )
}
