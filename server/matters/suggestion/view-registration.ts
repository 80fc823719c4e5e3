import { spokenSession } from '../../../shared/registers/congress-sessions'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { Named } from '../../../shared/grammar/endpoint'
import type { Origin, Period, Publicity, SuggestionKind } from '../../../shared/words/words'
import { part } from '../../database/together'
import { areaNameSql } from '../../features/places/areas'

/** The text of a suggestion, and what it was registered with. */
export type Registration = Pick<
  SuggestionView,
  | 'facts'
  | 'proposal'
  | 'conclusion'
  | 'village'
  | 'area'
  | 'kind'
  | 'origin'
  | 'originOn'
  | 'originPlace'
  | 'originNote'
  | 'wishedUnit'
  | 'publicity'
  | 'fullTextPublic'
  | 'presidiumFirst'
  | 'confidential'
  | 'confidentialReason'
  | 'period'
  | 'session'
  | 'agendaDecision'
>

interface Row {
  facts: string
  proposal: string
  conclusion: string | null
  villageId: string | null
  villageName: string | null
  areaId: string | null
  areaName: string | null
  kind: SuggestionKind
  origin: Origin | null
  originOn: string | null
  originPlace: string | null
  originNote: string | null
  unitId: string | null
  unitName: string | null
  publicity: Publicity
  fullTextPublic: number
  presidiumFirst: number
  confidential: number
  confidentialReason: string | null
  period: Period | null
  termNo: number | null
  sessionNo: number | null
  agendaDecision: string | null
}

export const registration = (id: string) =>
  part<Row>({
    columns: {
      facts: 's.facts',
      proposal: 's.proposal',
      conclusion: 's.conclusion',
      villageId: 'v.id',
      villageName: 'v.name',
      areaId: 'a.id',
      areaName: areaNameSql('a', 'n'),
      kind: 's.kind',
      origin: 's.origin',
      originOn: 's.origin_on',
      originPlace: 's.origin_place',
      originNote: 's.origin_note',
      unitId: 'u.id',
      unitName: 'u.name',
      publicity: 's.publicity',
      fullTextPublic: 'CASE WHEN s.full_text_cleared_at IS NULL THEN 0 ELSE 1 END',
      presidiumFirst: 's.presidium_first',
      confidential: 's.confidential',
      confidentialReason: 's.confidential_reason',
      period: 's.period',
      termNo: 'c.term_no',
      sessionNo: 'c.session_no',
      agendaDecision: 's.agenda_decision',
    },
    from: `FROM suggestion s
      LEFT JOIN village v ON v.id = s.village_id
      LEFT JOIN area a ON a.id = s.area_id
      LEFT JOIN area n ON n.id = a.area_id
      LEFT JOIN handling_unit u ON u.id = s.wished_unit_id
      LEFT JOIN congress_session c ON c.id = s.congress_session_id
      WHERE s.id = ?`,
    order: 's.id',
    parameters: [id],
  })

export function presentRegistration(rows: readonly Row[]): Registration {
  const [row] = rows
  if (!row) throw new Error('a suggestion without a registration')
  const { villageId, villageName, areaId, areaName, unitId, unitName, termNo, sessionNo, ...rest } = row
  return {
    ...rest,
    confidential: row.confidential === 1,
    presidiumFirst: Number(row.presidiumFirst) === 1,
    fullTextPublic: row.fullTextPublic === 1,
    village: named(villageId, villageName),
    area: named(areaId, areaName),
    wishedUnit: named(unitId, unitName),
    session: termNo !== null && sessionNo !== null ? spokenSession({ termNo, sessionNo }) : null,
  }
}

const named = (id: string | null, name: string | null): Named | null =>
  id !== null && name !== null ? { id, name } : null
