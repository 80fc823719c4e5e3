import { addRow, changeRow, endRow, restoreRow } from '../../engine/registers/keep'
import type { KeptRegister } from '../../engine/registers/kept-register'
import { listRegister, listsOf, optionsOf, showRow } from '../../engine/registers/read-register'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { registers } from './found'
import { bindTables } from './table-routes'

/** What every register answers. */
export function routes(bind: Bind, parts: RouteParts) {
  for (const kept of registers) bindRegister(bind, kept, parts)
}

export function bindRegister(bind: Bind, kept: KeptRegister, parts: Pick<RouteParts, 'apart'>) {
  const api = kept.register.endpoints
  bind.read(api.list, ({ reader, actor, query, now }) => listRegister(reader, kept, actor, query, now))
  bind.lookUp(api.find, ({ reader, actor, input, now }) => listRegister(reader, kept, actor, input, now))
  bind.read(api.options, ({ reader, actor }) => optionsOf(reader, kept, actor))
  bind.read(api.lists, ({ reader, actor }) => listsOf(reader, kept, actor.townId))
  bindTables(bind, kept, parts)
  bind.read(api.show, ({ reader, actor, params, now }) => showRow(reader, kept, actor, params.id, now))
  bind.write(api.add, async ({ tx, actor, input, now }) =>
    showRow(tx, kept, actor, await addRow(tx, kept, actor, input, now), now),
  )
  bind.write(api.change, async ({ tx, actor, params, input, now }) => {
    await changeRow(tx, kept, actor, params.id, input, now)
    return showRow(tx, kept, actor, params.id, now)
  })
  bind.write(api.end, async ({ tx, actor, params, input, now }) => {
    await endRow(tx, kept, actor, params.id, input, now)
    return showRow(tx, kept, actor, params.id, now)
  })
  bind.write(api.restore, async ({ tx, actor, params, input, now }) => {
    await restoreRow(tx, kept, actor, params.id, input.version, now)
    return showRow(tx, kept, actor, params.id, now)
  })
}
