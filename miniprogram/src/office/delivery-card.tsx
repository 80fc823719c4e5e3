import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Delivery, noteTold, sendAgain } from '../../../shared/api/deliveries'
import { spokenInstant } from '../../../shared/days'
import { toldWays } from '../../../shared/words'
import { ask } from '../client/ask'
import { Button } from '../components/button'
import { Card } from '../components/card'
import { TroubleNotice } from '../components/notice'
import { Tag } from '../components/tag'
import { today } from '../components/words'
import { useTask } from '../hooks/use-task'
import './deliveries.scss'

const states = {
  pending: { tone: 'soon', word: '正在重试' },
  skipped: { tone: 'calm', word: '没有送到微信' },
  dead: { tone: 'late', word: '发送失败' },
} as const

type Ask = 'again' | 'phone' | 'visit'

/** One reminder that did not arrive: to whom, why, the number to call, and what has been done about it. */
export function DeliveryCard({ town, item, done }: { town: string; item: Delivery; done: () => void }) {
  const task = useTask(
    (wish: Ask, key) =>
      wish === 'again'
        ? ask(sendAgain, { params: { town, id: item.id }, key })
        : ask(noteTold, { params: { town }, input: { ids: [item.id], how: wish }, key }),
    done,
  )
  const { phone, told } = item
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{item.recipient}</View>
        <Tag tone={told ? 'done' : states[item.state].tone}>
          {told ? toldWays[told.how] : states[item.state].word}
        </Tag>
      </View>
      <View>{item.text}</View>
      <View className="note">
        {[item.reason, item.village, spokenInstant(new Date(item.at), today())].filter(Boolean).join(' · ')}
      </View>
      {phone && !told ? (
        <View className="delivery-phone" onClick={() => void Taro.makePhoneCall({ phoneNumber: phone })}>
          {`电话 ${phone}`}
        </View>
      ) : null}
      {told ? null : (
        <View className="delivery-ways">
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run('phone')}>
            已打电话
          </Button>
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run('visit')}>
            已当面说
          </Button>
          {item.maySendAgain ? (
            <Button small tone="quiet" busy={task.busy} onTap={() => task.run('again')}>
              再发一次
            </Button>
          ) : null}
        </View>
      )}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </Card>
  )
}
