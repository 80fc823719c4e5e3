import { type World } from './world'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** The platform's day begins at 00:00 in Shanghai (assumption 5). */
const shanghaiMs = 8 * 60 * minuteMs

function countInWindow(world: World, name: string, window: number): number {
  const before = world.state.counters[name]
  const count = before?.window === window ? before.count + 1 : 1
  world.state.counters[name] = { window, count }
  return count
}

/** Counts one call in the minute of the clock and tells whether it is above the limit. */
export function isAboveMinute(world: World, name: string, limit: number): boolean {
  return countInWindow(world, `${name}/minute`, Math.floor(world.now() / minuteMs)) > limit
}

/** Counts one call in the day of the clock and tells whether it is above the limit. */
export function isAboveDay(world: World, name: string, limit: number): boolean {
  return countInWindow(world, `${name}/day`, Math.floor((world.now() + shanghaiMs) / dayMs)) > limit
}

/** How long until the next day of quotas begins. */
export function msToMidnight(world: World): number {
  return dayMs - ((world.now() + shanghaiMs) % dayMs)
}
