import {
  contentCheckSteps,
  listContentChecks,
  listPublicTexts,
  showContentCheck,
  unshownOfSuggestion,
} from '../../../shared/matters/content-check/endpoints'
import type { Bind } from '../../http/bind'
import { suggestionStandingOf } from '../suggestion/standing'
import { act } from '../../engine/act'
import { kind as contentCheck } from './kind'
import { listPublic } from './list-public'
import { listHeld, listUnshown, viewCheck, viewOf } from './queries'

export function routes(bind: Bind) {
  bind.read(listContentChecks, ({ reader, actor, query, now }) => listHeld(reader, actor, query.cursor, now))

  bind.lookUp(listPublicTexts, ({ reader, actor, input, now }) => listPublic(reader, actor, input, now))

  bind.read(unshownOfSuggestion, async ({ reader, actor, params, now }) => {
    await suggestionStandingOf(reader, actor, params.id, now)
    return listUnshown(reader, actor, params.id, now)
  })

  bind.read(showContentCheck, ({ reader, actor, params, now }) => viewCheck(reader, actor, params.id, now))

  for (const [action, endpoint] of Object.entries(contentCheckSteps)) {
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) => act(tx, contentCheck, actor, params.id, action, input, now),
      async ({ reader, actor, id, now }, taken) =>
        taken === undefined
          ? viewCheck(reader, actor, id, now)
          : viewOf(reader, await taken.standing(reader)),
    )
  }
}
