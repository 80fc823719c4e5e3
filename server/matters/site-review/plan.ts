import type { InputOf } from '../../../shared/grammar/endpoint'
import type { planSiteReview as endpoint } from '../../../shared/matters/site-review/endpoints'
import { wrongField } from '../../../shared/words/refusals'
import { plannedTells, pushesToAll, siteReviewTable } from '../../../shared/matters/site-review/table'
import { SiteReview } from '../../database/entities/matters/site-review'
import { SiteReviewDeputy } from '../../database/entities/matters/site-review-deputy'
import { SiteReviewMatter } from '../../database/entities/matters/site-review-matter'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { atOnce } from '../../database/together'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import type { Actor } from '../../http/actor'
import { deputiesInTown } from '../../features/people/in-town'
import { suggestionStandingOf } from '../suggestion/standing'
import { refreshReviewed } from './effects'
import { kind } from './kind'
import type { ReviewRecord } from './record'
import { reviewableStates } from './queries'

/** Plans one, and tells whoever takes part and whose matter it is. @returns its id */
export async function planSiteReview(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const { townId } = actor
  const suggestionIds = [...new Set(input.suggestionIds)]
  const deputyIds = [...new Set(input.deputyIds)]
  const [, ...standings] = await atOnce(tx, () =>
    Promise.all([
      deputiesInTown(tx, townId, deputyIds),
      ...suggestionIds.map((one) => suggestionStandingOf(tx, actor, one, now)),
    ]),
  )
  for (const { record: suggestion, state } of standings) {
    if (!reviewableStates.includes(state)) {
      throw wrongField('suggestionIds', `《${suggestion.subject}》现在没有单位在办，请去掉这一件。`)
    }
  }
  const id = newId()
  await tx.insert(SiteReview, {
    id,
    townId,
    heldOn: input.heldOn,
    place: input.place,
    others: input.others ?? null,
    personId: actor.person?.id ?? '',
    at: now,
    reason: null,
  })
  await tx.insert(
    SiteReviewMatter,
    suggestionIds.map((suggestionId, position) => ({
      siteReviewId: id,
      suggestionId,
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
  const party = actor.roles.includes('congressOffice') ? 'congressOffice' : 'presidium'
  const first = { party, personId: actor.person?.id ?? null } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await refreshReviewed(tx, { townId, suggestions: suggestionIds.map((one) => ({ id: one })) }, now)
  await tellParties(
    tx,
    { tells: plannedTells, pushes: pushesToAll },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      turn: siteReviewTable.states.planned.waitsFor,
      words: kind.words(record as ReviewRecord, now),
    },
  )
  return id
}
