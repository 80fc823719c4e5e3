import * as api from '../../../shared/registers/congress-session-endpoints'
import type { Bind } from '../../http/bind'
import { changeSession, registerSession } from './keep-sessions'
import { listOfSessions } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listSessions, ({ reader, actor }) => listOfSessions(reader, actor.townId))
  bind.write(api.registerSession, async ({ tx, actor, input, now }) => {
    await registerSession(tx, actor, { ...input, closedOn: input.closedOn ?? null }, now)
    return listOfSessions(tx, actor.townId)
  })
  bind.write(api.changeSession, async ({ tx, actor, params, input, now }) => {
    const days = { openedOn: input.openedOn, closedOn: input.closedOn ?? null }
    await changeSession(tx, actor, params.id, days, now)
    return listOfSessions(tx, actor.townId)
  })
}
