import type { InputOf } from '../../../shared/grammar/endpoint'
import type { planSiteReview as endpoint } from '../../../shared/matters/site-review/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { plannedTells } from '../../../shared/matters/site-review/table'
import { SiteReview } from '../../database/entities/matters/site-review'
import { SiteReviewDeputy } from '../../database/entities/matters/site-review-deputy'
import { SiteReviewMatter } from '../../database/entities/matters/site-review-matter'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { refresh } from '../../engine/refresh'
import type { Actor } from '../../http/actor'
import { deputiesInTown } from '../../features/people/in-town'
import type { SuggestionRecord } from '../suggestion/record'
import { suggestionStandingOf } from '../suggestion/standing'
import { reviewableStates } from './queries'
import { tellOfReview } from './tell-of-review'

/** Plans one, and tells whoever takes part and whose matter it is. @returns its id */
export async function planSiteReview(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  refusePastDay(input.heldOn, now)
  const suggestionIds = [...new Set(input.suggestionIds)]
  const deputyIds = [...new Set(input.deputyIds)]
  await deputiesInTown(tx, actor.townId, deputyIds)
  const suggestions: SuggestionRecord[] = []
  for (const id of suggestionIds) {
    const { record: suggestion, state } = await suggestionStandingOf(tx, actor, id, now)
    if (!reviewableStates.includes(state)) {
      throw wrongField('suggestionIds', `《${suggestion.subject}》现在没有单位在办，请去掉这一件。`)
    }
    suggestions.push(suggestion)
  }
  const id = newId()
  await tx.insert(SiteReview, {
    id,
    townId: actor.townId,
    heldOn: input.heldOn,
    place: input.place,
    others: input.others ?? null,
    personId: actor.person?.id ?? '',
    at: now,
    version: 0,
    state: 'planned',
    reason: null,
  })
  await tx.insert(
    SiteReviewMatter,
    suggestions.map((suggestion, position) => ({
      siteReviewId: id,
      suggestionId: suggestion.id,
      position,
      finding: null,
      personId: null,
      recordedAt: null,
    })),
  )
  await tx.insert(
    SiteReviewDeputy,
    deputyIds.map((personId) => ({ siteReviewId: id, personId })),
  )
  for (const { id: suggestionId } of suggestions)
    await refresh(tx, 'suggestion', actor.townId, suggestionId, now)
  const { heldOn, place } = input
  await tellOfReview(tx, { suggestions, deputyIds, heldOn, place }, plannedTells, { by: actor, now })
  return id
}

/** @throws Refusal `bad_input` */
export function refusePastDay(heldOn: string, now: Date) {
  if (heldOn < beijingDay(now)) throw wrongField('heldOn', '评议日期已经过去，请选今天或以后的一天。')
}
