import type { Lane, SuggestionRow } from '../../../shared/matters/suggestion/endpoints'
import type { Due } from '../../../shared/grammar/due'
import { openActions } from '../../../shared/grammar/decide'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { listWork } from '../../engine/list'
import { progressDueOf } from './clocks'
import { standingsOf, type SuggestionStanding } from './standing'

/** One page of the suggestions that this person has to do with: the ids from the work list, then the rows of the page. */
export async function listSuggestions(
  reader: Reader,
  actor: Actor,
  lane: Lane,
  cursor: string | undefined,
  now: Date,
): Promise<{ items: SuggestionRow[]; next: string | null }> {
  const { found, next } = await listWork(reader, actor, lane, { kind: 'suggestion' }, cursor, now)
  const ids = found.map(({ id }) => id)
  const standings = new Map(
    (await standingsOf(reader, actor, ids, now)).map((standing) => [standing.record.id, standing]),
  )
  return { items: ids.flatMap((id) => standings.get(id) ?? []).map(presentRow), next }
}

const asDue = (due: Due | null) => (due === null ? null : { on: due.on, urgency: due.urgency })

export function presentRow({ record, due, turn, at, ...standing }: SuggestionStanding): SuggestionRow {
  return {
    id: record.id,
    version: record.version,
    no: record.suggestionNo,
    subject: record.subject,
    state: record.state,
    leadDeputy: record.leadDeputyName,
    unit: record.unitName,
    waitsFor: turn,
    due: asDue(due),
    progressDue: asDue(progressDueOf(record, at)),
    changedAt: isoInstant(record.stateSince),
    keyYear: record.keyYear,
    actions: openActions(suggestionTable, standing),
  }
}
