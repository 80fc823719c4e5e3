import { sortTells, summaryTable } from '../../../shared/matters/deliberation-summary/table'
import { type NoteKind, spokenNotes } from '../../../shared/matters/deliberation-summary/words'
import { addWorkingDays } from '../../../shared/rules/calendar'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { rulesOf } from '../../../shared/rules/rules'
import { DeliberationSummary } from '../../database/entities/matters/deliberation-summary'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { systemOf } from '../../engine/kind'
import { tellParties } from '../../engine/tell-parties'
import { ruleSetNow } from '../../features/rules/rule-set'
import { kind } from './kind'
import type { SummaryRecord } from './record'

/** The meeting is over, and something was said that is to be answered: the office sorts it. */
export async function startSummary(
  tx: Tx,
  {
    townId,
    meetingId,
    notes,
  }: { townId: string; meetingId: string; notes: readonly { noteKind: NoteKind }[] },
  now: Date,
) {
  const id = newId()
  const ruleSetId = await ruleSetNow(tx, townId, now)
  await tx.insert(DeliberationSummary, {
    ...{ id, townId, meetingId, ruleSetId },
    ...{ unitId: null, dueOn: null, sentBack: false },
  })
  const result = spokenNotes(notes)
  const first = { party: 'system', personId: null, note: result } as const
  const { record, holders, calendar } = await begin(tx, kind, { id, townId }, first, now)
  const own = record as SummaryRecord
  const today = beijingDay(now)
  const by = addWorkingDays(today, rulesOf(own).examinationWorkingDays, calendar)
  await tellParties(
    tx,
    { tells: sortTells, pushes: { congressOffice: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker: systemOf(townId), now },
      turn: summaryTable.states.sorting.waitsFor,
      words: { ...kind.words(own, now), result, deadline: spokenDay(by, today) },
    },
  )
}
