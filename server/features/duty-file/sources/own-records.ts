import type { DutyKindName } from '../../../../shared/duty/kinds'
import type { DeedKind } from '../../../../shared/words/visits'
import { quoted } from '../../../database/sql'
import { type Source, sourceRows, typist } from '../source'

/** What deputies note themselves, or the office for those who have no phone. */

const visitsOf = (dutyKind: DutyKindName, isSuch: string): Source => ({
  dutyKind,
  of: 'visit',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 'r.id', on: 'r.visited_on', title: 'v.name', measure: 'r.persons' },
        typedBy: 't.name',
      },
      `FROM visit r LEFT JOIN village v ON v.id = r.village_id ${typist('visit', 'r.deputy_id')}
       WHERE r.town_id = ? AND r.deputy_id = ? AND r.ended_on IS NULL AND ${isSuch}`,
      [whose.townId, whose.personId],
    ),
})

const deedsOf = (dutyKind: DutyKindName, kinds: readonly DeedKind[]): Source => ({
  dutyKind,
  of: 'goodDeed',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 'r.id', on: 'r.done_on', title: 'r.title', typedBy: 't.name' },
        pending: "CASE WHEN r.confirmed = 1 THEN NULL ELSE '等镇人大办核实' END",
      },
      `FROM good_deed r ${typist('goodDeed', 'r.deputy_id')}
       WHERE r.town_id = ? AND r.deputy_id = ? AND r.ended_on IS NULL AND r.deed_kind IN (${quoted(kinds)})`,
      [whose.townId, whose.personId],
    ),
})

export const ownRecords: readonly Source[] = [
  visitsOf('votersVisited', "r.visit_kind <> 'care'"),
  visitsOf('careVisitMade', "r.visit_kind = 'care'"),
  deedsOf('goodDeedDone', ['deed', 'livelihood', 'legalHelp']),
  deedsOf('mediationDone', ['mediation']),
  deedsOf('assistanceGiven', ['household']),
]
