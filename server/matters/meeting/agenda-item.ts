import { isUnsettled } from '../../../shared/matters/resolution/table'
import { wrongField } from '../../../shared/words/refusals'
import type { MeetingRecord } from './record'
import type { AgendaRow } from './record-parts'

/** @throws Refusal `bad_input` */
export function itemOf({ agenda }: MeetingRecord, id: string) {
  const item = agenda.find((one) => one.id === id)
  if (item === undefined) throw wrongField('agendaItemId', '议程上没有这一项，请重新选择。')
  return item
}

/** 议定事项: of an earlier meeting, and this one has not said yet what became of it. */
export const isToFollowUp = ({ outcome, resolutionState }: AgendaRow) =>
  outcome === null && resolutionState !== null && isUnsettled(resolutionState)

/** What a vote leaves on the agenda: whatever is voted on it, of a resolution it is said what became of it. */
export const outcomeOfVote = (item: AgendaRow) => (isToFollowUp(item) ? null : 'decided')
