import type { PlacePictureKind } from '../../../shared/matters/content-check/table'
import { staleSince } from '../../engine/settings'
import { Refusal } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import type { Reader, Tx } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { readCalendar } from '../../engine/read-calendar'
import type { Actor } from '../../http/actor'
import { openPictureCheck } from '../../matters/content-check/open'
import { isPictureShownSql } from '../../matters/content-check/shown'
import { publicPictureSeconds } from '../photos/keep-seconds'
import type { Context } from 'koa'

/** The one picture that a row of a register has: in which table, and under which address everybody sees it. */
const places = {
  portrait: {
    of: 'person',
    digest: 'portrait_digest',
    table: 'portrait',
    key: 'person_id',
    folder: 'deputies',
    name: 'portrait',
  },
  stationPhoto: {
    of: 'liaison_station',
    digest: 'photo_digest',
    table: 'station_photo',
    key: 'liaison_station_id',
    folder: 'stations',
    name: 'photo',
  },
} as const satisfies Record<PlacePictureKind, object>

/** Below `/api`; a new picture has a new address. */
export function addressOf(kind: PlacePictureKind, townId: string, id: string, digest: string) {
  const { folder, name } = places[kind]
  return `/towns/${townId}/${folder}/${id}/${name}?v=${digest.slice(0, 12)}`
}

/** Of rows `row`: the digest of the picture that anyone may see, or null. */
export const shownDigestSql = (kind: PlacePictureKind, row: string) =>
  `CASE WHEN ${isPictureShownSql(kind, row)} THEN ${row}.${places[kind].digest} END`

/** Where the picture stands that anyone may see. @throws Refusal `not_found` */
export async function pictureAddress(reader: Reader, kind: PlacePictureKind, townId: string, id: string) {
  const [row] = await reader.query<{ shown: string | null }[]>(
    `SELECT ${shownDigestSql(kind, 'r')} AS shown FROM ${places[kind].of} r WHERE r.town_id = ? AND r.id = ?`,
    [townId, id],
  )
  if (!row) throw new Refusal('not_found')
  return row.shown && addressOf(kind, townId, id, row.shown)
}

/**
 * Puts a picture in the place of the one that somebody had before their eyes, or where they saw none.
 * @param seen its address; undefined from a phone that does not say
 * @throws Refusal `not_found`, `stale` with who was quicker
 */
export async function setPicture(
  tx: Tx,
  actor: Actor,
  kind: PlacePictureKind,
  { id, jpeg, seen }: { id: string; jpeg: Buffer; seen: string | null | undefined },
  now: Date,
) {
  const { townId } = actor
  const { of, digest: column, table, key } = places[kind]
  // Written before it is read: of two at one moment the second waits, and sees what the first one did.
  const held = await tx.queryRunner?.query(
    `UPDATE ${of} SET ${column} = ${column} WHERE town_id = ? AND id = ?`,
    [townId, id],
    true,
  )
  if (held?.affected !== 1) throw new Refusal('not_found')
  const digest = digestOf(jpeg)
  const stands = await pictureAddress(tx, kind, townId, id)
  // The same picture again stands there already, and has been looked at.
  if (stands === addressOf(kind, townId, id, digest)) return
  if (seen !== undefined && seen !== stands) throw await changedSince(tx, kind, townId, id, now)
  await tx.query(`UPDATE ${of} SET ${column} = ? WHERE town_id = ? AND id = ?`, [digest, townId, id])
  await tx.query(`DELETE FROM ${table} WHERE ${key} = ?`, [id])
  await tx.query(`INSERT INTO ${table} (${key}, digest, jpeg) VALUES (?, ?, ?)`, [id, digest, jpeg])
  const calendar = await readCalendar(tx, townId)
  await openPictureCheck(tx, { townId, personId: actor.person?.id ?? null, calendar, now }, kind, id)
}

/** Who put another picture there, or whose was taken back. */
async function changedSince(tx: Tx, kind: PlacePictureKind, townId: string, id: string, now: Date) {
  const [last] = await tx.query<{ at: string; by: string | null; state: string }[]>(
    `SELECT k.written_at AS at, p.name AS \`by\`, m.state FROM content_check k JOIN matter m ON m.id = k.id
     LEFT JOIN person p ON p.id = k.person_id
     WHERE k.town_id = ? AND k.kind = ? AND k.place_id = ? ORDER BY k.written_at DESC, k.id DESC LIMIT 1`,
    [townId, kind, id],
  )
  if (!last) return new Refusal('stale')
  const what = last.state === 'hidden' ? '传的照片撤下了' : '换了照片'
  return staleSince([{ at: isoInstant(last.at), by: last.by ?? '', what, changes: [], why: null }], now)
}

/**
 * The picture as everybody sees it. Under its own address it may be kept for good: once it is taken back, no page names
 * that address.
 * @throws Refusal `not_found`
 */
export async function showPicture(
  reader: Reader,
  kind: PlacePictureKind,
  asked: { townId: string; id: string; v: string | undefined; only: string },
  context: Context,
) {
  const { of, table, key } = places[kind]
  const [row] = await reader.query<{ jpeg: Buffer; digest: string }[]>(
    `SELECT f.jpeg, f.digest FROM ${table} f JOIN ${of} r ON r.id = f.${key}
     WHERE ${isPictureShownSql(kind, 'r')} AND r.town_id = ? AND r.id = ? AND ${asked.only}`,
    [asked.townId, asked.id],
  )
  if (!row) throw new Refusal('not_found')
  context.type = 'image/jpeg'
  const isItsOwn = asked.v !== undefined && asked.v.length >= 12 && row.digest.startsWith(asked.v)
  context.set(
    'Cache-Control',
    isItsOwn ? 'public, max-age=31536000, immutable' : `public, max-age=${publicPictureSeconds}`,
  )
  return row.jpeg
}
