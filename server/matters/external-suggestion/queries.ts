import type {
  ExternalRow,
  ExternalView,
  showExternalOptions,
} from '../../../shared/matters/external-suggestion/endpoints'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { mayDo } from '../../../shared/permissions'
import { congressLevels, type CongressLevel, type ExternalEntry } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Actor } from '../../http/actor'
import { type ExternalRecord, recordOf, recordSql } from './record'

export async function listExternal(reader: Reader, townId: string, cursor: string | undefined, now: Date) {
  const place = after('x.created_at', 'x.id', cursor)
  const rows = await reader.query<ExternalRecord[]>(
    `${recordSql}${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    [townId, ...place.parameters],
  )
  const page = pageOfRows(rows, ({ createdAt, id }) => ({ at: createdAt, id }))
  return { items: page.rows.map((row) => presentRow(row, now)), next: page.next }
}

/** Overdue is computed, never kept: no job has to have run. */
const presentRow = (record: ExternalRecord, now: Date): ExternalRow => ({
  id: record.id,
  version: record.version,
  subject: record.subject,
  deputy: record.deputy,
  level: record.level,
  externalNo: record.externalNo,
  unit: record.unit,
  submittedOn: record.submittedOn,
  deadlineOn: record.deadlineOn,
  overdue: record.state === 'awaited' && record.deadlineOn !== null && record.deadlineOn < beijingDay(now),
  repliedOn: record.repliedOn,
  outcome: record.outcome,
  satisfaction: record.satisfaction,
})

export async function viewExternal(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ExternalView> {
  const record = await recordOf(reader, actor.townId, id)
  const entries = await reader.query<
    { id: string; kind: ExternalEntry; heldOn: Day; note: string; author: string | null }[]
  >(
    `SELECT e.id, e.entry_kind AS kind, e.held_on AS heldOn, e.note, p.name AS author
     FROM external_suggestion_entry e LEFT JOIN person p ON p.id = e.person_id
     WHERE e.external_suggestion_id = ? ORDER BY e.held_on, e.at, e.id`,
    [id],
  )
  // One that its deputy wants kept confidential is named by its number only.
  const [suggestion] = await reader.query<{ id: string; name: string }[]>(
    `SELECT id, CASE WHEN confidential = 1 THEN COALESCE(suggestion_no, '') ELSE subject END AS name
     FROM suggestion WHERE town_id = ? AND id = ?`,
    [actor.townId, record.suggestionId ?? ''],
  )
  return {
    ...presentRow(record, now),
    deputyId: record.deputyId,
    publicResult: record.publicResult,
    suggestion: suggestion ?? null,
    fromOpinion: record.opinionId !== null,
    entries: entries.map(({ heldOn, author, ...entry }) => ({ ...entry, on: heldOn, by: author ?? '' })),
    mayKeep: mayDo('keepExternal', actor.roles),
  }
}

/** What the office may pick from when it writes one down. */
export async function showOptions(
  reader: Reader,
  townId: string,
): Promise<OutputOf<typeof showExternalOptions>> {
  const mandates = await reader.query<{ id: string; name: string; level: CongressLevel }[]>(
    `SELECT p.id, p.name, m.congress_level AS level FROM mandate m JOIN person p ON p.id = m.person_id
     WHERE m.town_id = ? AND m.ended_on IS NULL AND m.congress_level <> 'township' ORDER BY p.position, p.id`,
    [townId],
  )
  const deputies = [...new Set(mandates.map(({ id }) => id))].map((id) => {
    const held = mandates.filter((mandate) => mandate.id === id)
    return { id, name: held[0]?.name ?? '', note: held.map(({ level }) => congressLevels[level]).join('、') }
  })
  const suggestions = await reader.query<{ id: string; name: string }[]>(
    `SELECT DISTINCT s.id, s.subject AS name, s.created_at FROM suggestion s
     JOIN upward_referral w ON w.suggestion_id = s.id
     WHERE s.town_id = ? ORDER BY s.created_at DESC LIMIT 200`,
    [townId],
  )
  const opinions = await reader.query<{ id: string; name: string }[]>(
    `SELECT o.id, SUBSTR(w.text, 1, 40) AS name FROM resident_opinion o JOIN matter m ON m.id = o.id
     JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
     WHERE o.town_id = ? AND m.state NOT IN ('sent', 'held') ORDER BY o.created_at DESC, o.id LIMIT 200`,
    [townId],
  )
  return { deputies, suggestions: suggestions.map(({ id, name }) => ({ id, name })), opinions }
}
