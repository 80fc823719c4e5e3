import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Delivery, noteTold, sendAgain, writeSms } from '../../../shared/api/deliveries'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenInstant } from '../../../shared/rules/days'
import { type ToldWay, toldWays } from '../../../shared/words/words'
import { type PropsWithChildren, useState } from 'react'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { TroubleNotice } from '../pieces/notice'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'
import { useTask } from '../hooks/use-task'
import './deliveries.scss'

const states = {
  pending: { tone: 'soon', word: '正在重试' },
  skipped: { tone: 'calm', word: '没有送到微信' },
  unknown: { tone: 'soon', word: '不知道送到没有' },
  dead: { tone: 'late', word: '发送失败' },
} as const

type Ask = 'again' | ToldWay

/** One reminder that did not arrive: to whom, why, the number to call, and what has been done about it. */
export function DeliveryCard({ town, item, done }: { town: string; item: Delivery; done: () => void }) {
  const task = useTask(
    (wish: Ask, key) =>
      wish === 'again'
        ? ask(sendAgain, { params: { town, id: item.id }, key })
        : ask(noteTold, { params: { town }, input: { ids: [item.id], how: wish }, key }),
    done,
  )
  const [sms, setSms] = useState<OutputOf<typeof writeSms>>()
  const writing = useTask((id: string, key) => ask(writeSms, { params: { town, id }, key }), setSms)
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
        <View className="delivery-phone" {...press(() => void Taro.makePhoneCall({ phoneNumber: phone }))}>
          {`电话 ${phone}`}
        </View>
      ) : null}
      {sms && !told ? (
        <SmsText sms={sms}>
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run('sms')}>
            已发短信
          </Button>
        </SmsText>
      ) : null}
      {told ? null : (
        <View className="delivery-ways">
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run('phone')}>
            已打电话
          </Button>
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run('visit')}>
            已当面说
          </Button>
          {phone && !sms ? (
            <Button small tone="quiet" busy={writing.busy} onTap={() => writing.run(item.id)}>
              写短信
            </Button>
          ) : null}
          {item.maySendAgain ? (
            <Button small tone="quiet" busy={task.busy} onTap={() => task.run('again')}>
              再发一次
            </Button>
          ) : null}
        </View>
      )}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      {writing.trouble ? <TroubleNotice trouble={writing.trouble} /> : null}
    </Card>
  )
}

/** The words to paste into one's own messages; they can be marked by hand where the phone keeps its clipboard shut. */
function SmsText({ sms, children }: PropsWithChildren<{ sms: OutputOf<typeof writeSms> }>) {
  const [copied, setCopied] = useState(false)
  const copy = () => {
    Taro.setClipboardData({ data: sms.text })
      .then(() => setCopied(true))
      .catch(() => undefined)
  }
  return (
    <View className="delivery-sms">
      <Text userSelect>{sms.text}</Text>
      {sms.trouble ? <View className="note">{sms.trouble}</View> : null}
      <View className="delivery-ways">
        <Button small onTap={copy}>
          {copied ? '复制好了' : '复制短信'}
        </Button>
        {children}
      </View>
    </View>
  )
}
