import { View } from '@tarojs/components'
import type { ReceptionDayRow } from '../../../shared/api/reception'
import type { StationPage } from '../../../shared/api/stations'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { receptionWords } from '../../../shared/words/reception'
import { CodeImage } from '../work/code-image'
import { today } from '../work/words'
import './station-notice.scss'

/** So many of the days ahead stand on one sheet in letters that are read standing. */
const mostDays = 6

/** 接访公告: when deputies receive whoever comes, who sits there, and the code; for the door and the board of a village. */
export function StationNotice({
  townName,
  station,
  days,
  scene,
}: {
  townName: string
  station: StationPage
  days: readonly ReceptionDayRow[]
  scene: string
}) {
  const { name, address, openingHours } = station
  const word = receptionWords[days[0]?.word ?? 'reception']
  return (
    <View className="station-notice">
      <View className="station-notice-head">
        <View>{name}</View>
        <View className="station-notice-title">{`${word}公告`}</View>
      </View>
      {days.length === 0 ? (
        <View>{`还没有排${word}。有事扫码就能写给代表，也可以在开门时进来说。`}</View>
      ) : (
        <View>下面这些天代表在站里等您来，不用预约，有什么事当面说。</View>
      )}
      {days.slice(0, mostDays).map((day) => (
        <View key={day.on} className="station-notice-day">
          <View className="station-notice-when">{`${spokenDate(day.on, today())} ${day.time}`}</View>
          <View>{whoAndWhere(day)}</View>
        </View>
      ))}
      <View className="station-notice-way">
        <View className="station-notice-code">
          <CodeImage scene={scene} of={name} />
          <View>微信扫一扫，说给代表听</View>
        </View>
        <View className="station-notice-words">
          {address ? <View>{`地址：${address}`}</View> : null}
          {openingHours ? <View>{`开放时间：${openingHours}`}</View> : null}
          <View>不会用手机也行，开门时进来说，有人帮您记。</View>
        </View>
      </View>
      <View className="station-notice-foot">
        <View>{`${townName}人大`}</View>
        <View>{spokenDay(today(), '')}</View>
      </View>
    </View>
  )
}

const whoAndWhere = ({ sitters, place, movedFrom, lunar }: ReceptionDayRow) =>
  [
    sitters.length > 0 ? `${sitters.join('、')}代表等您` : '值守的代表等您',
    place ? `在${place}` : '',
    lunar ?? '',
    movedFrom ? `原定${spokenDay(movedFrom, today())}，改在这一天` : '',
  ]
    .filter(Boolean)
    .join('，')
