import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import {
  type ContentCheckGate,
  type ContentCheckParty,
  type ContentCheckState,
  contentCheckTable,
  publicCheckStates,
} from '../../../shared/matters/content-check/table'
import { gatedActions, openActions } from '../../../shared/grammar/decide'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readHistory } from './history'
import { type MatterStanding, readAround, standingIn, standingOf } from '../../engine/standing'
import { kind as contentCheck } from './kind'
import { type CheckRecord, checkSql } from './record'

type CheckStanding = MatterStanding<ContentCheckState, ContentCheckParty, ContentCheckGate, CheckRecord>

/** What waits for a second person. */
export async function listHeld(reader: Reader, actor: Actor, cursor: string | undefined, now: Date) {
  const place = after('m.state_since', 'm.id', cursor)
  const rows = await reader.query<CheckRecord[]>(
    `${checkSql} AND m.state = 'held'${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [actor.townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ stateSince, id }) => ({ at: stateSince, id }))
  return { items: await presentAll(reader, actor, page.rows, now), next: page.next }
}

/** What of one suggestion is written and not public; the caller has checked who may look at it. */
export async function listUnshown(reader: Reader, actor: Actor, suggestionId: string, now: Date) {
  const rows = await reader.query<CheckRecord[]>(
    `${checkSql} AND k.suggestion_id = ? AND m.state NOT IN (${quoted([...publicCheckStates, 'replaced'])})
     ORDER BY k.written_at, k.id`,
    [actor.townId, suggestionId],
  )
  return { items: await presentAll(reader, actor, rows, now) }
}

export const viewCheck = async (reader: Reader, actor: Actor, id: string, now: Date) =>
  viewOf(reader, await standingOf(reader, contentCheck, actor, id, now))

export async function viewOf(reader: Reader, standing: CheckStanding) {
  const { id } = standing.record
  return present(standing, (await readHistory(reader, [id])).get(id) ?? [])
}

export async function presentAll(reader: Reader, actor: Actor, rows: readonly CheckRecord[], now: Date) {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const history = await readHistory(reader, ids)
  const { holders, calendar } = await readAround<ContentCheckParty>(reader, actor, ids)
  return rows.map((row) =>
    present(
      standingIn(contentCheck, row, actor, holders.get(row.id) ?? new Map(), calendar, now),
      history.get(row.id) ?? [],
    ),
  )
}

const present = (
  { record: check, ...standing }: CheckStanding,
  history: ContentCheckView['history'],
): ContentCheckView => ({
  id: check.id,
  version: check.version,
  kind: check.kind,
  text: check.text,
  photo: check.photoId,
  blurred: check.blurredId,
  place: check.placeId,
  suggestion:
    check.suggestionId === null
      ? null
      : { id: check.suggestionId, no: check.suggestionNo, subject: check.subject ?? '' },
  found: check.found === null ? [] : (JSON.parse(check.found) as ContentCheckView['found']),
  history,
  writer: check.writerName,
  writtenAt: isoInstant(check.writtenAt),
  state: check.state,
  reason: check.reason,
  actions: openActions(contentCheckTable, standing),
  gated: gatedActions(contentCheckTable, standing),
})
