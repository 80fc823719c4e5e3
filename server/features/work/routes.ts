import * as api from '../../../shared/api/work'
import { beijingDay } from '../../../shared/rules/days'
import type { KindName } from '../../../shared/workflow'
import { countWork } from '../../engine/counts'
import { viewAnyMatter } from '../../engine/any-matter'
import { listWork } from '../../engine/list'
import { workRows } from '../../engine/rows'
import { searchWork } from '../../engine/search'
import type { Bind } from '../../http/bind'

export function routes(bind: Bind) {
  bind.read(api.listWork, async ({ reader, actor, query, now }) => {
    const { lane, cursor, ...filters } = query
    const { found, next } = await listWork(reader, actor, lane, filters, cursor, now)
    return { items: (await workRows(reader, found, now)) as api.WorkRow[], next }
  })

  bind.read(api.showMatter, ({ reader, actor, params, now }) =>
    viewAnyMatter(reader, actor, params.kind, params.id, now),
  )

  bind.read(api.countWork, async ({ reader, actor, now }) => {
    const { counts, more } = await countWork(reader, actor, now)
    return { counts: counts.map((one) => ({ ...one, kind: one.kind as KindName })), more }
  })

  bind.lookUp(api.searchWork, async ({ reader, actor, input, now }) => {
    const { words, kind } = input
    const { found, more } = await searchWork(reader, actor, words, { kind, today: beijingDay(now) })
    return { items: (await workRows(reader, found, now)) as api.WorkRow[], more }
  })
}
