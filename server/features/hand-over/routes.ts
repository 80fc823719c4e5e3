import * as api from '../../../shared/api/hand-over'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { holdMeeting } from './hold-meeting'
import { listMeetings, viewMeeting } from './queries'
import { listToHandOver } from './waiting'

export function routes(bind: Bind) {
  bind.read(api.listToHandOver, async ({ reader, actor, query, now }) => ({
    items: await listToHandOver(reader, actor.townId, query.on ?? beijingDay(now)),
  }))
  bind.read(api.listMeetings, ({ reader, actor, query }) => listMeetings(reader, actor.townId, query.cursor))
  bind.read(api.showMeeting, ({ reader, actor, params }) => viewMeeting(reader, actor.townId, params.id))
  bind.writeThenShow(
    api.holdMeeting,
    async ({ tx, actor, input, now }) => ({ id: await holdMeeting(tx, actor, input, now) }),
    ({ reader, actor, id }) => viewMeeting(reader, actor.townId, id),
  )
}
