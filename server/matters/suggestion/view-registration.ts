import { spokenSession } from '../../../shared/registers/congress-sessions'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import type { Origin, Period, Publicity, SuggestionKind } from '../../../shared/words/words'
import type { Reader } from '../../database/source'

/** What a suggestion was registered with beside its text. */
export type Registration = Pick<
  SuggestionView,
  | 'kind'
  | 'origin'
  | 'originOn'
  | 'originPlace'
  | 'originNote'
  | 'wishedUnit'
  | 'publicity'
  | 'fullTextPublic'
  | 'confidential'
  | 'confidentialReason'
  | 'period'
  | 'session'
  | 'agendaDecision'
>

export async function viewRegistration(reader: Reader, id: string): Promise<Registration> {
  const [row] = await reader.query<
    {
      kind: SuggestionKind
      origin: Origin | null
      originOn: string | null
      originPlace: string | null
      originNote: string | null
      unitId: string | null
      unitName: string | null
      publicity: Publicity
      fullTextClearedAt: string | null
      confidential: number
      confidentialReason: string | null
      period: Period | null
      termNo: number | null
      sessionNo: number | null
      agendaDecision: string | null
    }[]
  >(
    `SELECT s.kind, s.origin, s.origin_on AS originOn, s.origin_place AS originPlace, s.origin_note AS originNote, u.id AS unitId, u.name AS unitName, s.publicity,
       s.full_text_cleared_at AS fullTextClearedAt, s.confidential, s.confidential_reason AS confidentialReason,
       s.period, c.term_no AS termNo, c.session_no AS sessionNo, s.agenda_decision AS agendaDecision
     FROM suggestion s
     LEFT JOIN handling_unit u ON u.id = s.wished_unit_id
     LEFT JOIN congress_session c ON c.id = s.congress_session_id
     WHERE s.id = ?`,
    [id],
  )
  if (!row) throw new Error(`suggestion ${id} without a registration`)
  const { unitId, unitName, termNo, sessionNo, fullTextClearedAt, confidential, ...rest } = row
  return {
    ...rest,
    confidential: confidential === 1,
    fullTextPublic: fullTextClearedAt !== null,
    wishedUnit: unitId !== null && unitName !== null ? { id: unitId, name: unitName } : null,
    session: termNo !== null && sessionNo !== null ? spokenSession({ termNo, sessionNo }) : null,
  }
}
