import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { voiceWords } from '../../../shared/matters/opinion/attachments'
import { OpinionMessage } from '../../database/entities/opinion/opinion-message'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import type { StepOf } from '../../engine/kind'
import { type Carried, claimAttachments, ownAttachments } from './attachments'
import type { OpinionRecord } from './record'

type Author = 'resident' | 'deputy'

/** What somebody says in a step, written or spoken. @throws Refusal `bad_input`, `nothing_changed` */
export async function say(
  { tx, record, asker, form, now }: Pick<StepOf<OpinionRecord>, 'tx' | 'record' | 'asker' | 'form' | 'now'>,
  author: Author,
  more: { deputyId?: string; withheld?: boolean } = {},
) {
  const { text, ...named } = form as { text?: string; photos?: string[]; voice?: string }
  const who = { townId: record.townId, accountId: 'system' in asker ? '' : asker.accountId }
  const carried = await ownAttachments(tx, named, who)
  if (carried.ids.length === 0) await refuseSaidAgain(tx, record.id, author, text ?? '')
  await addMessage(tx, record.id, author, textOf(text, carried), now, { ...more, carried })
}

/** Where somebody only spoke, what stands for the words. */
export const textOf = (text: string | undefined, { seconds }: Carried) => text ?? voiceWords(seconds ?? 0)

/** The same words right after themselves are one message. */
async function refuseSaidAgain(tx: Tx, opinionId: string, author: Author, text: string) {
  const [last] = await tx.query<{ author: string; text: string }[]>(
    'SELECT author, text FROM opinion_message WHERE resident_opinion_id = ? ORDER BY position DESC LIMIT 1',
    [opinionId],
  )
  if (last) refuseSame(last, { author, text })
}

export async function addMessage(
  tx: Tx,
  opinionId: string,
  author: Author,
  text: string,
  now: Date,
  {
    first,
    deputyId,
    withheld,
    carried,
  }: { first?: true; deputyId?: string; withheld?: boolean; carried?: Carried } = {},
) {
  const last = first ? null : await lastPosition(tx, opinionId)
  const position = last === null ? 0 : last + 1
  const id = newId()
  await tx.insert(OpinionMessage, {
    id,
    residentOpinionId: opinionId,
    position,
    author,
    deputyId: deputyId ?? null,
    text,
    at: now,
    withheld: withheld ?? author === 'deputy',
  })
  if (carried) await claimAttachments(tx, carried, { opinionId, messageId: id }, now)
}

export async function lastPosition(tx: Tx, opinionId: string, author?: 'deputy'): Promise<number | null> {
  const [last] = await tx.query<{ position: number | null }[]>(
    `SELECT MAX(position) AS position FROM opinion_message
     WHERE resident_opinion_id = ?${author ? ' AND author = ?' : ''}`,
    [opinionId, ...(author ? [author] : [])],
  )
  return last === undefined || last.position === null ? null : Number(last.position)
}
