import { drawHex8 } from '../chance'
import { type App } from '../shapes'
import { type State } from '../state'
import { pause, type World } from '../world'
import { type Event } from './events'
import { post } from './post'
import { type Push, type PushFault } from './push-shapes'
import { makeWire } from './wire'

/** Three deliveries in all (section 6, B). */
const mostAttempts = 3
const lateMs = 35 * 60_000
/** The newest events that are kept; those still on their way are never dropped. */
const keptPushes = 5000

function isSettled(push: Push | undefined): boolean {
  return push?.stage === 'delivered' || push?.stage === 'givenUp'
}

/** What can happen to an event on its way; the other kinds change what it says. */
const onTheWay: PushFault['kind'][] = [
  'duplicated',
  'reordered',
  'delayed',
  'wrongSignature',
  'wrongAppid',
  'oldTimestamp',
  'lost',
]

/** The oldest fault of these kinds waiting for this event, used up by it. */
export function takePushFault(
  { pushFaults }: State,
  event: string,
  kinds: PushFault['kind'][],
): PushFault['kind'] | undefined {
  const fault = pushFaults.find(
    (one) => (one.event === undefined || one.event === event) && kinds.includes(one.kind),
  )
  if (!fault) return undefined
  const left = (fault.times ?? 1) - 1
  if (left > 0) fault.times = left
  else pushFaults.splice(pushFaults.indexOf(fault), 1)
  return fault.kind
}

function isReady(world: World, push: Push): boolean {
  return push.stage === 'waiting' && !push.held && world.now() >= push.dueAt
}

/** Whoever was overtaken goes next. */
function releaseHeld(world: World, past: Push): Promise<unknown> {
  const held = world.state.pushes.filter((one) => one.held && one !== past)
  for (const push of held) push.held = false
  return Promise.all(held.map((push) => deliver(world, push)))
}

/** Delivers once. What nobody answered goes again at once, what was refused when five seconds are over (assumption 38). */
async function deliver(world: World, push: Push): Promise<void> {
  const app = world.state.apps.find(({ appid }) => appid === push.appid)
  if (!app?.push || push.stage !== 'waiting' || push.held) return
  push.stage = 'delivering'
  const attempt = await post(world, app, app.push, push)
  push.attempts.push(attempt)
  if (attempt.accepted) push.stage = 'delivered'
  else if (push.attempts.length >= mostAttempts) push.stage = 'givenUp'
  else {
    push.stage = 'waiting'
    schedule(world, push, attempt.status === null ? 0 : world.state.pushTimeoutMs)
    return
  }
  await releaseHeld(world, push)
}

/** The time may pass on the wall or by `POST /__sim/clock`, whichever is first. */
function schedule(world: World, push: Push, delayMs: number): void {
  push.dueAt = world.now() + delayMs
  const { pushes } = world.state
  // A reset or a restored snapshot has another list.
  const isCurrent = () => !world.closing.aborted && world.state.pushes === pushes
  void pause(world, delayMs).then(() => (isCurrent() ? deliver(world, push) : undefined))
}

/** Delivers what is due by the clock and waits for the answers; `all` does not look at the clock. */
export async function deliverDue(world: World, which: 'due' | 'all' = 'due'): Promise<void> {
  const { pushes } = world.state
  if (which === 'all') for (const push of pushes) push.held = false
  const ready = pushes.filter((push) => (which === 'all' ? push.stage === 'waiting' : isReady(world, push)))
  await Promise.all(ready.map((push) => deliver(world, push)))
}

function keep(world: World, push: Omit<Push, 'id' | 'stage' | 'attempts' | 'dueAt'>, delayMs: number): Push {
  const kept: Push = {
    ...push,
    id: drawHex8(world.state),
    dueAt: world.now() + delayMs,
    stage: 'waiting',
    attempts: [],
  }
  const { pushes } = world.state
  pushes.push(kept)
  if (pushes.length > keptPushes && isSettled(pushes[0])) pushes.shift()
  return kept
}

/**
 * Puts an event on its way. Without a delay it is delivered before this returns, which is how a sent event
 * comes before the reply of its send (section 9.6).
 */
export async function pushEvent(world: World, app: App, event: Event, delayMs = 0): Promise<void> {
  if (!app.push) return
  const fault = takePushFault(world.state, event.name, onTheWay)
  if (fault === 'lost') return
  const { appid } = app
  const { name, openid } = event
  const wire = makeWire(world, app, app.push, event, fault)
  const held = fault === 'reordered'
  const wait = fault === 'delayed' ? lateMs : delayMs
  const made = [keep(world, { appid, event: name, openid, held, ...wire }, wait)]
  if (fault === 'duplicated') made.push(keep(world, { appid, event: name, openid, held, ...wire }, wait))
  if (wait > 0) for (const push of made) schedule(world, push, wait)
  else await Promise.all(made.map((push) => deliver(world, push)))
}

/** The same query and body as some time ago, as one who listened in would send them. */
export async function replay(world: World, push: Push): Promise<void> {
  const { appid, event, openid, message, query, body } = push
  await deliver(world, keep(world, { appid, event, openid, message, query, body, held: false }, 0))
}
