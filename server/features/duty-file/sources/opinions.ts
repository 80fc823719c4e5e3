import { type Source, sourceRows } from '../source'

/** 回复群众: one a message of a resident, however often it was answered; whose it is and what it says stands nowhere. */
const answered: Source = {
  dutyKind: 'opinionAnswered',
  of: 'opinion',
  rows: (whose) =>
    sourceRows(
      whose,
      { id: 'o.id', at: 'a.at', title: 'v.name' },
      `FROM opinion_message a JOIN resident_opinion o ON o.id = a.resident_opinion_id AND o.town_id = ?
         LEFT JOIN village v ON v.id = o.village_id
       WHERE a.deputy_id = ? AND a.author = 'deputy' AND a.withheld = 0 AND NOT EXISTS (
         SELECT 1 FROM opinion_message x WHERE x.resident_opinion_id = o.id AND x.position < a.position
           AND x.deputy_id = a.deputy_id AND x.author = 'deputy' AND x.withheld = 0)`,
      [whose.townId, whose.personId],
    ),
}

export const opinions: readonly Source[] = [answered]
