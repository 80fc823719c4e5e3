import * as api from '../../../shared/matters/external-suggestion/endpoints'
import type { Bind } from '../../http/bind'
import { addEntry, change, rate, register } from './keep'
import { listExternal, showOptions, viewExternal } from './queries'

export function routes(bind: Bind) {
  bind.read(api.listExternal, ({ reader, actor, query, now }) =>
    listExternal(reader, actor.townId, query.cursor, now),
  )
  bind.read(api.showExternalOptions, ({ reader, actor }) => showOptions(reader, actor.townId))
  bind.read(api.showExternal, ({ reader, actor, params, now }) => viewExternal(reader, actor, params.id, now))
  bind.write(api.registerExternal, async ({ tx, actor, input, now }) =>
    viewExternal(tx, actor, await register(tx, actor, input, now), now),
  )
  bind.write(api.changeExternal, async ({ tx, actor, params, input, now }) => {
    await change(tx, actor, params.id, input)
    return viewExternal(tx, actor, params.id, now)
  })
  bind.write(api.addExternalEntry, async ({ tx, actor, params, input, now }) => {
    await addEntry(tx, actor, params.id, input, now)
    return viewExternal(tx, actor, params.id, now)
  })
  bind.write(api.rateExternal, async ({ tx, actor, params, input, now }) => {
    await rate(tx, actor, params.id, input)
    return viewExternal(tx, actor, params.id, now)
  })
}
