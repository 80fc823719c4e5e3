import * as api from '../../../shared/matters/letter-box/endpoints'
import type { Opening } from '../../../shared/matters/letter-box/opening'
import type { Reader } from '../../database/source'
import { act } from '../../engine/act'
import { standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import type { Bind } from '../../http/bind'
import { kind } from './kind'
import { keepOpening, openBoxOf } from './openings'

export function routes(bind: Bind) {
  bind.write(api.openBox, async ({ tx, actor, params, input, now }) => {
    await openBoxOf(tx, actor, params.id, input, now)
    return { done: true as const }
  })

  bind.read(api.showLetterBox, ({ reader, actor, params, now }) => view(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(api.letterBoxSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      const taken = await act(tx, kind, actor, params.id, action, input, now)
      if (action === 'open') {
        const { stationId } = (await taken.standing(tx)).record
        await keepOpening(tx, actor, stationId, input.form as Opening)
      }
      return view(tx, actor, params.id, now)
    })
  }
}

async function view(reader: Reader, actor: Actor, id: string, now: Date): Promise<api.LetterBoxView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { stationId, station, openedOn, letters, openBy } = standing.record
  return {
    ...(await viewMatter(reader, kind, standing, now)),
    ...{ openedOn, letters, openBy },
    station: { id: stationId, name: station },
  }
}
