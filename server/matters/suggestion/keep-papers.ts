import { isSending, sentBy } from '../../../shared/matters/suggestion/paper-table'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { SentPaper } from '../../database/entities/suggestion/sent-paper'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { atOnce } from '../../database/together'
import type { At } from '../../engine/kind'
import { readLetterhead } from '../../features/papers/letterhead'
import type { SuggestionRecord } from './record'
import { presentSuggestion } from './view'

/**
 * What a step sends out is kept as it was sent, and as the unit that handles it sees it: it writes or receives each of
 * these papers.
 */
export async function keepPapers(
  tx: Tx,
  record: SuggestionRecord,
  { action, at }: { action: SuggestionAction; at: At },
) {
  if (!isSending(action)) return
  const { id, townId, state } = record
  const { now } = at
  const asUnit = {
    ...{ record, state, at, parties: new Set(['leadUnit'] as const), holders: new Map() },
    ...{ open: new Set<never>(), turn: null, due: null },
  }
  const [view, head] = await atOnce(tx, () =>
    Promise.all([presentSuggestion(tx, asUnit, now), readLetterhead(tx, townId)]),
  )
  const sent = sentBy(action, view, head)
  await tx.insert(
    SentPaper,
    sent.map(({ kind, round, part, on, paper }) => ({
      id: newId(),
      townId,
      suggestionId: id,
      paperKind: kind,
      roundNo: round,
      part,
      onDay: on,
      content: JSON.stringify(paper),
      sentAt: now,
    })),
  )
}
