import type { WaitingItem } from '../../../shared/api/hand-over'
import { assignableStates } from '../../../shared/matters/suggestion/state-lists'
import type { Day } from '../../../shared/rules/days'
import type { ProfileName } from '../../../shared/rules/profiles'
import { rulesOf } from '../../../shared/rules/rules'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { post } from '../../engine/holders'
import { readCalendar } from '../../engine/read-calendar'
import { firstDeadline } from '../../matters/suggestion/rounds'
import { keptRules, rulesOfMatter } from '../rules/rule-set'

interface Row extends Omit<WaitingItem, 'wishedUnit' | 'deadlineOn'> {
  unitId: string | null
  unitName: string | null
  closedOn: Day | null
  profileName: ProfileName
  overrides: string | null
}

/** All that waits for the office to hand it over, in the order of its numbers; a meeting has one list, however long. */
export async function listToHandOver(reader: Reader, townId: string, on: Day): Promise<WaitingItem[]> {
  const rows = await reader.query<Row[]>(
    `SELECT m.id, m.version, s.suggestion_no AS no, s.subject, p.name AS leadDeputy, v.name AS village,
       u.id AS unitId, u.name AS unitName, c.closed_on AS closedOn, ${keptRules}
     FROM matter m
     JOIN suggestion s ON s.id = m.id
     JOIN town t ON t.id = m.town_id
     JOIN person p ON p.id = s.lead_deputy_id
     LEFT JOIN village v ON v.id = s.village_id
     LEFT JOIN handling_unit u ON u.id = s.wished_unit_id AND u.ended_on IS NULL
     LEFT JOIN congress_session c ON c.id = s.congress_session_id AND s.period = 'inSession'
     ${rulesOfMatter('s')}
     WHERE m.kind = 'suggestion' AND m.state IN (${quoted(assignableStates)}) AND m.town_id = ?
       AND EXISTS (SELECT 1 FROM matter_holder h WHERE h.matter_id = m.id AND h.holder = ? AND h.lane = 'mine')
     ORDER BY s.suggestion_no, m.id`,
    [townId, post('congressOffice')],
  )
  const calendar = await readCalendar(reader, townId)
  return rows.map(({ unitId, unitName, closedOn, profileName, overrides, ...row }) => ({
    ...row,
    wishedUnit: unitId === null || unitName === null ? null : { id: unitId, name: unitName },
    deadlineOn: firstDeadline(
      rulesOf({ profileName, overrides }),
      { handedOverOn: on, sessionClosedOn: closedOn },
      calendar,
    ),
  }))
}
