import { listMergeTargets, listSimilar } from '../../../shared/matters/suggestion/similar-endpoints'
import {
  recordSuggestion,
  showSuggestion,
  startSuggestion,
  suggestionSteps,
} from '../../../shared/matters/suggestion/endpoints'
import { Refusal } from '../../../shared/words/refusals'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { act } from '../../engine/act'
import { kind } from './kind'
import { readMergeTargets, readSimilar } from './similar'
import { recordOnPaper } from './record-on-paper'
import { placesInTown, sameDraft, startDraft } from './start'
import { readable } from './standing'
import { viewSuggestion } from './show'
import { presentSuggestion } from './view'

export function routes(bind: Bind, { env }: RouteParts) {
  const { secretKey } = env
  bind.read(showSuggestion, ({ reader, actor, params, now }) => viewSuggestion(reader, actor, params.id, now))

  bind.lookUp(listSimilar, async ({ reader, actor, input, now }) => ({
    similar: await readSimilar(reader, actor, input, now),
  }))

  bind.read(listMergeTargets, async ({ reader, actor, params, now }) => ({
    targets: await readMergeTargets(reader, actor, params.id, now),
  }))

  bind.writeThenShow(
    startSuggestion,
    async ({ tx, actor, input, now }) => {
      if (actor.person === null) throw new Refusal('not_allowed')
      await placesInTown(tx, actor.townId, input)
      const { townId, person } = actor
      const same = await sameDraft(tx, townId, person.id, input, now)
      return { id: same ?? (await startDraft(tx, townId, person.id, input, now)) }
    },
    ({ reader, actor, id, now }) => viewSuggestion(reader, actor, id, now),
  )

  bind.writeThenShow(
    recordSuggestion,
    ({ tx, actor, input, now }) => recordOnPaper(tx, actor, input, now),
    ({ reader, actor, id, now }) => viewSuggestion(reader, actor, id, now),
  )

  for (const [action, endpoint] of Object.entries(suggestionSteps)) {
    bind.writeThenShow(
      endpoint,
      ({ tx, actor, params, input, now }) =>
        act(tx, kind, actor, params.id, action, { ...input, secretKey }, now),
      async ({ reader, actor, id, now }, taken) =>
        taken === undefined
          ? viewSuggestion(reader, actor, id, now)
          : presentSuggestion(reader, readable(await taken.standing(reader)), now),
    )
  }
}
