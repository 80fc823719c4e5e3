import { CoSignature } from '../../database/entities/suggestion/co-signature'
import { Suggestion } from '../../database/entities/suggestion/suggestion'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { kindNamed } from '../../engine/known-kinds'
import { copyFilesOfText } from './files-of-text'
import type { SuggestionRecord } from './record'

/**
 * 分办: a copy of an accepted suggestion, to be handed over to a unit of its own, so that every unit has its own clock,
 * consultations and reply, and the deputy rates each of them. Its number is the original's with -2, -3, …
 * @returns id of the copy, at version 0
 */
export async function separate(
  tx: Tx,
  record: SuggestionRecord,
  place: number,
  personId: string | null,
  now: Date,
): Promise<string> {
  const { townId } = record
  const original = await tx.findOneByOrFail(Suggestion, { id: record.id })
  const id = newId()
  await tx.insert(Suggestion, {
    ...original,
    id,
    suggestionNo: `${original.suggestionNo ?? ''}-${place}`,
    currentRound: 0,
    separatedFromId: original.id,
  })
  const signatures = await tx.findBy(CoSignature, { suggestionId: original.id })
  if (signatures.length > 0)
    await tx.insert(
      CoSignature,
      signatures.map((signature) => ({ ...signature, suggestionId: id })),
    )
  await copyFilesOfText(tx, original.id, id)
  const first = {
    state: 'accepted',
    party: 'congressOffice',
    personId,
    note: `由 ${original.suggestionNo ?? ''} 分办，各自办理、各自答复`,
    publicLine: '镇人大受理，由几个单位分别办理',
  } as const
  await begin(tx, kindNamed('suggestion'), { id, townId }, first, now)
  return id
}
