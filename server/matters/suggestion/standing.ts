import type { Calendar } from '../../../shared/rules/calendar'
import type { Due } from '../../../shared/grammar/due'
import { type Standing, turnOf } from '../../../shared/grammar/decide'
import { Refusal } from '../../../shared/words/refusals'
import { rulesOf } from '../../../shared/rules/rules'
import type {
  SuggestionGate,
  SuggestionParty,
  SuggestionState,
} from '../../../shared/matters/suggestion/states'
import { statesOfAppraisal } from '../../../shared/matters/suggestion/rows/group-appraisal'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Reader } from '../../database/source'
import { readCalendar } from '../../engine/read-calendar'
import { dueOfRecord, factsOf, gatesOf } from './gates'
import { progressDueOf } from './progress-due'
import { type Asker, recordSql, type SuggestionRecord } from './record'

export type SuggestionStanding = Standing<SuggestionState, SuggestionParty, SuggestionGate> & {
  suggestion: SuggestionRecord
  /** Whose turn it is. */
  turn: SuggestionParty | null
  due: Due | null
  /** When the next progress report is due; null where no unit has it in hand. */
  progressDue: Due | null
  /** By which the town works. */
  calendar: Calendar
}

/** @throws Refusal `not_found` where the suggestion is none of the asker's business, or of another town */
export async function standingOf(
  reader: Reader,
  asker: Asker,
  id: string,
  now: Date,
): Promise<SuggestionStanding> {
  const { sql, parameters } = recordSql(asker)
  const [record] = await reader.query<SuggestionRecord[]>(`${sql} AND s.id = ?`, [...parameters, id])
  if (!record) throw new Refusal('not_found')
  const standing = standingIn(record, asker, now, await readCalendar(reader, asker.townId))
  if (standing.parties.size === 0) throw new Refusal('not_found')
  return standing
}

export function standingIn(
  record: SuggestionRecord,
  asker: Asker,
  now: Date,
  calendar: Calendar,
): SuggestionStanding {
  const rules = rulesOf(record)
  const open = gatesOf(record, rules, calendar, now)
  return {
    suggestion: record,
    state: record.state,
    turn: turnOf(suggestionTable, record.state, open),
    due: dueOfRecord(record, rules, calendar, now),
    progressDue: progressDueOf(record, rules, calendar, now),
    calendar,
    parties: partiesOf(record, asker),
    open,
    facts: factsOf(record, rules),
  }
}

function partiesOf(record: SuggestionRecord, asker: Asker): Set<SuggestionParty> {
  if ('system' in asker) return new Set(['system'])
  const holds: Record<Exclude<SuggestionParty, 'system'>, boolean> = {
    leadDeputy: record.leadDeputyId === asker.person?.id,
    coSigner: record.mySignature === 'signed' || record.mySignature === 'askedAgain',
    // Whoever declined may still change their mind while the text is open.
    invitee: record.mySignature !== null && ['open', 'askedAgain', 'declined'].includes(record.mySignature),
    // A draft is the deputy's own until it is handed in.
    congressOffice: asker.roles.includes('congressOffice') && record.submittedAt !== null,
    presidium: asker.roles.includes('presidiumMember') && record.submittedAt !== null,
    leadUnit: record.leadUnitId !== null && asker.unitIds.includes(record.leadUnitId),
    coUnit: record.inCoUnit > 0,
    formerUnit: record.inFormerUnit > 0,
    letterUnit: record.inLetterUnit > 0,
    mergedDeputy: record.myMerged > 0,
    // Before there is a result to appraise, or where it is confidential, the group has nothing to do with it.
    groupLeader:
      record.leadsGroup > 0 && record.confidential === 0 && statesOfAppraisal.includes(record.state),
    // Reads and votes on a page of its own.
    groupMember: false,
    resident: record.isResident > 0,
  }
  return new Set((Object.keys(holds) as (keyof typeof holds)[]).filter((party) => holds[party]))
}
