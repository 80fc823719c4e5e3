import type * as z from 'zod/mini'
import type { suggestionText } from '../../../shared/inputs'
import { Suggestion } from '../../database/entities/suggestion'
import { SuggestionEvent } from '../../database/entities/suggestion-event'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { ruleSetNow } from '../rules/rule-set'

type Text = z.output<typeof suggestionText>

/** Begins a draft; event 0 of its life. @returns its id */
export async function startDraft(
  tx: Tx,
  townId: string,
  deputyId: string,
  text: Text,
  now: Date,
): Promise<string> {
  const id = newId()
  await tx.insert(Suggestion, {
    id,
    townId,
    version: 0,
    state: 'draft',
    stateSince: now,
    suggestionNo: null,
    subject: text.subject,
    facts: text.facts,
    proposal: text.proposal,
    textVersion: 1,
    villageId: text.villageId ?? null,
    leadDeputyId: deputyId,
    category: null,
    publicItem: null,
    currentRound: 0,
    createdAt: now,
    submittedAt: null,
    acceptedAt: null,
    conclusion: null,
    ruleSetId: await ruleSetNow(tx, townId, now),
  })
  await tx.insert(SuggestionEvent, {
    suggestionId: id,
    version: 0,
    townId,
    action: 'start',
    fromState: null,
    toState: 'draft',
    party: 'leadDeputy',
    personId: deputyId,
    note: null,
    publicLine: null,
    at: now,
  })
  return id
}
