import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { dropWaiting, type Waiting } from '../client/outbox'
import { deliverAll, isOnItsWay, takeBack } from '../client/postman'
import { useWaiting } from '../hooks/use-waiting'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag, type TagTone } from '../pieces/tag'
import './outbox-list.scss'

/** What I sent without a line, and how far each has come. */
export function OutboxList() {
  const waiting = useWaiting()
  if (waiting.length === 0) return null
  return (
    <View className="stack section" id="outbox">
      <Heading>在手机里等着送的</Heading>
      {waiting.map((one) => (
        <OutboxCard key={one.key} one={one} />
      ))}
    </View>
  )
}

function standOf(one: Waiting): readonly [tone: TagTone, word: string, sentence: string] {
  if (one.state === 'arrived') return ['done', '已送达', '送到了，只送了一次。']
  if (one.state === 'refused') return ['late', '没有办成', one.sentence ?? '']
  if (one.takenBack) return ['calm', '正在收回', '有网时先问清送到了没有，没有送到就不送了。']
  return isOnItsWay(one)
    ? ['flow', '正在送', '正在送，请稍等。']
    : ['soon', '待发送', '写的话都在手机里，有网会自动送出，不会送两次。']
}

function OutboxCard({ one }: { one: Waiting }) {
  const [asked, setAsked] = useState(false)
  const [tone, word, sentence] = standOf(one)
  const drop = () => dropWaiting(one)
  const open = () =>
    void Taro.navigateTo({ url: `/${one.page}` }).catch(() => Taro.switchTab({ url: `/${one.page}` }))
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{one.title}</View>
        <Tag tone={tone}>{word}</Tag>
      </View>
      <View className="note">{asked ? '不送了？写的话还留在原来那一页。' : sentence}</View>
      <View className="outbox-acts">
        {one.state === 'waiting' && !one.takenBack ? (
          asked ? (
            <Button small tone="danger" onTap={() => void takeBack(one)}>
              不送了
            </Button>
          ) : (
            <>
              <Button small tone="quiet" onTap={() => void deliverAll()}>
                现在就送
              </Button>
              <Button small tone="quiet" onTap={() => setAsked(true)}>
                先不送
              </Button>
            </>
          )
        ) : null}
        {one.state === 'refused' ? (
          <Button small onTap={open}>
            打开改一改
          </Button>
        ) : null}
        {one.state === 'waiting' ? null : (
          <Button small tone="quiet" onTap={drop}>
            知道了
          </Button>
        )}
      </View>
    </Card>
  )
}
