import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { listMyOpinions, type OpinionRow } from '../../../shared/matters/opinion/endpoints'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { ReadAloud } from '../pieces/read-aloud'
import { ElderSwitch } from './elder-switch'
import type { TownHome } from './own-village'
import { Stations } from './stations'
import './elder-home.scss'

/** Somebody has answered, or said what came of it. */
const isAnswered = ({ state }: OpinionRow) => state === 'replied' || state === 'closed'

/** 大字版 of the home: the same door with less on it, on one screen. */
export function ElderHome({
  town,
  village,
  canTurn,
}: {
  town: TownHome
  village: TownHome['villages'][number] | undefined
  /** Whether the way back to small letters stands here, and nowhere above. */
  canTurn: boolean
}) {
  const me = useMe()
  const { value: mine = [] } = useLoaded(
    async () => (me ? (await ask(listMyOpinions, { params: { town: town.id } })).items : []),
    [town.id, me?.account],
  )
  const station = town.stations.find(({ villageId }) => villageId !== null && villageId === village?.id)
  const answered = mine.filter(isAnswered)
  const [latest] = answered
  const open = (page: string) => () => void Taro.navigateTo({ url: page })
  return (
    <View className="elder-home">
      <View className="elder-home-town">
        {village?.name ?? town.name}
        {canTurn ? <ElderSwitch /> : null}
      </View>
      {latest ? (
        <Card>
          <View className="stack">
            <View>{latest.summary}</View>
            <View>{latest.plain}</View>
            <ReadAloud text={`${latest.summary}。${latest.plain}`} />
            <Button tone="quiet" onTap={open(`/pages/matter?town=${town.id}&id=${latest.id}`)}>
              看
            </Button>
          </View>
        </Card>
      ) : null}
      <Button icon="say" onTap={open(`/voice/say?town=${town.id}`)}>
        说给代表听
      </Button>
      <Button tone="quiet" icon="call" onTap={open(`/pages/call-back?town=${town.id}`)}>
        请代表给我回电话
      </Button>
      <Button tone="quiet" icon="said" onTap={() => void Taro.switchTab({ url: '/pages/matters' })}>
        {answered.length > 0 ? `我说过的（${answered.length} 件有回复）` : '我说过的'}
      </Button>
      {station ? (
        <Button tone="quiet" icon="house" onTap={open(`/pages/station?town=${town.id}&id=${station.id}`)}>
          找代表、看接访日
        </Button>
      ) : (
        <Stations town={town} village={village?.id} />
      )}
    </View>
  )
}
