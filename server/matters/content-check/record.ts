import {
  type ContentCheckGate,
  type ContentCheckParty,
  type ContentCheckState,
  type ContentKind,
  sentenceKinds,
} from '../../../shared/matters/content-check/table'
import type { Standing } from '../../../shared/grammar/decide'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'

export interface CheckRecord {
  id: string
  townId: string
  suggestionId: string | null
  suggestionNo: string | null
  /** Of the suggestion; null where it belongs to none. */
  subject: string | null
  placeId: string | null
  /** JSON. */
  found: string | null
  kind: ContentKind
  text: string | null
  photoId: string | null
  personId: string | null
  writerName: string | null
  version: number
  state: ContentCheckState
  stateSince: string
  writtenAt: string
  reason: string | null
}
export type CheckAsker = Actor | { townId: string; system: true }
export type CheckStanding = Standing<ContentCheckState, ContentCheckParty, ContentCheckGate> & {
  check: CheckRecord
}

/** Begins every read of checks; the town wall is its first condition. */
export const checkSql = `
  SELECT k.id, k.town_id AS townId, k.suggestion_id AS suggestionId, s.suggestion_no AS suggestionNo, s.subject,
    k.place_id AS placeId, k.found, k.kind, k.text, k.photo_id AS photoId, k.person_id AS personId, p.name AS writerName, k.version, k.state,
    k.state_since AS stateSince, k.written_at AS writtenAt, k.reason
  FROM content_check k LEFT JOIN suggestion s ON s.id = k.suggestion_id
  LEFT JOIN person p ON p.id = k.person_id
  WHERE k.town_id = ?`

/** @throws Refusal `not_found` where it is none of the asker's business, or of another town */
export async function checkStandingOf(reader: Reader, asker: CheckAsker, id: string): Promise<CheckStanding> {
  const [check] = await reader.query<CheckRecord[]>(`${checkSql} AND k.id = ?`, [asker.townId, id])
  if (!check) throw new Refusal('not_found')
  const standing = standingIn(check, asker)
  if (standing.parties.size === 0) throw new Refusal('not_found')
  return standing
}

export function standingIn(check: CheckRecord, asker: CheckAsker): CheckStanding {
  const self = 'system' in asker ? undefined : asker.person?.id
  const open = new Set<ContentCheckGate>(isSentence(check.kind) ? ['isWords'] : [])
  if (self === undefined || self !== check.personId) open.add('writtenByAnother')
  return { check, state: check.state, open, parties: partiesOf(check, asker) }
}

const isSentence = (kind: ContentKind) => (sentenceKinds as readonly ContentKind[]).includes(kind)

function partiesOf(check: CheckRecord, asker: CheckAsker): Set<ContentCheckParty> {
  if ('system' in asker) return new Set(['system'])
  const parties = new Set<ContentCheckParty>()
  if (asker.person && asker.person.id === check.personId) parties.add('writer')
  if (asker.roles.includes('congressOffice')) parties.add('congressOffice')
  if (asker.roles.includes('presidiumMember')) parties.add('presidium')
  return parties
}
