import { defineMatter } from '../../grammar/matter'
import { afterwards } from './afterwards'
import { attendAsks, attending } from './attending'
import { convening } from './convening'
import { minutes } from './minutes'
import { noting } from './noting'
import { resolving } from './resolving'
import { voting } from './voting'
import { sitting } from './sitting'
import { type MeetingGate, type MeetingParty, type MeetingState, meetingStates as states } from './states'

export { type MeetingGate, type MeetingParty, type MeetingState } from './states'

export const meetingFolder = '/towns/:town/meetings'

/**
 * A meeting deliberates and decides; which kinds there are stands in `kinds.ts`. It decides nothing of other matters by
 * itself: each decision is a step of the matter that it is about.
 */
export const meetingActions = {
  ...convening,
  ...voting,
  ...noting,
  ...resolving,
  ...attending,
  ...sitting,
  ...minutes,
  ...afterwards,
}
export type MeetingAction = keyof typeof meetingActions

export const meetingTable = defineMatter<MeetingState, MeetingAction, MeetingParty, MeetingGate>({
  kind: 'meeting',
  word: '会议',
  first: 'planned',
  states,
  actions: meetingActions,
  asks: attendAsks.plans,
  gates: {
    ...attendAsks.gates,
    leaveAsked: 'no_leave_asked',
    wasAway: 'was_not_away',
    leaveInTime: 'leave_too_late',
    hasAnswered: 'attendance_unsaid',
    minutesAwait: 'no_minutes_await',
    notCalled: 'roll_called',
    rollBegun: 'roll_incomplete',
    rollCalled: 'roll_incomplete',
    somebodyThere: 'nobody_at_meeting',
    itemsLeft: 'no_items_left',
    itemsDecided: 'items_open',
    reviews: 'meeting_votes',
    votes: 'meeting_reviews',
    quorate: 'not_quorate',
    notQuorate: 'is_quorate',
    decides: 'meeting_decides_nothing',
    resolutionsLeft: 'no_resolutions_left',
    agendaOpen: 'agenda_done',
    agendaEnded: 'agenda_open',
    everybodyCalled: 'names_uncalled',
  },
  announced: ['rollCalled', 'itemsDecided', 'agendaEnded', 'everybodyCalled'],
})
