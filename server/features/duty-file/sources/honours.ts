import { type Source, sourceRows } from '../source'

/** 表彰: granted to the deputy, or to a suggestion that they proposed first. What a group was given is nobody's own. */
const awards: Source = {
  dutyKind: 'awardReceived',
  of: 'award',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 'a.id', on: 'a.decided_on', note: 'a.certificate_no' },
        title: `CONCAT(a.year, ' 年', a.title, CASE WHEN s.id IS NULL THEN '' ELSE CONCAT('：', s.subject) END)`,
        restricted: 'COALESCE(s.confidential, 0)',
      },
      `FROM award a JOIN matter m ON m.id = a.id AND m.state = 'granted'
         LEFT JOIN suggestion s ON s.id = a.suggestion_id
       WHERE a.town_id = ? AND COALESCE(a.person_id, s.lead_deputy_id) = ?`,
      [whose.townId, whose.personId],
    ),
}

export const honours: readonly Source[] = [awards]
