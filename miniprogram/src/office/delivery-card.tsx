import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type Delivery, noteTold, sendAgain, writeSms } from '../../../shared/api/deliveries'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenInstant } from '../../../shared/rules/days'
import { type ToldWay, toldWays } from '../../../shared/words/told-ways'
import { type PropsWithChildren, useState } from 'react'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { TroubleNotice } from '../pieces/notice'
import { press } from '../pieces/press'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'
import { useTask } from '../hooks/use-task'
import type { OfPerson } from './by-person'
import './deliveries.scss'

const states = {
  pending: { tone: 'soon', word: '正在重试' },
  skipped: { tone: 'calm', word: '没有送到微信' },
  unknown: { tone: 'soon', word: '不知道送到没有' },
  dead: { tone: 'late', word: '发送失败' },
} as const

type Ask = { how: ToldWay } | { again: string }

/** What did not reach one person: why, the number to call, and what has been done about it. What is said is said of all of it. */
export function DeliveryCard({ town, those, done }: { town: string; those: OfPerson; done: () => void }) {
  const [latest, ...earlier] = those
  const untold = those.filter(({ told }) => told === null)
  const first = untold[0] ?? latest
  const task = useTask(
    (wish: Ask, key) =>
      'again' in wish
        ? ask(sendAgain, { params: { town, id: wish.again }, key })
        : ask(noteTold, {
            params: { town },
            input: { ids: untold.map(({ id }) => id).slice(0, 200), how: wish.how },
            key,
          }),
    done,
  )
  const [sms, setSms] = useState<OutputOf<typeof writeSms>>()
  const writing = useTask((id: string, key) => ask(writeSms, { params: { town, id }, key }), setSms)
  const { phone } = first
  const told = untold.length === 0 ? latest.told : null
  const again = (item: Delivery) =>
    item.maySendAgain ? (
      <Button small tone="quiet" busy={task.busy} onTap={() => task.run({ again: item.id })}>
        再发一次
      </Button>
    ) : null
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{latest.recipient}</View>
        <Tag tone={told ? 'done' : states[first.state].tone}>
          {told ? toldWays[told.how] : states[first.state].word}
        </Tag>
      </View>
      <View>{first.text}</View>
      <View className="note">{spokenFacts(first)}</View>
      {phone && !told ? (
        <View className="delivery-phone" {...press(() => void Taro.makePhoneCall({ phoneNumber: phone }))}>
          {`电话 ${phone}`}
        </View>
      ) : null}
      {earlier.length > 0 ? (
        <Fold title={`另外 ${earlier.length} 条`} note={untold.length > 1 ? '告诉一次就行' : undefined}>
          {those
            .filter((item) => item !== first)
            .map((item) => (
              <View key={item.id} className="delivery-other">
                <View>{item.text}</View>
                <View className="note">
                  {[item.told ? toldWays[item.told.how] : states[item.state].word, spokenFacts(item)].join(
                    ' · ',
                  )}
                </View>
                {again(item)}
              </View>
            ))}
        </Fold>
      ) : null}
      {sms && !told ? (
        <SmsText sms={sms}>
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run({ how: 'sms' })}>
            已发短信
          </Button>
        </SmsText>
      ) : null}
      {told ? null : (
        <View className="delivery-ways">
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run({ how: 'phone' })}>
            已打电话
          </Button>
          <Button small tone="quiet" busy={task.busy} onTap={() => task.run({ how: 'visit' })}>
            已当面说
          </Button>
          {phone && !sms ? (
            <Button small tone="quiet" busy={writing.busy} onTap={() => writing.run(first.id)}>
              写短信
            </Button>
          ) : null}
          {again(first)}
        </View>
      )}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      {writing.trouble ? <TroubleNotice trouble={writing.trouble} /> : null}
    </Card>
  )
}

const spokenFacts = ({ reason, village, at }: Delivery) =>
  [reason, village, spokenInstant(new Date(at), today())].filter(Boolean).join(' · ')

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
