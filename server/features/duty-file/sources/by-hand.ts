import { handKinds } from '../../../../shared/duty/kinds'
import type { Source } from '../source'
import { sourceRows } from '../source'

/** 补记: what no other part of the house saw, by its kind; until the office has looked it does not count. */
export const byHand: readonly Source[] = handKinds.map((dutyKind) => ({
  dutyKind,
  of: 'dutyRecord',
  rows: (whose) =>
    sourceRows(
      whose,
      {
        ...{ id: 'r.id', on: 'r.done_on', title: 'r.subject' },
        ...{ note: "'补记'", organiser: 'r.organiser' },
        pending: `CASE m.state WHEN 'submitted' THEN '待核实' WHEN 'returned' THEN '请补充' ELSE NULL END`,
        typedBy: 't.name',
      },
      `FROM duty_record r JOIN matter m ON m.id = r.id AND m.state IN ('submitted', 'returned', 'confirmed')
       LEFT JOIN matter_event e ON e.matter_id = r.id AND e.kind = 'dutyRecord' AND e.version = 0
         AND e.town_id = r.town_id
       LEFT JOIN person t ON t.id = e.person_id AND t.id <> r.deputy_id
       WHERE r.town_id = ? AND r.deputy_id = ? AND r.duty_kind = '${dutyKind}'`,
      [whose.townId, whose.personId],
    ),
}))
