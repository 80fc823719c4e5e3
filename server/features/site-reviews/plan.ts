import type { InputOf } from '../../../shared/api/endpoint'
import type { planSiteReview as endpoint } from '../../../shared/api/site-reviews'
import { beijingDay, spokenDate } from '../../../shared/days'
import { wrongField } from '../../../shared/refusals'
import type { SuggestionParty } from '../../../shared/states'
import { SiteReview } from '../../database/entities/site-review'
import { SiteReviewDeputy } from '../../database/entities/site-review-deputy'
import { SiteReviewMatter } from '../../database/entities/site-review-matter'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { Actor } from '../../http/actor'
import { tell, type Telling } from '../inbox/tell'
import { deputiesInTown } from '../people/in-town'
import { recipientsOf } from '../suggestions/recipients'
import { standingOf, type SuggestionRecord } from '../suggestions/record'
import { about } from '../suggestions/tell-parties'
import { reviewableStates } from './queries'

/** Plans one, and tells whoever takes part and whose matter it is. @returns its id */
export async function planSiteReview(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<string> {
  const today = beijingDay(now)
  if (input.heldOn < today) throw wrongField('heldOn', '评议日期已经过去，请选今天或以后的一天。')
  const suggestionIds = [...new Set(input.suggestionIds)]
  const deputyIds = [...new Set(input.deputyIds)]
  await deputiesInTown(tx, actor.townId, deputyIds)
  const suggestions: SuggestionRecord[] = []
  for (const id of suggestionIds) {
    const { suggestion, state } = await standingOf(tx, actor, id, now)
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
  const when = `${spokenDate(input.heldOn, today)}，${input.place}`
  await tell(tx, await tellings(tx, suggestions, deputyIds, when, actor.person?.id), now)
  return id
}

const toOwners: Partial<Record<SuggestionParty, (subject: string, when: string) => string>> = {
  leadDeputy: (subject, when) => `镇人大要到现场评议《${subject}》：${when}，请您到场。`,
  leadUnit: (subject, when) => `镇人大要到现场评议《${subject}》：${when}，请准备好现场汇报。`,
}

/** One line for each who takes part, and one for each matter to those whose it is. */
async function tellings(
  tx: Tx,
  suggestions: readonly SuggestionRecord[],
  deputyIds: readonly string[],
  when: string,
  planner: string | undefined,
): Promise<Telling[]> {
  const told: Telling[] = []
  for (const suggestion of suggestions) {
    for (const [party, say] of Object.entries(toOwners)) {
      for (const recipient of await recipientsOf(tx, suggestion, party as SuggestionParty)) {
        if (recipient.id === planner) continue
        told.push({
          ...about(suggestion, party as SuggestionParty, recipient),
          text: say(suggestion.subject, when),
          push: 'task',
        })
      }
    }
  }
  const [first] = suggestions
  if (first === undefined) return told
  const invited = deputyIds.filter((id) => !told.some(({ recipientId }) => recipientId === id))
  const subjects = suggestions.map(({ subject }) => `《${subject}》`).join('')
  return [
    ...told,
    ...invited.map((id): Telling => ({
      townId: first.townId,
      recipientId: id,
      recipientKind: 'person',
      text: `请您参加现场评议：${when}，看${subjects}。`,
      page: `pages/inbox?town=${first.townId}`,
      push: 'task',
      number: first.suggestionNo ?? first.id.slice(0, 8).toUpperCase(),
    })),
  ]
}
