import * as api from '../../../shared/matters/told-how/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { listWork } from '../../engine/list'
import { duePlaced } from '../../engine/rows'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { readToSay, toSay } from './record'

export function routes(bind: Bind) {
  bind.read(api.showToldHow, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.read(api.listUntold, async ({ reader, actor, query, now }) => {
    const narrowed = { kind: kind.table.kind }
    const page = await listWork(reader, actor, query.lane ?? 'mine', narrowed, query.cursor, now)
    const known = await readToSay(
      reader,
      actor.townId,
      page.found.map(({ id }) => id),
    )
    const items = page.found.flatMap((found) => {
      const row = known.get(found.id)
      return row === undefined ? [] : [{ ...row, due: duePlaced(found, now) }]
    })
    return { items, next: page.next }
  })

  for (const [action, endpoint] of Object.entries(api.toldHowSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await act(tx, kind, actor, params.id, action, input, now)
      return view(tx, actor, params.id, now)
    })
  }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.ToldHowView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  return { ...(await viewMatter(reader, kind, standing, now)), ...toSay(standing.record) }
}
