import {
  contentCheckActions,
  type ContentCheckState,
  contentCheckTable,
  type ContentKind,
} from '../../../shared/matters/content-check/table'
import type { Found } from '../../../shared/personal-data/personal-data'
import type { Calendar } from '../../../shared/rules/calendar'
import type { KeptRules } from '../../../shared/rules/rules'
import { ContentCheck } from '../../database/entities/matters/content-check'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { part } from '../../database/together'
import { beginKnown } from '../../engine/begin-known'
import { systemOf } from '../../engine/kind'
import { kindNamed } from '../../engine/known-kinds'
import { tellParties } from '../../engine/tell-parties'
import type { Place } from './look-for'
import type { CheckRecord } from './record'

/** Where what is written belongs, and whose it is. */
export interface Written extends Place {
  /** Null where the system passes on what somebody wrote elsewhere. */
  personId: string | null
  calendar: Calendar
  now: Date
}

/** What a check takes over from the matter that it is about, and the rules of the town. */
export interface About extends KeptRules {
  no: string | null
  subject: string | null
}
export const aboutPart = ({ townId, suggestionId }: Pick<Written, 'townId' | 'suggestionId'>) =>
  part<About>({
    columns: {
      no: 's.suggestion_no',
      subject: 's.subject',
      profileName: 'COALESCE(rs.profile, t.profile)',
      overrides: 'rs.overrides',
    },
    from: `FROM town t LEFT JOIN rule_set rs ON rs.id = t.rule_set_id LEFT JOIN suggestion s ON s.id = ?
      WHERE t.id = ?`,
    order: 't.id',
    parameters: [suggestionId, townId],
  })

export interface NewCheck {
  kind: ContentKind
  text: string | null
  photoId: string | null
  placeId: string | null
  found: readonly Found[]
  /** Where nothing was found; `held`: only a person can look at it. */
  otherwise: Extract<ContentCheckState, 'pending' | 'passed' | 'held'>
  /** Of which suggestion, where many begin together. */
  of?: { suggestionId: string | null; no: string | null; subject: string | null }
}

/**
 * All checks of one step at once. What was found in them waits for a second person, who is told; of many that begin together
 * they read in the list. @returns their ids
 */
export async function beginChecks(
  tx: Tx,
  written: Written,
  about: About,
  checks: readonly NewCheck[],
): Promise<string[]> {
  if (checks.length === 0) return []
  const { townId, personId, calendar, now } = written
  const records = checks.map((check) => recordOf(written, about, check))
  await insertMany(
    tx,
    ContentCheck,
    records.map(({ id, suggestionId, kind, text, photoId, placeId, found }) => ({
      ...{ id, townId, suggestionId, kind, text, photoId, placeId, personId, found },
      ...{ writtenAt: now, checkAfter: now, lookedAt: now, traceId: null, reason: null },
    })),
  )
  const kind = kindNamed(contentCheckTable.kind)
  const isHeld = ({ state }: CheckRecord) => state === 'held'
  const held = { action: 'hold', party: 'system', personId: null } as const
  const holders = await beginKnown(
    tx,
    kind,
    records.map((record) => (isHeld(record) ? { record, event: held } : { record })),
    calendar,
    now,
  )
  for (const [index, record] of records.entries())
    if (isHeld(record) && checks[index]?.of === undefined)
      await tellParties(tx, contentCheckActions.hold, {
        ...{ kind, record, holders: holders[index] ?? {}, action: 'hold', asker: systemOf(townId), now },
        turn: contentCheckTable.states[record.state].waitsFor,
        words: kind.words(record, now),
      })
  return records.map(({ id }) => id)
}

const recordOf = (
  { townId, suggestionId, personId, now }: Written,
  { no, subject, ...rules }: About,
  { found, otherwise, of = { suggestionId, no, subject }, ...what }: NewCheck,
): CheckRecord => ({
  ...{ id: newId(), townId, version: 0, stateSince: sqlInstant(now), writtenAt: sqlInstant(now) },
  ...{ suggestionId: of.suggestionId, suggestionNo: of.no, subject: of.subject },
  ...{ personId, blurredId: null, writerName: null, reason: null },
  ...rules,
  ...what,
  state: found.length > 0 || otherwise === 'held' ? 'held' : otherwise,
  found: found.length > 0 ? JSON.stringify(found) : null,
})
