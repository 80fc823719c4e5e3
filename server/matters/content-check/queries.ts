import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import { contentCheckTable, publicCheckStates } from '../../../shared/matters/content-check/table'
import { gatedActions, openActions } from '../../../shared/grammar/decide'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import { isoInstant, quoted } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { readHistory } from './history'
import { type CheckRecord, checkSql, type CheckStanding, checkStandingOf, standingIn } from './record'

/** What waits for a second person. */
export async function listHeld(reader: Reader, actor: Actor, cursor: string | undefined) {
  const place = after('k.state_since', 'k.id', cursor)
  const rows = await reader.query<CheckRecord[]>(
    `${checkSql} AND k.state = 'held'${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [actor.townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ stateSince, id }) => ({ at: stateSince, id }))
  return { items: await presentAll(reader, actor, page.rows), next: page.next }
}

/** What of one suggestion is written and not public; the caller has checked who may look at it. */
export async function listUnshown(reader: Reader, actor: Actor, suggestionId: string) {
  const rows = await reader.query<CheckRecord[]>(
    `${checkSql} AND k.suggestion_id = ? AND k.state NOT IN (${quoted([...publicCheckStates, 'replaced'])})
     ORDER BY k.written_at, k.id`,
    [actor.townId, suggestionId],
  )
  return { items: await presentAll(reader, actor, rows) }
}

export const viewCheck = async (reader: Reader, actor: Actor, id: string) =>
  presentOne(reader, await checkStandingOf(reader, actor, id))

async function presentOne(reader: Reader, standing: CheckStanding) {
  const history = await readHistory(reader, [standing.check.id])
  return present(standing, history.get(standing.check.id) ?? [])
}

export async function presentAll(reader: Reader, actor: Actor, rows: readonly CheckRecord[]) {
  const history = await readHistory(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => present(standingIn(row, actor), history.get(row.id) ?? []))
}

const present = (
  { check, ...standing }: CheckStanding,
  history: ContentCheckView['history'],
): ContentCheckView => ({
  id: check.id,
  version: check.version,
  kind: check.kind,
  text: check.text,
  photo: check.photoId,
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
