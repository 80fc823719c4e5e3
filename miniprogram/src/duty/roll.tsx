import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { spokenHall } from '../../../shared/rules/quorum-words'
import { useRoll, hallOnDevice } from '../hooks/use-roll'
import { Button } from '../pieces/button'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Skeleton } from '../pieces/skeleton'
import { RollCall } from '../work/roll-call'
import { RollTable } from '../work/roll-table'
import './roll.scss'

/**
 * 点名: whoever keeps the roll reads one name after the other and taps; nobody else needs a phone. It goes on without a
 * network: the names are on the device, and so is every mark before it is drawn.
 */
export default function Roll() {
  const { params } = useRouter()
  const roll = useRoll(params.town ?? '', params.id ?? '')
  const [isTable, setTable] = useState(false)
  const [isPaper, setPaper] = useState(false)
  const { kept, trouble, isOffline, refused } = roll
  if (kept === undefined)
    return (
      <Page>
        {trouble ? <TroubleNotice trouble={trouble} retry={() => void roll.load()} /> : <Skeleton />}
      </Page>
    )
  const { hall, stateOf } = hallOnDevice(kept)
  const shown = {
    ...{ kept, stateOf },
    mark: (personId: string, mark: 'arrived' | 'left' | 'absent') =>
      roll.add(personId, mark, isPaper ? 'paper' : 'clerk'),
    undo: (personId: string) => {
      const last = stateOf(personId)
      if (last?.id) roll.add(personId, 'undone', 'clerk', last.id)
    },
  }
  const observers = hall.observers ?? 0
  const count = kept.marks.length - kept.unsent.length
  return (
    <Page>
      <View className="note">{kept.roll.title}</View>
      <View className="roll-line">{spokenHall(hall)}</View>
      {trouble ? <TroubleNotice trouble={trouble} retry={() => void roll.load()} /> : null}
      {refused.length > 0 ? (
        <Notice tone="late">{`有 ${refused.length} 条没有算：${[...new Set(refused)].join('；')}。`}</Notice>
      ) : null}
      {kept.roll.isOpen ? null : <Notice tone="soon">这次会现在不点名。</Notice>}
      {kept.roll.isOpen && isTable ? <RollTable {...shown} /> : null}
      {kept.roll.isOpen && !isTable ? <RollCall {...shown} /> : null}
      <View className="roll-observers">
        <View>列席</View>
        {observers > 0 ? (
          <Button small tone="quiet" onTap={() => roll.countObservers(observers - 1)}>
            减一位
          </Button>
        ) : null}
        <View className="roll-number">{observers}</View>
        <Button small tone="quiet" onTap={() => roll.countObservers(observers + 1)}>
          加一位
        </Button>
      </View>
      <View className="roll-foot">
        <Button small tone="quiet" onTap={() => setTable(!isTable)}>
          {isTable ? '一个一个点' : '看全部的人'}
        </Button>
        <Button small tone="quiet" onTap={() => setPaper(!isPaper)}>
          {isPaper ? '改成当场点名' : '照纸签到册补录'}
        </Button>
      </View>
      <View className="note roll-sent">
        {isOffline
          ? `没网，照样能点（存了 ${kept.unsent.length} 条没有交，有网自己交）。`
          : kept.unsent.length > 0
            ? `正在交 ${kept.unsent.length} 条…`
            : `已交 ${count} 条，服务器也是 ${count} 条。`}
      </View>
    </Page>
  )
}
