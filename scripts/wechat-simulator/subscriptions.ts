import { lookUp } from './lookup'
import { type Template } from './shapes'
import { type State } from './state'

type Subscription = State['subscriptions'][number]

function keyOf({ openid, templateId }: Pick<Subscription, 'openid' | 'templateId'>): string {
  return `${openid} ${templateId}`
}

export function findSubscription(state: State, openid: string, templateId: string): Subscription | undefined {
  return lookUp(state.subscriptions, keyOf({ openid, templateId }), keyOf)
}

/** One accept of a one-time template is one more send, without a time limit (section 3.1, A and C). */
export function addAccept(state: State, openid: string, template: Template, accepts = 1): void {
  let subscription = findSubscription(state, openid, template.id)
  if (!subscription) {
    subscription = { openid, templateId: template.id, remaining: 0, longTerm: false }
    state.subscriptions.push(subscription)
  }
  if (template.type === 3) subscription.longTerm = true
  else subscription.remaining += accepts
}

export function mayReceive(subscription: Subscription | undefined): subscription is Subscription {
  return subscription !== undefined && (subscription.longTerm || subscription.remaining > 0)
}

/** A long-term yes never runs out. */
export function useOneSend(subscription: Subscription): void {
  if (!subscription.longTerm) subscription.remaining -= 1
}

/** The user took the template back in the settings; what was accepted before is gone (assumption 14). */
export function dropSubscriptions(state: State, openid: string, templateIds: string[] | undefined): void {
  state.subscriptions = state.subscriptions.filter(
    (one) => one.openid !== openid || (templateIds !== undefined && !templateIds.includes(one.templateId)),
  )
}
