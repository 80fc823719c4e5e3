import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { readAllInbox, readInbox, showInbox, unreadInbox } from '../../../shared/api/inbox'
import { spokenWhen } from '../../../shared/rules/days'
import { currentPage } from '../../../shared/words/moved-pages'
import { ask } from '../client/ask'
import { forgetMe } from '../client/me'
import { Button } from '../pieces/button'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { press } from '../pieces/press'
import { type InboxRow, inboxRows, type Message } from '../work/inbox-groups'
import { PersonaBar } from '../work/persona-bar'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { useTabTown } from '../hooks/use-tab-town'
import { troubleOf } from '../hooks/use-loaded'
import './inbox.scss'

/** Everything I was told; a push is only a nudge towards it. */
export default function Inbox() {
  const townHere = useTabTown()
  const pages = usePages<Message, { town: string }>(async (cursor) => {
    const town = await townHere()
    return { town, ...(await ask(showInbox, { params: { town }, query: { cursor } })) }
  }, [])
  const [unfolded, unfold] = useState<readonly string[]>([])
  const open = (town: string, message: Message) => {
    if (!message.read) void markRead(town, [message.id])
    void Taro.navigateTo({ url: `/${currentPage(message.page)}` })
  }
  const pressRow = (town: string, { key, messages, says }: InboxRow) => {
    if (says === null) return open(town, messages[0])
    unfold((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]))
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
              <AllRead town={town} unread={items.some(({ read }) => !read)} changed={pages.reload} />
              {inboxRows(items).map((row) => (
                <View key={row.key}>
                  <MessageRow row={row} onOpen={() => pressRow(town, row)} />
                  {row.says !== null && unfolded.includes(row.key) ? (
                    <View className="message-folded">
                      {row.messages.map((message) => (
                        <MessageRow
                          key={message.id}
                          row={{ key: message.id, messages: [message], says: null }}
                          onOpen={() => open(town, message)}
                        />
                      ))}
                    </View>
                  ) : null}
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

function MessageRow({ row: { messages, says }, onOpen }: { row: InboxRow; onOpen: () => void }) {
  const [{ title, text, at }] = messages
  return (
    <View
      className={`message${messages.every(({ read }) => read) ? '' : ' message-new'}`}
      hoverClass="card-hover"
      {...press(onOpen)}
    >
      <View className="message-dot" />
      <View className="message-body">
        {title && says === null ? <View className="message-title">{title}</View> : null}
        <View>{says ?? text}</View>
        <View className="note">
          {says === null
            ? spokenWhen(new Date(at), today())
            : `${spokenWhen(new Date(at), today())} · 点开看每一件`}
        </View>
      </View>
    </View>
  )
}

/** All of it read at once, and not read after all. */
function AllRead({ town, unread, changed }: { town: string; unread: boolean; changed: () => void }) {
  const [at, setAt] = useState<string>()
  const afterwards = (next: string | undefined) => {
    setAt(next)
    forgetMe()
    changed()
  }
  const say = (error: unknown) => void Taro.showToast({ title: troubleOf(error).sentence, icon: 'none' })
  if (at !== undefined)
    return (
      <Notice
        tone="done"
        next={{
          label: '撤销',
          onTap: () =>
            void ask(unreadInbox, { params: { town }, input: { at } }).then(() => afterwards(undefined), say),
        }}
      >
        全部标为已读了。
      </Notice>
    )
  if (!unread) return null
  return (
    <View className="inbox-all" id="read-all">
      <Button
        tone="quiet"
        small
        onTap={() =>
          void ask(readAllInbox, { params: { town }, input: {} }).then((one) => afterwards(one.at), say)
        }
      >
        全部已读
      </Button>
    </View>
  )
}

async function markRead(town: string, ids: string[]) {
  await ask(readInbox, { params: { town }, input: { ids } }).catch(() => undefined)
  forgetMe()
}
