import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { showProfile } from '../../../shared/api/sign-in'
import { showStation } from '../../../shared/api/stations'
import type { showTown } from '../../../shared/api/towns'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { Card, Cell } from '../pieces/card'
import { today } from './words'

export type TownHome = OutputOf<typeof showTown>
type Village = TownHome['villages'][number]

/** The village that a resident said to live in; undefined while that is unknown, or was never said. */
export function useOwnVillage({ id, villages }: TownHome): Village | undefined {
  const me = useMe()
  const { value } = useLoaded(
    async () => (me ? (await ask(showProfile, { params: { town: id } })).villageId : null),
    [id, me?.account],
  )
  return villages.find((village) => village.id === value)
}

/** Who listens in one's own village, when, and what is in hand there. */
export function OwnVillage({ town, village }: { town: TownHome; village: Village }) {
  const station = town.stations.find(({ villageId }) => villageId === village.id)
  const { value } = useLoaded(
    async () => (station ? ask(showStation, { params: { town: town.id, id: station.id } }) : null),
    [town.id, station?.id],
  )
  if (!station || !value) return null
  const { nextReceptionDay, deputies } = value
  const names = deputies.map(({ name }) => `${name}代表`).join('、')
  return (
    <View className="section">
      <Card tight>
        <Cell
          label={names ? `本村代表：${names}` : station.name}
          {...(nextReceptionDay
            ? { note: `下次接访 ${spokenDate(nextReceptionDay.on, today())} ${nextReceptionDay.time}` }
            : {})}
          onTap={() => void Taro.navigateTo({ url: `/pages/station?town=${town.id}&id=${station.id}` })}
        />
      </Card>
    </View>
  )
}
