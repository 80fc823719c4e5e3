import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { readInbox, showInbox } from '../../../shared/api/inbox'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenInstant } from '../../../shared/rules/days'
import { currentPage } from '../../../shared/words/moved-pages'
import { ask } from '../client/ask'
import { forgetMe } from '../client/me'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { PersonaBar } from '../work/persona-bar'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { useTabTown } from '../hooks/use-tab-town'
import './inbox.scss'

type Message = OutputOf<typeof showInbox>['items'][number]

/** Everything I was told; a push is only a nudge towards it. */
export default function Inbox() {
  const townHere = useTabTown()
  const pages = usePages<Message, { town: string }>(async (cursor) => {
    const town = await townHere()
    return { town, ...(await ask(showInbox, { params: { town }, query: { cursor } })) }
  }, [])
  const open = (town: string, message: Message) => {
    if (!message.read) void markRead(town, [message.id])
    void Taro.navigateTo({ url: `/${currentPage(message.page)}` })
  }
  return (
    <Page>
      <PersonaBar />
      <Loaded state={pages}>
        {({ items, town }) =>
          items.length === 0 ? (
            <Empty>还没有消息。您的事有了进展，这里会告诉您。</Empty>
          ) : (
            <>
              {items.map((message) => (
                <View
                  key={message.id}
                  className={`message${message.read ? '' : ' message-new'}`}
                  hoverClass="card-hover"
                  {...press(() => open(town, message))}
                >
                  <View className="message-dot" />
                  <View className="message-body">
                    <View>{message.text}</View>
                    <View className="note">{spokenInstant(new Date(message.at), today())}</View>
                  </View>
                </View>
              ))}
              <MorePages pages={pages} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

async function markRead(town: string, ids: string[]) {
  await ask(readInbox, { params: { town }, input: { ids } }).catch(() => undefined)
  forgetMe()
}
