import { randomBytes, randomInt } from 'node:crypto'
import { Refusal } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import { DeskRequest } from '../../database/entities/sign-in/desk-request'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { isoInstant, sqlInstant } from '../../database/sql'
import { auditAccount, openSession, type Where } from './open-session'

const validMs = 3 * 60_000
/** A browser whose answer was slow may still come for what was confirmed in time. */
const graceMs = 30_000

/** What the page shows, and the secret that it shows to nobody. */
export interface Asked {
  scene: string
  secret: string
  number: string
  expiresAt: Date
}

/** @param before the secret of this browser's last code, which ends with the new one */
export async function ask(tx: Tx, where: Where, before: string | undefined, now: Date): Promise<Asked> {
  if (before !== undefined) await tx.delete(DeskRequest, { secretDigest: digestOf(before) })
  // The letter tells the scan page what kind of code this is; printed ones begin with another.
  const scene = `d${newId()}`
  const secret = randomBytes(32).toString('base64url')
  const number = String(randomInt(10, 100))
  const expiresAt = new Date(now.getTime() + validMs)
  await tx.insert(DeskRequest, {
    sceneDigest: digestOf(scene),
    secretDigest: digestOf(secret),
    number,
    ...where,
    state: 'open',
    accountId: null,
    createdAt: now,
    expiresAt,
  })
  return { scene, secret, number, expiresAt }
}

/** What the phone shows before one says yes. @throws Refusal `desk_code_ended` */
export async function readRequest(reader: Reader, accountId: string, scene: string, now: Date) {
  const [row] = await reader.query<(Where & { number: string; at: string })[]>(
    `SELECT device, place, number, created_at AS at FROM desk_request
     WHERE scene_digest = ? AND state = 'open' AND expires_at > ?`,
    [digestOf(scene), sqlInstant(now)],
  )
  if (!row) throw new Refusal('desk_code_ended')
  const [known] = await reader.query<unknown[]>(
    "SELECT 1 FROM sign_in WHERE account_id = ? AND kind = 'desk' AND device = ? AND place = ?",
    [accountId, row.device, row.place],
  )
  return { ...row, at: isoInstant(row.at), seenBefore: known !== undefined }
}

/** One answer for each code. @throws Refusal `desk_code_ended` */
export async function answerRequest(tx: Tx, accountId: string, scene: string, confirm: boolean, now: Date) {
  const answered = await tx
    .createQueryBuilder()
    .update(DeskRequest)
    .set(confirm ? { state: 'confirmed', accountId } : { state: 'refused' })
    .where("scene_digest = :scene AND state = 'open' AND expires_at > :now", {
      scene: digestOf(scene),
      now: sqlInstant(now),
    })
    .execute()
  if (answered.affected !== 1) throw new Refusal('desk_code_ended')
}

export type Outcome = 'open' | 'refused' | 'ended' | 'confirmed'

/** How the code of the browser that holds this secret stands. */
export async function outcomeOf(reader: Reader, secret: string, now: Date): Promise<Outcome> {
  const [row] = await reader.query<{ state: DeskRequest['state']; expiresAt: string }[]>(
    'SELECT state, expires_at AS expiresAt FROM desk_request WHERE secret_digest = ?',
    [digestOf(secret)],
  )
  if (!row || row.state === 'used') return 'ended'
  if (row.state === 'refused') return 'refused'
  const left = new Date(isoInstant(row.expiresAt)).getTime() - now.getTime()
  return left + (row.state === 'confirmed' ? graceMs : 0) > 0 ? row.state : 'ended'
}

/** @returns what the cookie of the browser will hold; undefined where somebody was let in with it already */
export async function takeConfirmed(tx: Tx, secret: string, now: Date): Promise<string | undefined> {
  const secretDigest = digestOf(secret)
  const taken = await tx
    .createQueryBuilder()
    .update(DeskRequest)
    .set({ state: 'used' })
    .where("secret_digest = :secretDigest AND state = 'confirmed' AND expires_at > :from", {
      secretDigest,
      from: sqlInstant(new Date(now.getTime() - graceMs)),
    })
    .execute()
  if (taken.affected !== 1) return undefined
  const { accountId, device, place } = await tx.findOneByOrFail(DeskRequest, { secretDigest })
  if (accountId === null) return undefined
  const token = await openSession(tx, accountId, { device, place }, now)
  await auditAccount(tx, accountId, { what: '电脑登录：扫码', to: `${device}，${place}` }, now)
  return token
}
