import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { suggestionStandingOf } from './standing'
import { presentSuggestion } from './view'

/** One suggestion as this person sees it. @throws Refusal `not_found` where it is none of their business */
export const viewSuggestion = async (
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<SuggestionView> =>
  presentSuggestion(reader, await suggestionStandingOf(reader, actor, id, now), now)
