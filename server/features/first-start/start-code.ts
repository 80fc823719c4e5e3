import { Refusal } from '../../../shared/words/refusals'
import { keyedDigestOf } from '../../database/digest'
import { StartCode } from '../../database/entities/sign-in/start-code'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { plainCode, spokenCode } from '../people/code'

/** Long enough to walk from the terminal to a screen and to sign in there. */
export const startCodeMinutes = 30

/** Whether nobody has begun here: there is no town, and no county. */
async function isFresh(reader: Reader) {
  const found = await reader.query<unknown[]>('SELECT id FROM town UNION ALL SELECT id FROM county LIMIT 1')
  return found.length === 0
}

/** A code for whoever sits at the terminal of a server where nobody has begun. @returns undefined where somebody has */
export async function issueStartCode(tx: Tx, secretKey: string, now: Date): Promise<string | undefined> {
  if (!(await isFresh(tx))) return undefined
  await tx.query('DELETE FROM start_code WHERE ended_at IS NOT NULL OR expires_at <= ?', [sqlInstant(now)])
  const code = spokenCode()
  const expiresAt = new Date(now.getTime() + startCodeMinutes * 60_000)
  const codeDigest = keyedDigestOf(secretKey, code)
  await tx.insert(StartCode, { id: newId(), codeDigest, expiresAt, endedAt: null })
  return code
}

export async function isStartCode(reader: Reader, secretKey: string, code: string, now: Date) {
  const found = await reader.query<unknown[]>(
    'SELECT id FROM start_code WHERE code_digest = ? AND ended_at IS NULL AND expires_at > ?',
    [keyedDigestOf(secretKey, plainCode(code)), sqlInstant(now)],
  )
  return found.length > 0
}

/** Of many who begin at once one does: with it every code that was shown ends. @throws Refusal `start_code_bad` */
export async function useStartCode(tx: Tx, secretKey: string, code: string, now: Date) {
  if (!(await isStartCode(tx, secretKey, code, now))) throw new Refusal('start_code_bad')
  const ended = await tx
    .createQueryBuilder()
    .update(StartCode)
    .set({ endedAt: now })
    .where('ended_at IS NULL')
    .execute()
  if (!ended.affected || !(await isFresh(tx))) throw new Refusal('start_code_bad')
}
