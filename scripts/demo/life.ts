import * as z from 'zod/mini'
import { suggestionText } from '../../shared/matters/suggestion/text'
import { type SuggestionAction, suggestionActions } from '../../shared/matters/suggestion/table'
import { act } from '../../server/engine/act'
import { systemOf } from '../../server/engine/kind'
import { kind } from '../../server/matters/suggestion/kind'
import { startDraft } from '../../server/matters/suggestion/start'
import type { Actor } from '../../server/http/actor'
import type { DemoMatter } from './matter'
import { townshipNames } from './names'
import { filesOfText } from './photos'
import { createPastClock, type Seeding } from './seeding'

type Form = Record<string, unknown>

/** One suggestion of the demo town and the means to move it on: every step is a step of the table, on its day. */
export interface Life {
  id: string
  lead: Actor
  later: (days: number) => void
  /** The next instant of its past. */
  now: () => Date
  take: (
    actor: Actor | 'system',
    action: SuggestionAction,
    form?: Form | ((now: Date) => Form),
  ) => Promise<void>
}

export const deputyAt = (place: number) => townshipNames[place] ?? ''

/** Begins a draft, or goes on with one that came of what a resident said. */
export async function beginLife(seeding: Seeding, matter: DemoMatter, draftId?: string): Promise<Life> {
  const { database, townId, secretKey } = seeding
  const lead = await seeding.actorOf(deputyAt(matter.deputy))
  const clock = createPastClock(seeding, matter.submitted + 4)
  const files = await filesOfText(seeding, matter.subject, lead, seeding.now)
  const text = z.parse(suggestionText, {
    ...files,
    subject: matter.subject,
    facts: matter.facts,
    proposal: matter.proposal,
    villageId: seeding.villageId(matter.village),
    origin: draftId ? 'residentOpinion' : 'visit',
  })
  const begin = () =>
    database.transaction((tx) => startDraft(tx, townId, lead.person?.id ?? '', text, clock.next()))
  const id = draftId ?? (await begin())

  const take: Life['take'] = async (actor, action, form = {}) => {
    const now = clock.next()
    await database.transaction(async (tx) => {
      const [row] = await tx.query<{ version: number }[]>('SELECT version FROM matter WHERE id = ?', [id])
      const asker = actor === 'system' ? systemOf(townId) : actor
      const given = typeof form === 'function' ? form(now) : form
      // As it would come over the wire: with what is preset, and nothing that a form would refuse.
      const filled = actor === 'system' ? given : z.parse(suggestionActions[action].input, given)
      await act(tx, kind, asker, id, action, { version: row?.version ?? -1, form: filled, secretKey }, now)
    })
  }
  if (draftId) await take(lead, 'edit', text)
  return { id, lead, later: clock.later, now: () => clock.next(), take }
}
