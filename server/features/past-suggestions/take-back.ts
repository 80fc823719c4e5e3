import type { ImportRow } from '../../../shared/api/imports'
import { contentCheckTable } from '../../../shared/matters/content-check/table'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import { Refusal } from '../../../shared/words/refusals'
import { NumberSeries } from '../../database/entities/suggestion/number-series'
import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { wake } from '../../database/waking'
import { writeAudit } from '../../engine/write-audit'
import type { Actor } from '../../http/actor'
import { noteTakenBack, undoOf } from '../imports/records'
import type { PastPlan } from './plan'

/** What one import of past suggestions wrote: with this it is taken back. */
export interface PastUndo {
  ids: string[]
  moved: PastPlan['moved']
}

/** Where something stands to a suggestion that came after it was written down. */
const builtOn = [
  'SELECT 1 FROM suggestion o WHERE o.merged_into_id = s.id OR o.separated_from_id = s.id',
  'SELECT 1 FROM resident_opinion o WHERE o.suggestion_id = s.id',
  'SELECT 1 FROM site_review_matter o WHERE o.suggestion_id = s.id',
  'SELECT 1 FROM key_suggestion o WHERE o.suggestion_id = s.id',
  'SELECT 1 FROM external_suggestion o WHERE o.suggestion_id = s.id',
  'SELECT 1 FROM disqualifying_item o WHERE o.suggestion_id = s.id',
  'SELECT 1 FROM photo_use o WHERE o.suggestion_id = s.id',
]

/** What is written with a suggestion, and what reminds of it; the first goes by the matter. */
const byMatter = ['ask', 'matter_event', 'matter_holder', 'matter_told', 'search_token'] as const
const bySuggestion = [
  'co_signature',
  'suggestion_round',
  'consultation',
  'reply',
  'commitment',
  'evaluation',
  'reminder',
] as const

const atOnce = 1000
const mostNamed = 5

/**
 * The suggestions of one import are gone as if they had never been written down, as long as nobody has done anything with
 * one of them. Their numbers are free again where none came after them.
 * @throws Refusal `not_found`, `nothing_changed`, `built_upon` with those that have gone on
 */
export async function takeBackPast(tx: Tx, actor: Actor, id: string, now: Date): Promise<ImportRow> {
  const { townId } = actor
  const personId = actor.person?.id ?? null
  const { fileName, undo } = await undoOf(tx, townId, 'past', id)
  const { ids, moved } = undo as PastUndo
  const gone = []
  for (let from = 0; from < ids.length; from += atOnce) gone.push(ids.slice(from, from + atOnce))
  for (const some of gone) await refuseWhereGoneOn(tx, townId, some)
  for (const some of gone) await remove(tx, townId, some)
  for (const { series, from, to } of moved)
    if (from === null) await tx.delete(NumberSeries, { townId, series, last: to })
    else await tx.update(NumberSeries, { townId, series, last: to }, { last: from })
  wake(tx, suggestionTable.kind)
  const entry = { fromValue: fileName, toValue: `撤回了 ${ids.length} 件`, reason: null }
  await writeAudit(tx, { townId, personId, what: '撤回补录的以前的建议', ...entry }, now)
  return noteTakenBack(tx, townId, id, personId, now)
}

async function refuseWhereGoneOn(tx: Tx, townId: string, ids: readonly string[]) {
  const rows = await tx.query<{ subject: string }[]>(
    `SELECT s.subject FROM suggestion s JOIN matter m ON m.id = s.id
     WHERE s.town_id = ? AND s.id IN (${marks(ids)})
       AND (m.version > 0 OR ${builtOn.map((one) => `EXISTS (${one})`).join(' OR ')})
     ORDER BY s.suggestion_no, s.id LIMIT ${mostNamed + 1}`,
    [townId, ...ids],
  )
  if (rows.length === 0) return
  const named = rows.slice(0, mostNamed).map(({ subject }) => `《${subject}》`)
  const more = rows.length > mostNamed ? '等' : ''
  throw new Refusal(
    'built_upon',
    {},
    `不能整个撤回：${named.join('、')}${more}补录以后已经有人办过，或者有别的事接着它。写错的请在那一件里改。`,
  )
}

async function remove(tx: Tx, townId: string, ids: readonly string[]) {
  const those = `IN (${marks(ids)})`
  const checks = await tx.query<{ id: string }[]>(
    `SELECT id FROM content_check WHERE town_id = ? AND suggestion_id ${those}`,
    [townId, ...ids],
  )
  const checkIds = checks.map((check) => check.id)
  const all = [...ids, ...checkIds]
  for (const table of byMatter) await tx.query(`DELETE FROM ${table} WHERE matter_id IN (${marks(all)})`, all)
  if (checkIds.length > 0) {
    const ofChecks = `IN (${marks(checkIds)})`
    await tx.query(`DELETE FROM matter WHERE kind = ? AND id ${ofChecks}`, [
      contentCheckTable.kind,
      ...checkIds,
    ])
    await tx.query(`DELETE FROM content_check WHERE id ${ofChecks}`, checkIds)
  }
  for (const table of bySuggestion)
    await tx.query(`DELETE FROM ${table} WHERE suggestion_id ${those}`, [...ids])
  await tx.query(`DELETE FROM suggestion WHERE town_id = ? AND id ${those}`, [townId, ...ids])
  // A step that somebody takes at this moment moves the version: then nothing of it is kept.
  await tx.query(`DELETE FROM matter WHERE town_id = ? AND kind = ? AND version = 0 AND id ${those}`, [
    ...[townId, suggestionTable.kind, ...ids],
  ])
  const [left] = await tx.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM matter WHERE id ${those}`,
    [...ids],
  )
  if (Number(left?.count) > 0) throw new Refusal('stale')
}
