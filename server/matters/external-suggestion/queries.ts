import type { ExternalView } from '../../../shared/matters/external-suggestion/endpoints'
import type { ExternalParty } from '../../../shared/matters/external-suggestion/table'
import type { Day } from '../../../shared/rules/days'
import type { ExternalEntry } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { standingNow } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import { kind } from './kind'

/** Every deputy of the town reads of it what its carrier reads. @throws Refusal `not_found` */
export async function viewExternal(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ExternalView> {
  const standing = await standingNow(reader, kind, actor, id, now)
  const { record } = standing
  const parties = standing.parties.size > 0 ? standing.parties : new Set<ExternalParty>(['carrier'])
  const entries = await reader.query<
    { id: string; kind: ExternalEntry; heldOn: Day; note: string; author: string | null }[]
  >(
    `SELECT e.id, e.entry_kind AS kind, e.held_on AS heldOn, e.note, p.name AS author
     FROM external_suggestion_entry e LEFT JOIN person p ON p.id = e.person_id
     WHERE e.external_suggestion_id = ? ORDER BY e.held_on, e.at, e.id`,
    [id],
  )
  return {
    ...(await viewMatter(reader, kind, { ...standing, parties }, now)),
    repliedOn: record.repliedOn,
    outcome: record.outcome,
    satisfaction: record.satisfaction,
    publicResult: record.publicResult,
    fromOpinion: record.opinionId !== null,
    entries: entries.map(({ heldOn, author, ...entry }) => ({ ...entry, on: heldOn, by: author ?? '' })),
  }
}
