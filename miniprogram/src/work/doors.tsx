import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type OpenDoor, presentDoor } from '../../../shared/api/doors'
import { type DoorGroup, doorGroups } from '../../../shared/door'
import { doorsOpenTo } from '../../../shared/open-doors'
import type { Me } from '../client/me'
import { countOf } from '../client/tab-counts'
import { useDoors } from '../hooks/use-doors'
import { Card, Cell } from '../pieces/card'
import './doors.scss'

/** The daily work of whoever looks; a resident has none and sees nothing here. */
export function DailyDoors({ townId }: { townId: string }) {
  const daily = (useDoors(townId)?.doors ?? []).filter((door) => door.daily && !door.tab)
  if (daily.length === 0) return null
  return (
    <View className="doors">
      <DoorCard doors={daily} townId={townId} />
    </View>
  )
}

/** All that stands open to me, group by group; the tabs are at the foot of the phone anyway. */
export function AllDoors({ townId }: { townId: string }) {
  const groups = grouped((useDoors(townId)?.doors ?? []).filter(({ tab }) => !tab))
  return groups.map(({ group, doors }) => (
    <View key={group} className="doors">
      {groups.length > 1 ? <View className="doors-group">{doorGroups[group]}</View> : null}
      <DoorCard doors={doors} townId={townId} />
    </View>
  ))
}

const DoorCard = ({ doors, townId }: { doors: readonly OpenDoor[]; townId: string }) => (
  <Card tight>
    {doors.map((door) => (
      <Cell
        key={door.name}
        label={door.word}
        {...(door.note ? { note: door.note } : {})}
        onTap={() => enter(door, townId)}
      >
        {door.waiting ? <Text className="doors-count">{countOf(door.waiting)}</Text> : <Text />}
      </Cell>
    ))}
  </Card>
)

export const grouped = (doors: readonly OpenDoor[]) =>
  (Object.keys(doorGroups) as DoorGroup[])
    .map((group) => ({ group, doors: doors.filter((door) => door.group === group) }))
    .filter((one) => one.doors.length > 0)

export const enter = ({ page, tab }: Pick<OpenDoor, 'page' | 'tab'>, townId: string | undefined) => {
  if (tab) return void Taro.switchTab({ url: `/${page}` })
  const query = townId ? `${page.includes('?') ? '&' : '?'}town=${townId}` : ''
  return void Taro.navigateTo({ url: `/${page}${query}` })
}

/** What a desk shows while it is not known who looks, or at which town: the county has a page of its own. */
export const openAtLarge = (me: Me | undefined): readonly OpenDoor[] => {
  const held = me?.county ? (['countyStaff'] as const) : []
  return doorsOpenTo(held).map((door) => presentDoor(door, held, null))
}
