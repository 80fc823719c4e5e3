import type { MeetingView } from '../../../shared/matters/meeting/endpoints'
import { meetingActions, type MeetingAction } from '../../../shared/matters/meeting/table'

/** What is decided of one item, in the order of the buttons; what each brings to it stands last. */
const ofItem = [
  ...(['raiseItem', 'mergeItem', 'explainItem', 'askAgainItem', 'dropItem', 'putOffItem', 'bring'] as const),
] satisfies MeetingAction[]
export type ItemAction = (typeof ofItem)[number]

export const isOfItem = (name: string) => (ofItem as readonly string[]).includes(name)

/** A meeting on its page: what is done with one item stands with that item, the other steps at the top. */
export type MeetingShown = MeetingView & { ofItems: ItemAction[] }

export const splitSteps = (view: MeetingView): MeetingShown => ({
  ...view,
  actions: view.actions.filter((name) => !isOfItem(name)),
  gated: view.gated.filter(({ action }) => !isOfItem(action)),
  ofItems: ofItem.filter((name) => view.actions.includes(name)),
})

export const stepOfItem = (name: ItemAction) => ({ ...meetingActions[name], name })
