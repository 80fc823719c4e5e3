import type { RectificationState } from '../../../shared/matters/rectification/table'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

/** As it is kept, with where it stands. */
export interface RectificationRecord extends MatterRecord<RectificationState> {
  activityId: string
  inspection: string
  site: string | null
  seen: string
  problem: string
  lawArticle: string | null
  unitId: string
  unit: string
  dueOn: Day
  result: string | null
  /** Whoever was at the inspection. */
  attendees: string[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ activityId: 'f.activity_id', inspection: 'v.title', site: 'f.site', seen: 'f.seen' },
  ...{ problem: 'f.problem', lawArticle: 'f.law_article', unitId: 'f.unit_id', unit: 'u.name' },
  ...{ dueOn: 'f.due_on', result: 'f.result' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

export async function readRectification(
  reader: Reader,
  townId: string,
  id: string,
): Promise<RectificationRecord | undefined> {
  const { found, came } = await readTogether(reader, {
    found: part<Omit<RectificationRecord, 'attendees'>>({
      columns,
      from: `FROM finding f JOIN matter m ON m.id = f.id JOIN activity v ON v.id = f.activity_id
        JOIN handling_unit u ON u.id = f.unit_id JOIN town t ON t.id = f.town_id ${rulesOfMatter('f')}
        WHERE f.town_id = ? AND f.id = ?`,
      order: 'f.id',
      parameters: [townId, id],
    }),
    came: part<{ id: string; position: number }>({
      columns: { id: 's.person_id', position: 's.position' },
      from: 'FROM finding f JOIN activity_person s ON s.activity_id = f.activity_id AND s.came = 1 WHERE f.id = ?',
      order: 's.position, s.person_id',
      parameters: [id],
    }),
  })
  const [row] = found
  return row && { ...row, attendees: came.map((one) => one.id) }
}
