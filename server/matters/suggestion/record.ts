import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { AnyTable } from '../../../shared/grammar/matter'
import { suggestionTable } from '../../../shared/matters/suggestion/table'
import type { Party } from '../../../shared/words/parties'
import type { Reader } from '../../database/source'
import { sqlInstant } from '../../database/sql'
import { readTogether, type RowsOf } from '../../database/together'
import type { MatterRecord, StepTaken } from '../../engine/kind'
import { lastTyped } from '../../engine/typed-for'
import { type HeadRow, type Of, partsOfRecords } from './record-parts'

type Rows = RowsOf<ReturnType<typeof partsOfRecords>>
type Children = {
  [name in Exclude<keyof Rows, 'heads' | 'history' | 'asked'>]: Omit<Rows[name][number], 'of'>[]
}

/** A suggestion with all that the table needs to decide about it, whoever asks. */
export interface SuggestionRecord extends MatterRecord<SuggestionState>, HeadRow, Children {
  /** Where it came from, while it waits for a decision aside of the main line. */
  cameFrom: SuggestionState | null
  /** When the unit last reported how the handling stands. */
  progressReportedAt: string | null
  /** When it was passed on to whoever leads it now. */
  ledSince: string | null
  /** Who objected to the unit last; nobody is named while that step is being taken. */
  objectedBy: { personId?: string | null; party?: Party } | null
  /** When somebody typed that it was handed in. */
  handInTypedAt: string | null
}

const steps: AnyTable['actions'] = suggestionTable.actions

/** So many at once that one statement stays small. */
const atOnce = 200

/** Those of these suggestions that are of the town, in no particular order. */
export async function readRecords(
  reader: Reader,
  townId: string,
  ids: readonly string[],
  step?: StepTaken,
): Promise<SuggestionRecord[]> {
  const records: SuggestionRecord[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await readTogether(reader, partsOfRecords(townId, ids.slice(from, from + atOnce)))
    records.push(...rows.heads.map((head) => recordOf(head, rows, step)))
  }
  return records
}

function recordOf(head: HeadRow, rows: Rows, step?: StepTaken): SuggestionRecord {
  const own = <Row extends Of>(list: readonly Row[]) => list.filter(({ of }) => of === head.id)
  const taken = step && {
    action: step.action,
    fromState: step.from as SuggestionState,
    toState: step.to as SuggestionState,
    at: sqlInstant(step.at),
  }
  const history: Omit<Rows['history'][number], 'of'>[] = [...own(rows.history), ...(taken ? [taken] : [])]
  const lastStep = (step: string) => last(history.filter(({ action }) => action === step)) ?? null
  const lastOf = (step: string) => lastStep(step)?.at ?? null
  return {
    ...head,
    coSignatures: own(rows.coSignatures),
    deciders: own(rows.deciders),
    asked: own(rows.asked),
    consultations: own(rows.consultations).filter(({ roundNo }) => roundNo === head.currentRound),
    returns: own(rows.returns),
    letters: own(rows.letters),
    merged: own(rows.merged),
    residents: own(rows.residents),
    followers: own(rows.followers),
    groupLeaders: own(rows.groupLeaders),
    leadingOfficials: own(rows.leadingOfficials),
    ballots: own(rows.ballots),
    siteReviews: own(rows.siteReviews),
    cameFrom: last(history.filter(cameInto(head.state)))?.fromState ?? null,
    progressReportedAt: lastOf('reportProgress'),
    ledSince: lastOf('passLead'),
    objectedBy: lastStep('objectToUnit'),
    handInTypedAt: lastOf('submitByWord'),
    typed: lastTyped(suggestionTable, history),
  }
}

/** What was put back is where it had come from before. */
const cameInto =
  (state: SuggestionState) =>
  ({ action, fromState, toState }: { action: string; fromState: string; toState: string }) =>
    toState === state && fromState !== state && steps[action]?.putsBack === undefined

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
