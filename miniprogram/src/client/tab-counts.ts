import Taro from '@tarojs/taro'
import { mostCounted, type OpenDoor } from '../../../shared/api/doors'
import { doors } from '../../../shared/doors'

const tabs = doors.filter(({ tab }) => tab)

/** How much waits behind a door, as it is written in a small round mark. */
export const countOf = (waiting: number) => (waiting > mostCounted ? `${mostCounted}+` : String(waiting))

/** Puts beside each tab how much waits behind it. Only a page of the tabs has them; elsewhere there is nothing to say it on. */
export function countOnTabs(open: readonly OpenDoor[]) {
  tabs.forEach(({ name }, index) => {
    const waiting = open.find((door) => door.name === name)?.waiting ?? 0
    const told =
      waiting > 0 ? Taro.setTabBarBadge({ index, text: countOf(waiting) }) : Taro.removeTabBarBadge({ index })
    told.catch(() => undefined)
  })
}
