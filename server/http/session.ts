import type { Context } from 'koa'
import { Refusal } from '../../shared/words/refusals'
import { digestOf } from '../database/digest'
import type { Database, Reader } from '../database/source'
import { instantText, isoInstant, sqlInstant } from '../database/sql'
import { part, readTogether } from '../database/together'
import { readCookie, refuseForeign } from './cookies'
import { isActing, isHeld } from '../database/in-office'

const minuteMs = 60_000
/** A desk that nobody touches is a desk that somebody else may sit down at. */
const idleMs = 30 * minuteMs
/** Writes are kept few: last use is known to the minute at a desk, to the hour on a phone. */
const noteMs = { desk: minuteMs, phone: 60 * minuteMs } as const

/** One place where an account is signed in. */
export interface Session {
  accountId: string
  tokenDigest: string
  kind: 'phone' | 'desk'
  startedAt: Date
  lastUsedAt: Date
  /** Of a desk: what its person holds now. */
  postsHeld: string | null
}

export interface Token {
  kind: 'phone' | 'desk'
  tokenDigest: string
}

interface Row {
  accountId: string
  createdAt: string
  lastUsedAt: string | null
  postsHeld: string | null
  postId: string | null
  mandateId: string | null
}

/** Of a desk with all that its account holds, in as many rows. */
const sessionPart = ({ kind, tokenDigest }: Token, now: Date) =>
  part<Row>({
    columns: {
      ...{ accountId: 's.account_id', createdAt: instantText('s.created_at') },
      ...{ lastUsedAt: instantText('s.last_used_at'), postsHeld: 's.posts_held' },
      ...(kind === 'desk' ? { postId: 'o.id', mandateId: 'm.id' } : { postId: 'NULL', mandateId: 'NULL' }),
    },
    from: `FROM sign_in s ${
      kind === 'desk'
        ? `LEFT JOIN person p ON p.account_id = s.account_id
           LEFT JOIN post o ON o.person_id = p.id AND ${isHeld('o')}
           LEFT JOIN mandate m ON m.person_id = p.id AND ${isActing('m')}`
        : ''
    } WHERE s.token_digest = ? AND s.kind = ? AND s.expires_at > ?`,
    order: 's.token_digest',
    parameters: [tokenDigest, kind, sqlInstant(now)],
  })

/** Who asks: by the token of a phone, or by the cookie of a desk. @throws Refusal as `tokenOf` and `sessionBy` say */
export const sessionOf = async (reader: Reader, context: Context, now: Date): Promise<Session> =>
  sessionBy(reader, tokenOf(context), now)

/** @throws Refusal `sign_in_needed`, or `foreign_page` where another page made the browser ask */
export function tokenOf(context: Context): Token {
  const bearer = /^Bearer ([\w-]{20,100})$/.exec(context.get('authorization'))?.[1]
  const kind = bearer === undefined ? 'desk' : 'phone'
  const token = bearer ?? (context.get('authorization') === '' ? readCookie(context, 'desk') : undefined)
  if (token === undefined) throw new Refusal('sign_in_needed')
  if (kind === 'desk' && context.method !== 'GET' && context.method !== 'HEAD') refuseForeign(context)
  return { kind, tokenDigest: digestOf(token) }
}

/** @throws Refusal `sign_in_needed` where that token is none, or not any more */
export async function sessionBy(reader: Reader, token: Token, now: Date): Promise<Session> {
  const { kind, tokenDigest } = token
  const { rows } = await readTogether(reader, { rows: sessionPart(token, now) })
  const [row] = rows
  if (!row) throw new Refusal('sign_in_needed')
  const startedAt = new Date(isoInstant(row.createdAt))
  const lastUsedAt = row.lastUsedAt === null ? startedAt : new Date(isoInstant(row.lastUsedAt))
  const session = { accountId: row.accountId, tokenDigest, kind, startedAt, lastUsedAt } as const
  if (kind === 'phone') return { ...session, postsHeld: null }
  if (now.getTime() - lastUsedAt.getTime() >= idleMs)
    throw new Refusal('sign_in_needed', {}, '有半小时没有用，已经自动退出。请重新登录，再办这件事。')
  const held = [...new Set(rows.flatMap(({ postId, mandateId }) => [postId, mandateId]))]
    .filter((id) => id !== null)
    .sort()
  if (idsIn(row.postsHeld).some((id) => !held.includes(id)))
    throw new Refusal('sign_in_needed', {}, '您的职务有变动，这台电脑已经退出。请重新登录，再办这件事。')
  return { ...session, postsHeld: held.join(',') }
}

const idsIn = (text: string | null) => (text ?? '').split(',').filter(Boolean)

/** Ids of the posts and running mandates that an account holds in all its towns. */
export async function postsOf(reader: Reader, accountId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }[]>(
    `SELECT o.id FROM post o JOIN person p ON p.id = o.person_id WHERE p.account_id = ? AND ${isHeld('o')}
     UNION ALL
     SELECT m.id FROM mandate m JOIN person p ON p.id = m.person_id
     WHERE p.account_id = ? AND ${isActing('m')}`,
    [accountId, accountId],
  )
  return rows.map(({ id }) => id).sort()
}

/** Nobody waits for this, and where it cannot be written the request is answered all the same. */
export function noteUse(database: Database, session: Session, now: Date) {
  const until = new Date(now.getTime() - noteMs[session.kind])
  if (session.lastUsedAt > until) return
  void database
    .transaction((tx) =>
      tx.query(
        `UPDATE sign_in SET last_used_at = ?, posts_held = ?
         WHERE token_digest = ? AND (last_used_at IS NULL OR last_used_at <= ?)`,
        [sqlInstant(now), session.postsHeld, session.tokenDigest, sqlInstant(until)],
      ),
    )
    .catch(() => undefined)
}
