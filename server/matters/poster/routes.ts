import * as api from '../../../shared/matters/poster/endpoints'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import { drawCode, keepCode } from '../../features/qr-codes/keep-codes'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { kind } from './kind'
import { readPosters } from './record'
import { startPoster } from './start'

export function routes(bind: Bind, { wechat }: RouteParts) {
  bind.read(api.listPosters, async ({ reader, actor }) => ({
    posters: await readPosters(reader, actor.townId),
  }))
  bind.read(api.showPoster, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  bind.writeAfter(
    api.startPoster,
    ({ reader, actor, input }) =>
      drawCode(reader, wechat, actor.townId, { kind: 'station', id: input.stationId }),
    async ({ tx, actor, input, prepared, now }) => {
      await keepCode(tx, actor, { kind: 'station', id: input.stationId }, prepared, now)
      return view(tx, actor, await startPoster(tx, actor, input, now), now)
    },
  )

  for (const [action, endpoint] of Object.entries(api.posterSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      await act(tx, kind, actor, params.id, action, input, now)
      return view(tx, actor, params.id, now)
    })
  }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.PosterView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { stationId, station, issueNo, asOf, nextOn, scene } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ issueNo, asOf, nextOn, scene },
    station: { id: stationId, name: station },
  }
}
