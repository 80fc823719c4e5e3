import { readInbox as readEndpoint, showInbox } from '../../../shared/api/inbox'
import type { Bind } from '../../http/bind'
import { markRead, readInbox } from './queries'

export function routes(bind: Bind) {
  bind.read(showInbox, ({ reader, actor, query }) => readInbox(reader, actor, query.cursor))

  bind.write(readEndpoint, async ({ tx, actor, input, now }) => {
    await markRead(tx, actor, input.ids, now)
    return { done: true as const }
  })
}
