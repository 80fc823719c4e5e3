import * as api from '../../../shared/api/inbox'
import type { Bind } from '../../http/bind'
import { markAllRead, markRead, markUnread, readInbox } from './queries'

export function routes(bind: Bind) {
  bind.read(api.showInbox, ({ reader, actor, query }) => readInbox(reader, actor, query.cursor))

  bind.write(api.readInbox, async ({ tx, actor, input, now }) => {
    await markRead(tx, actor, input.ids, now)
    return { done: true as const }
  })

  bind.write(api.readAllInbox, async ({ tx, actor, now }) => ({ at: await markAllRead(tx, actor, now) }))

  bind.write(api.unreadInbox, async ({ tx, actor, input }) => {
    await markUnread(tx, actor, input.at)
    return { done: true as const }
  })
}
