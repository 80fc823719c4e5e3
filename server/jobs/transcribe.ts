import { isoInstant, sqlInstant } from '../database/sql'
import { mostBytes } from '../gateways/wechat/transcribe'
import { firstInstant, type Job, type JobParts } from './runner'

/** What could not be heard is tried again after this, and no more an hour after it was sent: the recording is what counts. */
const againMs = 10 * 60_000
const giveUpMs = 3_600_000

interface Recording {
  id: string
  content: Buffer
  bytes: number
  format: string
  usedAt: string
}

/**
 * Has WeChat write down what was spoken, where the town's account may and the operator wants it. Nobody waits for it: the
 * recording is heard at once, and the words stand beside it once they are there.
 */
export const transcribe: Job = {
  name: 'transcribe',
  wokenBy: ['opinion', 'reception'],
  pauseMs: 60_000,
  againMs: 2000,
  next: (parts) =>
    parts.wechat.transcribe === undefined
      ? Promise.resolve(null)
      : firstInstant(parts, 'SELECT MIN(transcribe_after) AS at FROM opinion_attachment'),
  async run(parts) {
    const { database, now, wechat } = parts
    if (wechat.transcribe === undefined) return
    const waiting = await database.reader.query<Recording[]>(
      `SELECT id, content, LENGTH(content) AS bytes, format, used_at AS usedAt FROM opinion_attachment
       WHERE transcribe_after <= ? ORDER BY transcribe_after, id LIMIT 5`,
      [sqlInstant(now())],
    )
    for (const one of waiting) await hear(parts, one, wechat.transcribe)
  },
}

async function hear(
  { database, now }: JobParts,
  { id, content, bytes, format, usedAt }: Recording,
  ask: NonNullable<JobParts['wechat']['transcribe']>,
) {
  const fits = format === 'mp3' && Number(bytes) <= mostBytes
  const heard = fits ? await ask(id, content) : 'never'
  const isOver = now().getTime() - Date.parse(isoInstant(usedAt)) >= giveUpMs
  const [transcript, after] =
    typeof heard === 'object'
      ? [heard.text, null]
      : [null, heard === 'later' && !isOver ? sqlInstant(new Date(now().getTime() + againMs)) : null]
  await database.transaction((tx) =>
    tx.query('UPDATE opinion_attachment SET transcript = ?, transcribe_after = ? WHERE id = ?', [
      transcript?.slice(0, mostWords) ?? null,
      after,
      id,
    ]),
  )
}

/** As long as what is typed may be. */
const mostWords = 1000
