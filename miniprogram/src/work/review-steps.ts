import type { MeetingView } from '../../../shared/matters/meeting/endpoints'
import { meetingActions, type MeetingAction } from '../../../shared/matters/meeting/table'

/** What is decided of one item, in the order of the buttons; what each brings to it stands last. */
const ofItem = [
  ...(['raiseItem', 'mergeItem', 'explainItem', 'askAgainItem', 'dropItem', 'putOffItem', 'bring'] as const),
] satisfies MeetingAction[]
export type ItemAction = (typeof ofItem)[number]

export const isOfItem = (name: string) => (ofItem as readonly string[]).includes(name)

/** The minutes of the last meeting stand with themselves as well. */
const standsBelow = (name: string) => isOfItem(name) || name === 'approveMinutes'

/** A meeting on its page: what is done with one item stands with that item, the other steps at the top. */
export type MeetingShown = MeetingView & { ofItems: ItemAction[]; approves: boolean }

export const splitSteps = (view: MeetingView): MeetingShown => ({
  ...view,
  actions: view.actions.filter((name) => !standsBelow(name)),
  gated: view.gated.filter(({ action }) => !standsBelow(action)),
  approves: view.actions.includes('approveMinutes'),
  ofItems: ofItem.filter((name) => view.actions.includes(name)),
})

export const stepOfItem = (name: ItemAction | 'approveMinutes') => ({ ...meetingActions[name], name })
