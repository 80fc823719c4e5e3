import type { ContentCheckAction } from '../../shared/content-checks'
import { Refusal } from '../../shared/refusals'
import { isoInstant, sqlInstant } from '../database/sql'
import { actOnCheck } from '../features/content-checks/act'
import type { Job, JobParts } from './runner'

/** Has WeChat look at the sentences that staff make public; what it does not pass at once is read by a second person. */
export const checkContent: Job = {
  name: 'check-content',
  pauseMs: 2000,
  afterWrite: true,
  async run(parts) {
    const waiting = await parts.database.reader.query<Waiting[]>(
      `SELECT k.id, k.town_id AS townId, k.version, k.text, k.written_at AS writtenAt, a.openid
       FROM content_check k LEFT JOIN person p ON p.id = k.person_id LEFT JOIN account a ON a.id = p.account_id
       WHERE k.state = 'pending' AND k.text IS NOT NULL AND k.check_after <= ?
       ORDER BY k.written_at, k.id LIMIT 20`,
      [sqlInstant(parts.now())],
    )
    for (const one of waiting) await checkOne(parts, one)
  },
}

interface Waiting {
  id: string
  townId: string
  version: number
  text: string
  writtenAt: string
  openid: string | null
}

/** So long WeChat is asked again where it has no answer. */
const patienceMs = 3_600_000
const shortestPauseMs = 5000

async function checkOne(parts: JobParts, { openid, text, writtenAt, ...check }: Waiting) {
  const verdict = openid === null ? 'look' : await parts.wechat.checkText(openid, text)
  const waited = parts.now().getTime() - Date.parse(isoInstant(writtenAt))
  if (verdict === 'later' && waited < patienceMs) {
    await askLater(parts, check.id, Math.max(shortestPauseMs, waited / 4))
  } else await settle(parts, check, verdict === 'pass' ? 'pass' : 'hold')
}

export const askLater = ({ database, now }: JobParts, id: string, pauseMs: number) =>
  database.transaction((tx) =>
    tx.query("UPDATE content_check SET check_after = ? WHERE id = ? AND state = 'pending'", [
      sqlInstant(new Date(now().getTime() + pauseMs)),
      id,
    ]),
  )

export async function settle(
  { database, now }: JobParts,
  { id, townId, version }: Pick<Waiting, 'id' | 'townId' | 'version'>,
  action: Extract<ContentCheckAction, 'pass' | 'hold'>,
) {
  try {
    await database.transaction((tx) =>
      actOnCheck(tx, { townId, system: true }, id, action, { version, form: {} }, now()),
    )
  } catch (error) {
    // Another instance was quicker: nothing is left to do.
    if (!(error instanceof Refusal)) throw error
  }
}
