import { defineMatter } from '../../grammar/matter'
import { preparing } from './preparing'
import { sitting } from './sitting'
import {
  type ReportMeetingGate,
  type ReportMeetingParty,
  type ReportMeetingState,
  reportMeetingStates as states,
} from './states'

export { type ReportMeetingGate, type ReportMeetingParty, type ReportMeetingState } from './states'

export const reportMeetingFolder = '/towns/:town/report-meetings'

export const reportMeetingActions = { ...preparing, ...sitting }
export type ReportMeetingAction = keyof typeof reportMeetingActions

/**
 * 述职评议会: the deputies of one district report to those who elected them, and the voters in the room say what they
 * think. A vote is no step of it: it moves nothing and stands in no history.
 */
export const reportMeetingTable = defineMatter<
  ReportMeetingState,
  ReportMeetingAction,
  ReportMeetingParty,
  ReportMeetingGate
>({
  kind: 'dutyReportMeeting',
  word: '述职评议会',
  first: 'planned',
  states,
  actions: reportMeetingActions,
  gates: { dayCame: 'report_ahead', countsAgree: 'counts_open', othersLeft: 'last_report' },
  announced: [],
})

/** What is said of a new one. */
export const plannedTells = {
  reportingDeputy: '{year} 年请您向选民述职：{subject}。日子定了再告诉您，述职稿现在就可以写。',
} as const
