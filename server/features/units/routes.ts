import * as api from '../../../shared/api/units'
import type { Bind } from '../../http/bind'
import { rowById } from '../../engine/registers/rows'
import { registerNamed } from '../registers/found'
import { openOfUnit } from '../places/open-of-unit'
import { mergeUnit } from './merge'
import { splitUnit } from './split'

export function routes(bind: Bind) {
  bind.read(api.listOpenOfUnit, async ({ reader, actor, params }) => {
    await rowById(reader, registerNamed('handlingUnit'), actor.townId, params.id)
    return { matters: await openOfUnit(reader, actor.townId, params.id) }
  })
  bind.write(api.mergeUnit, async ({ tx, actor, params, input, now }) => ({
    moved: await mergeUnit(tx, actor, params.id, input, now),
  }))
  bind.write(api.splitUnit, ({ tx, actor, params, input, now }) =>
    splitUnit(tx, actor, params.id, input, now),
  )
}
