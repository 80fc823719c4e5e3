import { setTimeout as wait } from 'node:timers/promises'
import { type Outage } from './outage'
import { type State } from './state'

export type Addresses = {
  /** The platform's API and the control plane. */
  url: string
  /** The control plane alone; it answers even while `url` refuses connections. */
  controlUrl: string
  /** The public domain of a service in 云托管. */
  publicUrl: string
  /** The platform's API as a container calls it: without a token, with the paths of the console only. */
  openInterfaceUrl: string
  /** The database as a container reaches it. */
  databasePort: number
}

/** What every endpoint gets: the memory, the clock, and what cannot be written into a snapshot. */
export type World = {
  state: State
  /** Milliseconds; moved by `POST /__sim/clock`. */
  now(): number
  /** The state as it was at the start, for `POST /__sim/reset`. */
  makeState(): State
  log(line: string): void
  addresses: Addresses
  database: { fallAsleep(how: 'mute' | 'resuming'): void }
  outage: Outage
  /** Aborted when the simulator closes, so that nothing outlives it. */
  closing: AbortSignal
  /** The openids that a send is working on right now (43108). */
  sending: Set<string>
}

/** Waits in real time, as a slow network does; a closing simulator cuts it short. */
export async function pause(world: World, milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return
  await wait(milliseconds, undefined, { signal: world.closing }).catch(() => undefined)
}

/** Puts another state in place without changing the object that callers hold. */
export function replaceState(world: World, next: State): void {
  Object.assign(world.state, next)
}
