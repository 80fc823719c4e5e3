import { randomBytes } from 'node:crypto'
import type { Context } from 'koa'
import { digestOf } from '../../database/digest'
import { SignIn } from '../../database/entities/sign-in/sign-in'
import type { Tx } from '../../database/source'
import { setCookie } from '../../http/cookies'
import { postsOf } from '../../http/session'
import { writeAudit } from '../../engine/write-audit'
import { deviceName, placeName } from './device-name'

/** However busy a desk is, its day ends. */
const dayMs = 12 * 3_600_000

export interface Where {
  device: string
  place: string
}
export const whereOf = (context: Context): Where => ({
  device: deviceName(context.get('user-agent')),
  place: placeName(context.request.ip),
})

/** Signs a desk in. @returns what its cookie will hold; only a digest of it is kept */
export async function openSession(tx: Tx, accountId: string, where: Where, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.insert(SignIn, {
    tokenDigest: digestOf(token),
    accountId,
    kind: 'desk',
    ...where,
    createdAt: now,
    lastUsedAt: now,
    postsHeld: (await postsOf(tx, accountId)).join(','),
    expiresAt: new Date(now.getTime() + dayMs),
  })
  return token
}

export const keepSession = (context: Context, token: string) => setCookie(context, 'desk', token)

/** In every town where the account is somebody of the register; a county's own staff in the log of the county. */
export async function auditAccount(
  tx: Tx,
  accountId: string,
  entry: { what: string; from?: string; to?: string },
  now: Date,
) {
  const people = await tx.query<{ id: string; townId: string }[]>(
    'SELECT id, COALESCE(town_id, county_id) AS townId FROM person WHERE account_id = ?',
    [accountId],
  )
  for (const { id, townId } of people)
    await writeAudit(
      tx,
      {
        townId,
        personId: id,
        what: entry.what,
        fromValue: entry.from ?? null,
        toValue: entry.to ?? null,
        reason: null,
      },
      now,
    )
}
