import { Refusal } from '../../../shared/words/refusals'
import { SignIn } from '../../database/entities/sign-in/sign-in'
import type { Reader, Tx } from '../../database/source'
import { isoInstant, sqlInstant } from '../../database/sql'
import type { Session } from '../../http/session'
import { auditAccount } from './open-session'

const most = 50
const idleMs = 30 * 60_000

interface Row {
  id: string
  kind: 'phone' | 'desk'
  device: string | null
  place: string | null
  startedAt: string
  lastUsedAt: string
}

/** Where the account of this session is signed in, the latest used first. */
export async function readDevices(reader: Reader, session: Session, now: Date) {
  const rows = await reader.query<Row[]>(
    `SELECT token_digest AS id, kind, device, place, created_at AS startedAt,
       COALESCE(last_used_at, created_at) AS lastUsedAt
     FROM sign_in WHERE account_id = ? AND expires_at > ? AND (kind = 'phone' OR last_used_at > ?)
     ORDER BY COALESCE(last_used_at, created_at) DESC, token_digest LIMIT ${most}`,
    [session.accountId, sqlInstant(now), sqlInstant(new Date(now.getTime() - idleMs))],
  )
  return rows.map(({ device, startedAt, lastUsedAt, ...row }) => ({
    ...row,
    device: device ?? (row.kind === 'phone' ? '手机微信' : '电脑'),
    startedAt: isoInstant(startedAt),
    lastUsedAt: isoInstant(lastUsedAt),
    isThis: row.id === session.tokenDigest,
  }))
}

/** Ends one of them at once. @throws Refusal `not_found` */
export async function endDevice(tx: Tx, session: Session, id: string, now: Date) {
  const found = await tx.findOneBy(SignIn, { tokenDigest: id, accountId: session.accountId })
  if (!found) throw new Refusal('not_found')
  await tx.delete(SignIn, { tokenDigest: id })
  await auditAccount(
    tx,
    session.accountId,
    {
      what: '结束了一处登录',
      from: `${found.device ?? (found.kind === 'phone' ? '手机微信' : '电脑')}，${found.place ?? '地址不明'}`,
    },
    now,
  )
}

/** Ends all but the one from which this is asked. */
export async function endOthers(tx: Tx, session: Session, now: Date) {
  await tx
    .createQueryBuilder()
    .delete()
    .from(SignIn)
    .where('account_id = :accountId AND token_digest <> :tokenDigest', session)
    .execute()
  await auditAccount(tx, session.accountId, { what: '结束了别处的全部登录' }, now)
}
