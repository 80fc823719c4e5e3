import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { writeEvents } from '../../engine/events'
import type { SuggestionRecord } from './record'

/**
 * 分办: a copy of an accepted suggestion, to be handed over to a unit of its own, so that every unit has its own clock,
 * consultations and reply, and the deputy rates each of them. Its number is the original's with -2, -3, …
 * @returns id of the copy, at version 0
 */
export async function separate(
  tx: Tx,
  suggestion: SuggestionRecord,
  place: number,
  personId: string | null,
  now: Date,
): Promise<string> {
  const original = await tx.findOneByOrFail(Suggestion, { id: suggestion.id })
  const id = newId()
  await tx.insert(Suggestion, {
    ...original,
    id,
    version: 0,
    state: 'accepted',
    stateSince: now,
    suggestionNo: `${original.suggestionNo ?? ''}-${place}`,
    currentRound: 0,
    separatedFromId: original.id,
  })
  for (const signature of await tx.findBy(CoSignature, { suggestionId: original.id })) {
    await tx.insert(CoSignature, { ...signature, suggestionId: id })
  }
  const event = {
    townId: suggestion.townId,
    kind: 'suggestion',
    matterId: id,
    version: 0,
    action: 'start',
    toState: 'accepted',
    party: 'congressOffice',
    personId,
    note: `由 ${original.suggestionNo ?? ''} 分办，各自办理、各自答复`,
    publicLine: '镇人大受理，由几个单位分别办理',
  }
  await writeEvents(tx, [event], now)
  return id
}
