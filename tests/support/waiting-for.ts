import type { KindName } from '../../shared/workflow'
import type { Seeding } from '../../scripts/demo/seeding'
import type { Database } from '../../server/database/source'
import { viewAnyMatter } from '../../server/engine/any-matter'
import { listWork } from '../../server/engine/list'
import { workRows } from '../../server/engine/rows'

/** What somebody of the demo is to do: the states, what may be done, and whether it is late. */
export async function waitingFor(
  { database, seeding, now }: { database: Database; seeding: Seeding; now: Date },
  name: string,
  kind: KindName = 'suggestion',
) {
  const { reader } = database
  const actor = await seeding.actorOf(name)
  const { found } = await listWork(reader, actor, 'mine', { kind }, undefined, now)
  const rows = await workRows(reader, found, now)
  return Promise.all(
    rows.map(async ({ id, state, due }) => {
      const { actions } = await viewAnyMatter(reader, actor, kind, id, now)
      return { state, actions, late: due?.urgency === 'overdue' }
    }),
  )
}
