import { randomBytes } from 'node:crypto'
import { digestOf } from '../../database/digest'
import { Account } from '../../database/entities/sign-in/account'
import { SignIn } from '../../database/entities/sign-in/sign-in'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'

const validDays = 30

/** Issues a token of 256 random bits for this WeChat user; only its digest is kept. */
export async function issueToken(tx: Tx, openid: string, now: Date, place: string | null = null) {
  const accountId = await accountOf(tx, openid, now)
  const token = randomBytes(32).toString('base64url')
  await tx.insert(SignIn, {
    tokenDigest: digestOf(token),
    accountId,
    kind: 'phone',
    place,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + validDays * 86_400_000),
  })
  return token
}

export async function accountOf(tx: Tx, openid: string, now: Date): Promise<string> {
  const openidDigest = digestOf(openid)
  const find = () =>
    tx.query<{ id: string }[]>('SELECT id FROM account WHERE openid_digest = ?', [openidDigest])
  const [known] = await find()
  if (known) return known.id
  const id = newId()
  try {
    await tx.insert(Account, { id, openid, openidDigest, createdAt: now })
    return id
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // Only where writers run side by side (MySQL): a locking read sees the row that the other one has just committed.
    const [other] = await tx.query<{ id: string }[]>(
      'SELECT id FROM account WHERE openid_digest = ? FOR UPDATE',
      [openidDigest],
    )
    if (!other) throw error
    return other.id
  }
}
