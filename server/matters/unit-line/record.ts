import type { UnitLineState } from '../../../shared/matters/unit-line/table'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

/** As it is kept, with where it stands. */
export interface UnitLineRecord extends MatterRecord<UnitLineState> {
  subject: string
  text: string
  deputyId: string
  deputy: string
  deputyOfTownship: number
  unitId: string
  unit: string
  villageId: string | null
  village: string | null
  suggestionId: string | null
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ subject: 'l.subject', text: 'l.text', deputyId: 'l.deputy_id', deputy: 'p.name' },
  deputyOfTownship: `CASE WHEN ${isTownshipDeputy('l.deputy_id')} THEN 1 ELSE 0 END`,
  ...{ unitId: 'l.unit_id', unit: 'u.name', villageId: 'l.village_id', village: 'v.name' },
  suggestionId: 'l.suggestion_id',
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

export async function readUnitLine(
  reader: Reader,
  townId: string,
  id: string,
): Promise<UnitLineRecord | undefined> {
  const { found } = await readTogether(reader, {
    found: part<UnitLineRecord>({
      columns,
      from: `FROM unit_line l JOIN matter m ON m.id = l.id JOIN person p ON p.id = l.deputy_id
        JOIN handling_unit u ON u.id = l.unit_id LEFT JOIN village v ON v.id = l.village_id
        JOIN town t ON t.id = l.town_id ${rulesOfMatter('l')} WHERE l.town_id = ? AND l.id = ?`,
      order: 'l.id',
      parameters: [townId, id],
    }),
  })
  return found[0]
}
