import { type State } from './state'
import { type World } from './world'

/** What happened between a user and a template, for a person who wonders why a send was 43101. */
export function writeLedger(
  world: World,
  openid: string,
  templateId: string,
  what: State['ledger'][number]['what'],
): void {
  world.state.ledger.push({ at: world.now(), openid, templateId, what })
}
