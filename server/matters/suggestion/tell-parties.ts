import { fill, type MessageWords, numberOf, pushOf } from '../../../shared/words/messages'
import { opinionPage, suggestionPage } from '../../../shared/words/pages'
import { rulesOf } from '../../../shared/rules/rules'
import type {
  SuggestionGate,
  SuggestionParty,
  SuggestionState,
} from '../../../shared/matters/suggestion/states'
import type { ActionRow } from '../../../shared/grammar/matter'
import { type SuggestionAction, suggestionTable } from '../../../shared/matters/suggestion/table'
import { laterHere, someLeader } from '../../../shared/matters/suggestion/said'
import type { Tx } from '../../database/source'
import { readUnshown } from '../content-check/shown'
import { tell, type Telling } from '../../engine/tell'
import { type Recipient, recipientsOf } from './recipients'
import type { Asker, SuggestionRecord } from './record'

type SuggestionRow = ActionRow<SuggestionState, SuggestionParty, SuggestionGate>

/** Tells each party of the row its sentence; never the one who took the step, and nobody twice. */
export async function tellParties(
  tx: Tx,
  step: {
    action: SuggestionAction
    /** Whose turn it is after the step. */
    turn: SuggestionParty | null
    suggestion: SuggestionRecord
    asker: Asker
    words: Partial<MessageWords>
    now: Date
  },
) {
  const { suggestion, asker } = step
  const tellings = new Map<string, Telling>()
  const self = 'system' in asker ? undefined : asker.person?.id
  const { tells, passOn, pushes }: SuggestionRow = suggestionTable.actions[step.action]
  const unshown = await readUnshown(tx, [suggestion.id, suggestion.mergedIntoId ?? suggestion.id])
  const toLeadOnly = passOn !== undefined && rulesOf(suggestion).replyToCosigners === 'leadDeputy'
  for (const [party, sentence] of Object.entries(tells)) {
    if (toLeadOnly && party === 'coSigner') continue
    const more = toLeadOnly && party === 'leadDeputy' && suggestion.signatures > 0 ? passOn : ''
    for (const recipient of await recipientsOf(tx, suggestion, party as SuggestionParty)) {
      if (recipient.id === self || tellings.has(recipient.id)) continue
      tellings.set(recipient.id, {
        ...about(suggestion, party as SuggestionParty, recipient),
        text: fill(sentence, wordsFor(recipient, suggestion, step.words, unshown)) + more,
        push: pushOf(pushes?.[party as SuggestionParty], step.turn === party),
      })
    }
  }
  await tell(tx, [...tellings.values()], step.now)
}

/**
 * What a resident reads of a confidential suggestion does not tell what it is about; and what everyone may not read yet
 * is not in his inbox either.
 */
function wordsFor(
  { kind }: Recipient,
  { confidential }: SuggestionRecord,
  words: Partial<MessageWords>,
  unshown: ReadonlySet<string>,
): Partial<MessageWords> {
  if (kind !== 'resident') return words
  const { result, publicReason, leader } = words
  return {
    ...words,
    ...(confidential === 1 ? { result: '' } : {}),
    ...(result && unshown.has(result) ? { result: laterHere } : {}),
    ...(leader && unshown.has(leader) ? { leader: someLeader } : {}),
    ...(publicReason && unshown.has(publicReason) ? { publicReason: laterHere } : {}),
  }
}

/** The parts of a telling that follow from the matter and the reader. */
export function about(suggestion: SuggestionRecord, party: SuggestionParty, recipient: Recipient) {
  return {
    townId: suggestion.townId,
    recipientId: recipient.id,
    recipientKind: recipient.kind,
    page:
      recipient.kind === 'resident'
        ? opinionPage('resident', suggestion.townId, recipient.opinionId)
        : suggestionPage(party, suggestion.townId, suggestion.id),
    opinionId: recipient.kind === 'resident' ? recipient.opinionId : undefined,
    number: suggestion.suggestionNo ?? numberOf(suggestion.id),
  }
}
