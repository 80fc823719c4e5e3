import { View } from '@tarojs/components'
import type { ReportMeetingView } from '../../../shared/matters/duty-report-meeting/endpoints'
import { type Rating, ratings, ratingWords } from '../../../shared/matters/duty-report-meeting/words'
import './report-slips.scss'

/** The six orders in which three words can stand: one of each on a sheet, so that they are handed out in equal shares. */
const orders = ratings.flatMap((first) =>
  ratings
    .filter((one) => one !== first)
    .map((second): Rating[] => [
      ...[first, second],
      ...ratings.filter((one) => one !== first && one !== second),
    ]),
)

/** 纸质表决票: no number and no mark, so that nobody can tell whose it was. */
export const ReportSlips = ({ view }: { view: ReportMeetingView }) => (
  <View className="slips">
    {orders.map((order) => (
      <View key={order.join()} className="slip">
        <View className="slip-title">{view.title}表决票</View>
        <View className="slip-note">请在一格打√，可以空着；不写姓名。</View>
        {view.reports
          .filter(({ here }) => here !== false)
          .map(({ id, deputy }) => (
            <View key={id} className="slip-row">
              <View className="slip-name">{deputy.name}</View>
              {order.map((one) => (
                <View key={one} className="slip-choice">
                  <View className="slip-box" />
                  <View>{ratingWords[one]}</View>
                </View>
              ))}
            </View>
          ))}
      </View>
    ))}
  </View>
)
