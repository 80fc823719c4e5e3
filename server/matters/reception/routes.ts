import * as api from '../../../shared/matters/reception/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { type Asker, systemOf } from '../../engine/kind'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { planReceptions } from './plan'
import { detailsOf, listReceptions, shownOf } from './queries'

export function routes(bind: Bind) {
  bind.write(api.planReceptions, ({ tx, actor, input, now }) => planReceptions(tx, actor, input, now))

  bind.read(api.listReceptions, ({ reader, actor, query }) =>
    listReceptions(reader, actor.townId, query.cursor),
  )

  bind.read(api.showReception, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.receptionSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await act(tx, kind, actor, params.id, action, input, now)
      // Whoever has just said that they cannot come has no part in it any more, and sees what came of it once.
      return action === 'beAway'
        ? { ...(await view(tx, systemOf(actor.townId), params.id, now)), actions: [], gated: [] }
        : view(tx, actor, params.id, now)
    })
  }
}

async function view(reader: Reader, asker: Asker, id: string, now: Date): Promise<api.ReceptionView> {
  const standing = await standingOf(reader, kind, asker, id, now)
  const { record } = standing
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...shownOf(record),
    note: record.note,
    ...(await detailsOf(reader, record, now)),
  }
}
