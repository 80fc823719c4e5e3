import type { PetitionState } from '../../../shared/matters/petition/table'
import {
  type PetitionKind,
  type PetitionOffice,
  petitionOffices,
} from '../../../shared/matters/petition/words'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

/** As it is kept; what is sealed stays shut here. */
export interface PetitionRecord extends MatterRecord<PetitionState> {
  no: string
  petitionKind: PetitionKind
  residentId: string
  sealed: string
  named: number
  hasPhone: number
  aboutOffice: number
  handlerId: string | null
  aboutUnitId: string | null
  aboutUnit: string | null
  office: PetitionOffice | null
  referredWhere: string | null
  theirReceipt: string | null
  /** When it was passed on to whoever handles it now. */
  referredOn: Day | null
  summary: string | null
  noticedOn: Day | null
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ no: 'k.no', petitionKind: 'k.petition_kind', residentId: 'k.resident_id', sealed: 'k.sealed' },
  ...{ named: 'k.named', hasPhone: 'k.has_phone', aboutOffice: 'k.about_office', handlerId: 'k.handler_id' },
  ...{ aboutUnitId: 'k.about_unit_id', aboutUnit: 'u.name', office: 'k.office' },
  ...{ referredWhere: 'k.referred_where', theirReceipt: 'k.their_receipt', summary: 'k.summary' },
  ...{ referredOn: 'k.referred_on', noticedOn: 'k.noticed_on' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

export async function readPetition(reader: Reader, townId: string, id: string) {
  const { found } = await readTogether(reader, {
    found: part<PetitionRecord>({
      columns,
      from: `FROM petition k JOIN matter m ON m.id = k.id JOIN town t ON t.id = k.town_id ${rulesOfMatter('k')}
        LEFT JOIN handling_unit u ON u.id = k.about_unit_id WHERE k.town_id = ? AND k.id = ?`,
      order: 'k.id',
      parameters: [townId, id],
    }),
  })
  return found[0]
}

/** Who handles it, in words. */
export const officeNamed = ({ office }: Pick<PetitionRecord, 'office'>) =>
  office === null ? undefined : petitionOffices[office]
