import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { wrongField } from '../../../shared/words/refusals'
import { OpinionAttachment } from '../../database/entities/opinion/opinion-attachment'
import type { Reader, Tx } from '../../database/source'
import { marks, sqlInstant } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'

/** What goes with a message, in its order; how long the recording is among it. */
export interface Carried {
  ids: readonly string[]
  seconds: number | null
}

const isVoice = (format: string) => format !== 'jpeg'

/**
 * Those that a form names, where they are the account's own, not used yet, and what the form takes them for.
 * @throws Refusal `bad_input` about the field
 */
export async function ownAttachments(
  reader: Reader,
  { photos = [], voice }: { photos?: readonly string[] | undefined; voice?: string | undefined },
  { townId, accountId }: Pick<Actor, 'townId' | 'accountId'>,
): Promise<Carried> {
  const ids = [...new Set([...(voice === undefined ? [] : [voice]), ...photos])]
  if (ids.length === 0) return { ids, seconds: null }
  const { own } = await readTogether(reader, {
    own: part<{ id: string; format: string; seconds: number | null }>({
      columns: { id: 'c.id', format: 'c.format', seconds: 'c.seconds' },
      from: `FROM opinion_attachment c
        WHERE c.id IN (${marks(ids)}) AND c.town_id = ? AND c.account_id = ? AND c.used_at IS NULL`,
      order: 'c.id',
      parameters: [...ids, townId, accountId],
    }),
  })
  const formats = new Map(own.map(({ id, format }) => [id, format]))
  if (photos.some((id) => formats.get(id) !== 'jpeg')) throw unusable('photos')
  if (voice !== undefined && !isVoice(formats.get(voice) ?? 'jpeg')) throw unusable('voice')
  const spoken = own.find(({ id }) => id === voice)
  return { ids, seconds: spoken ? Number(spoken.seconds) : null }
}

const unusable = (field: 'photos' | 'voice') =>
  wrongField(
    field,
    field === 'voice'
      ? '这段录音用不了：已经用在别处，或放得太久。请去掉它，重新说一段。'
      : '有一张照片用不了：已经用在别处，或放得太久。请去掉它，重新选一张。',
  )

/** Beside which words: those of a message, of somebody who came to a station and was answered there, or of a visit. */
type Besides = { opinionId: string; messageId: string } | { receptionRecordId: string } | { visitId: string }

/** Only the first message that asks gets them; the tidying asks in the same way. @throws Refusal `bad_input` */
export async function claimAttachments(tx: Tx, { ids }: Carried, besides: Besides, now: Date) {
  if (ids.length === 0) return
  const claimed = await tx
    .createQueryBuilder()
    .update(OpinionAttachment)
    .set({
      usedAt: now,
      ...('opinionId' in besides
        ? { residentOpinionId: besides.opinionId, messageId: besides.messageId }
        : besides),
      // WeChat takes recordings of one kind. Nobody reads what it would hear in those of a visit.
      ...('visitId' in besides
        ? {}
        : { transcribeAfter: () => "CASE WHEN format = 'mp3' THEN :now ELSE NULL END" }),
      position: () => `CASE id ${ids.map((_, at) => `WHEN :id${at} THEN ${at}`).join(' ')} END`,
    })
    .where('used_at IS NULL AND id IN (:...ids)', { ids })
    .setParameters({
      now: sqlInstant(now),
      ...Object.fromEntries(ids.map((id, at) => [`id${at}`, id])),
    })
    .execute()
  if (claimed.affected !== ids.length) throw unusable('photos')
}

/** Whoever let the words through has seen and heard what stood beside them. */
export const lookedAtAttachments = (tx: Tx, opinionId: string, now: Date) =>
  tx
    .createQueryBuilder()
    .update(OpinionAttachment)
    .set({ lookedAt: now })
    .where('resident_opinion_id = :opinionId AND looked_at IS NULL', { opinionId })
    .execute()

interface CarriedRow {
  id: string
  messageId: string
  format: string
  seconds: number | null
  transcript: string | null
}

export const carriedPart = (opinionId: string) =>
  part<CarriedRow>({
    columns: {
      ...{ id: 'c.id', messageId: 'c.message_id', format: 'c.format', seconds: 'c.seconds' },
      transcript: 'c.transcript',
    },
    from: 'FROM opinion_attachment c WHERE c.resident_opinion_id = ?',
    order: 'c.message_id, c.position',
    parameters: [opinionId],
  })

type Shown = Pick<OpinionView['messages'][number], 'photos' | 'voice'>

export function carriedBy(rows: readonly CarriedRow[], messageId: string): Shown {
  const own = rows.filter((row) => row.messageId === messageId)
  const voice = own.find(({ format }) => isVoice(format))
  return {
    photos: own.filter(({ format }) => !isVoice(format)).map(({ id }) => id),
    voice:
      voice === undefined
        ? null
        : { id: voice.id, seconds: Number(voice.seconds), transcript: voice.transcript },
  }
}
