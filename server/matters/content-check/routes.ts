import {
  contentCheckSteps,
  listContentChecks,
  listPublicTexts,
  unshownOfSuggestion,
} from '../../../shared/matters/content-check/endpoints'
import type { ContentCheckAction } from '../../../shared/matters/content-check/table'
import type { Bind } from '../../http/bind'
import { suggestionStandingOf } from '../suggestion/standing'
import { actOnCheck } from './act'
import { listPublic } from './list-public'
import { listHeld, listUnshown, viewCheck } from './queries'

export function routes(bind: Bind) {
  bind.read(listContentChecks, ({ reader, actor, query }) => listHeld(reader, actor, query.cursor))

  bind.lookUp(listPublicTexts, ({ reader, actor, input }) => listPublic(reader, actor, input))

  bind.read(unshownOfSuggestion, async ({ reader, actor, params, now }) => {
    await suggestionStandingOf(reader, actor, params.id, now)
    return listUnshown(reader, actor, params.id)
  })

  for (const [action, endpoint] of Object.entries(contentCheckSteps)) {
    bind.write(endpoint, async ({ tx, actor, params, input, now }) => {
      const id = await actOnCheck(tx, actor, params.id, action as ContentCheckAction, input, now)
      return viewCheck(tx, actor, id)
    })
  }
}
