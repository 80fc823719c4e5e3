import {
  type ContentCheckAction,
  type ContentCheckParty,
  contentCheckTable,
  contentKinds,
} from '../../../shared/matters/content-check/table'
import { fill, numberOf } from '../../../shared/words/messages'
import { contentChecksPage, suggestionPage } from '../../../shared/words/pages'
import type { Tx } from '../../database/source'
import { tell, type Telling } from '../../engine/tell'
import { type CheckRecord, checkSql } from './record'

/** Tells each party of the row its sentence; never the one who took the step. */
export async function tellOfCheck(
  tx: Tx,
  { townId, id }: { townId: string; id: string },
  action: ContentCheckAction,
  self: string | null,
  said: { reason?: string },
  now: Date,
) {
  const [check] = await tx.query<CheckRecord[]>(`${checkSql} AND k.id = ?`, [townId, id])
  if (!check) return
  const told = new Map<string, Telling>()
  const words = { subject: check.subject ?? contentKinds[check.kind], ...said }
  const sentences = Object.entries(contentCheckTable.actions[action].tells) as [ContentCheckParty, string][]
  for (const [party, sentence] of sentences) {
    for (const recipientId of await recipientsOf(tx, check, party)) {
      // Who wrote it is not asked to look at it.
      if (recipientId === self || (party !== 'writer' && recipientId === check.personId)) continue
      told.set(recipientId, {
        townId,
        recipientId,
        recipientKind: 'person',
        text: fill(sentence, words),
        page: party === 'writer' ? await writersPage(tx, check) : contentChecksPage(townId),
        push: action === 'hold' || action === 'sendBack' ? 'task' : 'progress',
        number: check.suggestionNo ?? numberOf(check.suggestionId ?? check.id),
      })
    }
  }
  await tell(tx, [...told.values()], now)
}

async function recipientsOf(tx: Tx, check: CheckRecord, party: ContentCheckParty): Promise<string[]> {
  if (party === 'writer') {
    const writer = check.kind === 'portrait' ? check.placeId : check.personId
    return writer === null ? [] : [writer]
  }
  const kind = party === 'presidium' ? 'presidiumMember' : party
  const people = await tx.query<{ id: string }[]>(
    'SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND post_kind = ?',
    [check.townId, kind],
  )
  return people.map(({ id }) => id)
}

/** The suggestion, in the part of the house where the writer works. */
async function writersPage(tx: Tx, { townId, suggestionId, personId }: CheckRecord): Promise<string> {
  if (suggestionId === null) return `pages/inbox?town=${townId}`
  const inUnit = await tx.query<unknown[]>(
    'SELECT id FROM post WHERE town_id = ? AND person_id = ? AND handling_unit_id IS NOT NULL',
    [townId, personId],
  )
  return suggestionPage(inUnit.length > 0 ? 'leadUnit' : 'congressOffice', townId, suggestionId)
}
