import { settingChanged } from '../../shared/words/told'
import type { FieldChange } from '../../shared/grammar/register'
import { permissions } from '../../shared/permissions'
import { beijingDay } from '../../shared/rules/days'
import { type Since, sayChangedSince } from '../../shared/words/changed-since'
import { Refusal } from '../../shared/words/refusals'
import type { Reader, Tx } from '../database/source'
import { isoInstant } from '../database/sql'
import { isDuplicate } from '../database/sql-errors'
import type { Actor } from '../http/actor'
import { writeEvents } from './events'

/** What a town has one of, and whoever keeps it changes as a whole. Its history is that of a row which is called like the town. */
export type Setting = 'rules' | 'calendar'

/** Whoever changes one; nobody from the server's command line. */
export type Keeper = Pick<Actor, 'townId' | 'roles' | 'person'>

const versionSql =
  'SELECT MAX(version) AS version FROM matter_event WHERE matter_id = ? AND kind = ? AND town_id = ?'

/** How often it was changed: whoever saves says which one they had before their eyes. */
export async function settingVersion(reader: Reader, townId: string, setting: Setting): Promise<number> {
  const [row] = await reader.query<{ version: number | null }[]>(versionSql, [townId, setting, townId])
  return Number(row?.version ?? 0)
}

/** @throws Refusal `stale` with what was changed since */
export async function asSeen(tx: Tx, townId: string, setting: Setting, seen: number, now: Date) {
  if ((await settingVersion(tx, townId, setting)) === seen) return
  const events = await tx.query<{ at: string; by: string | null; note: string }[]>(
    `SELECT e.recorded_at AS at, p.name AS \`by\`, e.note FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
     WHERE e.matter_id = ? AND e.kind = ? AND e.town_id = ? AND e.version > ? ORDER BY e.version`,
    [townId, setting, townId, seen],
  )
  throw staleSince(
    events.map(({ at, by, note }) => {
      const { changes, why } = JSON.parse(note) as Pick<Since, 'changes' | 'why'>
      return { at: isoInstant(at), by: by ?? '', what: settingChanged, changes, why }
    }),
    now,
  )
}

/** The second of two is told what the first one changed. */
export const staleSince = (done: readonly Since[], now: Date) =>
  done.length === 0 ? new Refusal('stale') : new Refusal('stale', {}, sayChangedSince(done, beijingDay(now)))

/** Keeps what was changed. Of two at the same moment one is too late. @throws Refusal `stale` */
export async function recordSetting(
  tx: Tx,
  { townId, roles, person }: Keeper,
  setting: Setting,
  { changes, why }: { changes: readonly FieldChange[]; why: string | null },
  now: Date,
) {
  const party = permissions.setRules.find((role) => (roles as readonly string[]).includes(role)) ?? 'system'
  const version = (await settingVersion(tx, townId, setting)) + 1
  const event = {
    ...{ townId, kind: setting, matterId: townId, version, action: 'change', party },
    ...{ personId: person?.id ?? null, note: JSON.stringify({ changes, why }) },
  }
  await writeEvents(tx, [event], now).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal('stale') : error
  })
}
