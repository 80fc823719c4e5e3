import { wrongField } from '../../../shared/words/refusals'
import { OpinionAttachment } from '../../database/entities/opinion/opinion-attachment'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { instantText, isoInstant, marks } from '../../database/sql'
import type { Beside } from '../petition/attachments'
import type { Carried } from './attachments'
import type { OpinionRecord } from './record'

type Of = Pick<OpinionRecord, 'id' | 'townId'>

const own = 'FROM opinion_attachment WHERE town_id = ? AND resident_opinion_id = ?'
const columns = 'id, format, seconds, content'

/** @throws Refusal `bad_input` where one stands beside no words of this conversation */
function refuseOthers(ids: readonly string[], found: readonly { id: string }[]) {
  if (ids.some((id) => !found.some((one) => one.id === id)))
    throw wrongField('besideIds', '有一张照片或一段录音不在这条留言里，请重新选。')
}

/**
 * What goes away from here with words that are for others to handle: nobody who reads this conversation sees or hears it
 * any more, and neither a paper that was typed for somebody.
 * @throws Refusal `bad_input`
 */
export async function takeBeside(
  tx: Tx,
  { id, townId }: Of,
  which: 'all' | readonly string[],
): Promise<Beside[]> {
  if (which !== 'all' && which.length === 0) return []
  const some = which === 'all' ? [] : which
  const beside = await tx.query<Beside[]>(
    `SELECT ${columns} ${own}${which === 'all' ? '' : ` AND id IN (${marks(some)})`} ORDER BY message_id, position`,
    [townId, id, ...some],
  )
  refuseOthers(some, beside)
  await forget(tx, 'opinion_attachment', 'id', beside)
  return which === 'all' ? [...beside, ...(await takePapers(tx, { id, townId }))] : beside
}

async function takePapers(tx: Tx, { id, townId }: Of) {
  const papers = await tx.query<Beside[]>(
    `SELECT f.id, f.file_kind AS format, NULL AS seconds, f.jpeg AS content FROM opinion_paper q
     JOIN photo f ON f.id = q.photo_id WHERE f.town_id = ? AND q.resident_opinion_id = ? ORDER BY q.at`,
    [townId, id],
  )
  await forget(tx, 'opinion_paper', 'photo_id', papers)
  await forget(tx, 'photo', 'id', papers)
  return papers
}

async function forget(tx: Tx, table: string, column: string, all: readonly Beside[]) {
  if (all.length === 0) return
  const ids = all.map(({ id }) => id)
  await tx.query(`DELETE FROM ${table} WHERE ${column} IN (${marks(ids)})`, ids)
}

interface Copied extends Beside {
  accountId: string
  transcript: string | null
  lookedAt: string | null
}

/**
 * Copies of what belongs to a part that becomes a matter of its own, to be taken in by its first message.
 * @throws Refusal `bad_input`
 */
export async function copyBeside(
  tx: Tx,
  { id, townId }: Of,
  ids: readonly string[],
  now: Date,
): Promise<Carried> {
  if (ids.length === 0) return { ids: [], seconds: null }
  const chosen = await tx.query<Copied[]>(
    `SELECT ${columns}, account_id AS accountId, transcript, ${instantText('looked_at')} AS lookedAt ${own} AND id IN (${marks(ids)}) ORDER BY message_id, position`,
    [townId, id, ...ids],
  )
  refuseOthers(ids, chosen)
  const copies: string[] = []
  for (const { format, content, seconds, accountId, transcript, lookedAt } of chosen) {
    const copy = newId()
    await tx.insert(OpinionAttachment, {
      ...{ id: copy, townId, accountId, format, content, seconds, transcript, uploadedAt: now },
      ...{ usedAt: null, residentOpinionId: null, messageId: null, position: null },
      // Whoever let the words through has seen it.
      lookedAt: lookedAt === null ? null : new Date(isoInstant(lookedAt)),
    })
    copies.push(copy)
  }
  const spoken = chosen.find(({ seconds }) => seconds !== null)
  return { ids: copies, seconds: spoken ? Number(spoken.seconds) : null }
}
