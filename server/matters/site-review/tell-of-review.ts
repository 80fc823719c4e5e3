import { beijingDay, spokenDate } from '../../../shared/rules/days'
import { fill, numberOf } from '../../../shared/words/messages'
import type { SiteReviewTells } from '../../../shared/matters/site-review/table'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { peopleBehind } from '../../engine/holders'
import { tell, type Telling } from '../../engine/tell'
import { about } from '../../engine/tell-parties'
import { holdersOf } from '../suggestion/holders'
import { kind } from '../suggestion/kind'
import type { SuggestionRecord } from '../suggestion/record'

interface Review {
  suggestions: readonly SuggestionRecord[]
  deputyIds: readonly string[]
  heldOn: string
  place: string
}

/** One line for each matter to those whose it is, and one to each who only takes part. */
export async function tellOfReview(
  tx: Tx,
  { suggestions, deputyIds, heldOn, place }: Review,
  tells: SiteReviewTells,
  { by, reason, now }: { by: Actor; reason?: string; now: Date },
) {
  const [first] = suggestions
  if (first === undefined) return
  const words = {
    latest: `${spokenDate(heldOn, beijingDay(now))}，${place}`,
    ...(reason === undefined ? {} : { reason }),
  }
  const told: Telling[] = []
  for (const suggestion of suggestions) {
    for (const party of ['leadDeputy', 'leadUnit'] as const) {
      const holders = holdersOf(suggestion)[party] ?? []
      for (const recipient of await peopleBehind(tx, suggestion.townId, holders)) {
        if (recipient.id === by.person?.id) continue
        told.push({
          ...about(kind, suggestion, party, recipient),
          text: fill(tells[party] ?? '', { ...words, subject: suggestion.subject }),
          push: 'task',
        })
      }
    }
  }
  const others = deputyIds.filter((id) => !told.some(({ recipientId }) => recipientId === id))
  const subject = suggestions.map((suggestion) => `《${suggestion.subject}》`).join('')
  const invited = others.map((id): Telling => ({
    townId: first.townId,
    recipientId: id,
    recipientKind: 'person',
    text: fill(tells.participant ?? '', { ...words, subject }),
    page: `pages/inbox?town=${first.townId}`,
    push: 'task',
    number: first.suggestionNo ?? numberOf(first.id),
  }))
  await tell(tx, [...told, ...invited], now)
}
