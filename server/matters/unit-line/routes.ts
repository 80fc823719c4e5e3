import * as api from '../../../shared/matters/unit-line/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { startUnitLine } from './start'

export function routes(bind: Bind) {
  bind.read(api.showUnitLine, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.writeThenShow(
    api.askUnit,
    async ({ tx, actor, input, now }) => ({ id: await startUnitLine(tx, actor, input, now) }),
    ({ reader, actor, id, now }) => view(reader, actor, id, now),
  )

  for (const [action, endpoint] of Object.entries(api.unitLineSteps)) {
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, kind, actor, params.id, action, input, now),
      ({ reader, actor, id, now }) => view(reader, actor, id, now),
    )
  }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.UnitLineView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { subject, text, deputy, unitId, unit, villageId, village, suggestionId } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ subject, text, deputy, village: villageId === null ? null : village, suggestionId },
    unit: { id: unitId, name: unit },
  }
}
