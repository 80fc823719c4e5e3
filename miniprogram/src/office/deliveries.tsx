import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listDeliveries } from '../../../shared/api/inbox'
import { spokenInstant } from '../../../shared/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { Card } from '../components/card'
import { Empty } from '../components/empty'
import { Loaded } from '../components/loaded'
import { MorePages } from '../components/more-pages'
import { Notice } from '../components/notice'
import { Page } from '../components/page'
import { Tag } from '../components/tag'
import { today } from '../components/words'
import { usePages } from '../hooks/use-pages'

const states = {
  pending: { tone: 'soon', word: '正在重试' },
  skipped: { tone: 'calm', word: '没有送到微信' },
  dead: { tone: 'late', word: '发送失败' },
} as const

/** Pushes that did not reach WeChat, with the reason: the list for picking up the phone. */
export default function Deliveries() {
  const { params } = useRouter()
  const pages = usePages(
    async (cursor) =>
      ask(listDeliveries, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>这些提醒没有送到微信，但都在对方的“消息”里。要紧的事，请打电话告诉一声。</Notice>
      <View className="section">
        <Loaded state={pages}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>提醒都送到了。</Empty>
            ) : (
              <>
                <View className="stack">
                  {items.map((item) => (
                    <Card key={item.id}>
                      <View className="board-item">
                        <View className="board-subject">{item.recipient}</View>
                        <Tag tone={states[item.state].tone}>{states[item.state].word}</Tag>
                      </View>
                      <View>{item.text}</View>
                      <View className="note">
                        {[item.reason, spokenInstant(new Date(item.at), today())].filter(Boolean).join(' · ')}
                      </View>
                    </Card>
                  ))}
                </View>
                <MorePages pages={pages} />
              </>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}
