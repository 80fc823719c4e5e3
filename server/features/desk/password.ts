import { randomBytes, randomInt } from 'node:crypto'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { keyedDigestOf } from '../../database/digest'
import { DeskPassword } from '../../database/entities/sign-in/desk-password'
import { RecoveryCode } from '../../database/entities/sign-in/recovery-code'
import { seal, unseal } from '../../database/seal'
import type { Reader, Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import { auditAccount } from './open-session'
import { hashPassword } from './password-hash'
import { base32, stepOf } from './time-code'
import { weaknessOf } from './weak-passwords'

const codes = 10
const codeLength = 10
/** Letters and digits that nobody mixes up when reading them from paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const ticketMs = 30 * 60_000

interface Ticket {
  /** Base64. */
  secret: string
  recoveryCodes: string[]
  until: number
}

/** What somebody is shown before they set a password. Nothing is kept: the ticket brings it back, sealed. */
export function propose(secretKey: string, accountId: string, now: Date) {
  const secret = randomBytes(20)
  const recoveryCodes = Array.from({ length: codes }, () =>
    Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
  )
  const ticket: Ticket = {
    secret: secret.toString('base64'),
    recoveryCodes,
    until: now.getTime() + ticketMs,
  }
  return {
    secret: base32(secret),
    recoveryCodes,
    ticket: seal(secretKey, placeOfTicket(accountId), JSON.stringify(ticket)),
  }
}

const placeOfTicket = (accountId: string) => `desk ticket ${accountId}`
const placeOfSecret = (accountId: string) => `desk secret ${accountId}`

export const nameDigestOf = (secretKey: string, name: string) =>
  keyedDigestOf(secretKey, `desk name ${name.normalize('NFKC').trim().toLowerCase()}`)

const codeDigestOf = (secretKey: string, accountId: string, code: string) =>
  keyedDigestOf(secretKey, `recovery ${accountId} ${code.replace(/[\s-]/g, '').toUpperCase()}`)

interface Wanted {
  name: string
  password: string
  code: string
  ticket: string
}

/**
 * What takes time, before the transaction begins.
 * @throws Refusal about the field that is not right yet
 */
export async function prepare(
  reader: Reader,
  secretKey: string,
  accountId: string,
  wanted: Wanted,
  now: Date,
) {
  const opened = unseal(secretKey, placeOfTicket(accountId), wanted.ticket)
  const ticket = opened === undefined ? undefined : (JSON.parse(opened) as Ticket)
  if (ticket === undefined || ticket.until < now.getTime())
    throw new Refusal('bad_input', {}, '这一页放得太久了，请返回后重新打开，再设一次。')
  const own = await reader.query<{ name: string; phone: string | null; town: string | null }[]>(
    `SELECT p.name, p.phone, t.name AS town FROM person p LEFT JOIN town t ON t.id = p.town_id
     WHERE p.account_id = ?`,
    [accountId],
  )
  const known = own.flatMap(({ name, phone, town }) => [
    name,
    phone ?? '',
    town ?? '',
    (town ?? '').replace(/[镇乡]$/, ''),
  ])
  const weakness = weaknessOf(wanted.password, [wanted.name, ...known])
  if (weakness !== undefined) throw wrongField('password', weakness)
  const secret = Buffer.from(ticket.secret, 'base64')
  const step = stepOf(secret, wanted.code.replace(/\s/g, ''), 0, now)
  if (step === undefined)
    throw wrongField('code', '验证码不对。请看验证器里现在显示的 6 位数字，手机的时间也要准。')
  return { ...ticket, secretBytes: secret, step, passwordHash: await hashPassword(wanted.password) }
}
export type Prepared = Awaited<ReturnType<typeof prepare>>

/** Sets or changes everything at once: the old codes and the old secret end. @throws Refusal `login_name_taken` */
export async function keepPassword(
  tx: Tx,
  secretKey: string,
  accountId: string,
  { name, prepared }: { name: string; prepared: Prepared },
  now: Date,
) {
  await dropPassword(tx, accountId)
  try {
    await tx.insert(DeskPassword, {
      accountId,
      loginName: name.trim(),
      nameDigest: nameDigestOf(secretKey, name),
      passwordHash: prepared.passwordHash,
      sealedSecret: seal(secretKey, placeOfSecret(accountId), prepared.secretBytes.toString('base64')),
      lastStep: prepared.step,
      createdAt: now,
    })
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('login_name_taken')
    throw error
  }
  for (const code of prepared.recoveryCodes)
    await tx.insert(RecoveryCode, {
      codeDigest: codeDigestOf(secretKey, accountId, code),
      accountId,
      usedAt: null,
    })
  await auditAccount(tx, accountId, { what: '电脑登录：设置了密码和验证码' }, now)
}

export async function dropPassword(tx: Tx, accountId: string) {
  await tx.delete(DeskPassword, { accountId })
  await tx.delete(RecoveryCode, { accountId })
}

/** The name somebody signs in with, and how many recovery codes are left. */
export async function readPassword(reader: Reader, accountId: string) {
  const [row] = await reader.query<{ name: string }[]>(
    'SELECT login_name AS name FROM desk_password WHERE account_id = ?',
    [accountId],
  )
  return { name: row?.name ?? null, recoveryCodes: row ? await codesLeft(reader, accountId) : 0 }
}

export async function codesLeft(reader: Reader, accountId: string) {
  const [left] = await reader.query<{ count: number }[]>(
    'SELECT COUNT(*) AS count FROM recovery_code WHERE account_id = ? AND used_at IS NULL',
    [accountId],
  )
  return Number(left?.count ?? 0)
}

/**
 * Uses a time-based code or a recovery code up.
 * @returns which it was; undefined where it is neither, or was used before
 */
export async function useCode(tx: Tx, secretKey: string, kept: DeskPassword, code: string, now: Date) {
  const typed = code.replace(/[\s-]/g, '')
  if (typed.length > 6) {
    const used = await tx
      .createQueryBuilder()
      .update(RecoveryCode)
      .set({ usedAt: now })
      .where('code_digest = :code AND account_id = :accountId AND used_at IS NULL', {
        code: codeDigestOf(secretKey, kept.accountId, typed),
        accountId: kept.accountId,
      })
      .execute()
    return used.affected === 1 ? ('recovery' as const) : undefined
  }
  const secret = unseal(secretKey, placeOfSecret(kept.accountId), kept.sealedSecret)
  if (secret === undefined) return undefined
  const step = stepOf(Buffer.from(secret, 'base64'), typed, kept.lastStep, now)
  if (step === undefined) return undefined
  const used = await tx
    .createQueryBuilder()
    .update(DeskPassword)
    .set({ lastStep: step })
    .where('account_id = :accountId AND last_step < :step', { accountId: kept.accountId, step })
    .execute()
  return used.affected === 1 ? ('time' as const) : undefined
}

/** @returns whom the name belongs to */
export const findPassword = (tx: Tx, secretKey: string, name: string) =>
  tx.findOneBy(DeskPassword, { nameDigest: nameDigestOf(secretKey, name) })
