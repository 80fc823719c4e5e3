import { Refusal } from '../../../shared/words/refusals'
import type { SuggestionParty } from '../../../shared/matters/suggestion/states'
import type { Reader } from '../../database/source'
import { atOnce } from '../../database/together'
import type { Asker } from '../../engine/kind'
import { readAround, standingIn, standingOf } from '../../engine/standing'
import { kind } from './kind'
import { readRecords } from './record'
import type { SuggestionStanding } from './stands'

/** @throws Refusal `not_found` where the suggestion is none of the asker's business, or of another town */
export const suggestionStandingOf = async (
  reader: Reader,
  asker: Asker,
  id: string,
  now: Date,
): Promise<SuggestionStanding> => readable(await standingOf(reader, kind, asker, id, now))

/**
 * A member of the group reads and votes on a page of its own.
 * @throws Refusal `not_found`
 */
export function readable(standing: SuggestionStanding): SuggestionStanding {
  if ([...standing.parties].every((party) => party === 'groupMember')) throw new Refusal('not_found')
  return standing
}

/** How somebody stands to each of these suggestions, also to those in which they have no part. */
export async function standingsOf(
  reader: Reader,
  asker: Asker,
  ids: readonly string[],
  now: Date,
): Promise<SuggestionStanding[]> {
  if (ids.length === 0) return []
  const [records, { holders, calendar }] = await atOnce(reader, () =>
    Promise.all([readRecords(reader, asker.townId, ids), readAround<SuggestionParty>(reader, asker, ids)]),
  )
  return records.map((record) =>
    standingIn(kind, record, asker, holders.get(record.id) ?? new Map(), calendar, now),
  )
}
