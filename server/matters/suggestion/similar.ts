import type { SimilarRow } from '../../../shared/matters/suggestion/similar-endpoints'
import { addMonths, beijingDay, startOfDay } from '../../../shared/rules/days'
import { likeness, mostAlike } from '../../../shared/matters/suggestion/similar'
import { mergeTargets } from '../../../shared/matters/suggestion/rows/merging'
import type { Reader } from '../../database/source'
import { isoInstant, marks, sqlInstant } from '../../database/sql'
import type { Actor } from '../../http/actor'
import { isPublicSql } from '../../features/board/public'
import { suggestionStandingOf } from './standing'

const yearsBack = 3
const mostCompared = 500
const mostShown = 5
const mostTargets = 50

type Candidate = Omit<SimilarRow, 'acceptedOn' | 'isPublic'> & { acceptedAt: string; isPublic: number }

const candidatesSql = `
  SELECT s.id, s.suggestion_no AS no, s.subject, p.name AS leadDeputy, sm.state, s.accepted_at AS acceptedAt,
    CASE WHEN ${isPublicSql} THEN 1 ELSE 0 END AS isPublic
  FROM suggestion s JOIN matter sm ON sm.id = s.id JOIN person p ON p.id = s.lead_deputy_id
  WHERE s.town_id = ? AND s.accepted_at IS NOT NULL`

const present = ({ acceptedAt, isPublic, ...row }: Candidate): SimilarRow => ({
  ...row,
  acceptedOn: beijingDay(new Date(isoInstant(acceptedAt))),
  isPublic: isPublic === 1,
})

/** Accepted suggestions of the village, or of the last years, that may be about the same matter. */
export async function readSimilar(
  reader: Reader,
  { townId, person }: Actor,
  own: { subject?: string | undefined; facts?: string | undefined; village?: string | undefined },
  now: Date,
): Promise<SimilarRow[]> {
  const { subject = '', facts = '', village = '' } = own
  if (subject.trim() === '') return []
  const since = startOfDay(addMonths(beijingDay(now), -12 * yearsBack))
  const candidates = await reader.query<Candidate[]>(
    `${candidatesSql} AND (s.village_id = ? OR s.accepted_at >= ?) AND (s.confidential = 0 OR s.lead_deputy_id = ?)
     ORDER BY s.accepted_at DESC LIMIT ${mostCompared}`,
    [townId, village, sqlInstant(since), person?.id ?? ''],
  )
  return mostAlike({ subject, facts }, candidates, mostShown).map(present)
}

/** @throws Refusal `not_found` where the suggestion is none of the asker's business */
export async function readMergeTargets(
  reader: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<SimilarRow[]> {
  const { record } = await suggestionStandingOf(reader, actor, id, now)
  const [text] = await reader.query<{ facts: string }[]>('SELECT facts FROM suggestion WHERE id = ?', [id])
  const own = { subject: record.subject, facts: text?.facts ?? '' }
  const candidates = await reader.query<Candidate[]>(
    `${candidatesSql} AND s.confidential = 0 AND sm.state IN (${marks(mergeTargets)})
     ORDER BY s.accepted_at DESC LIMIT ${mostCompared}`,
    [actor.townId, ...mergeTargets],
  )
  return [...candidates]
    .sort((one, other) => likeness(own, other.subject) - likeness(own, one.subject))
    .slice(0, mostTargets)
    .map(present)
}
