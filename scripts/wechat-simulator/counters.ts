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

/** How many calls the day of the clock has seen. */
export function countOfDay(world: World, name: string): number {
  const counter = world.state.counters[`${name}/day`]
  return counter?.window === Math.floor((world.now() + shanghaiMs) / dayMs) ? counter.count : 0
}

export function isAboveSecond(world: World, name: string, limit: number): boolean {
  return countInWindow(world, `${name}/second`, Math.floor(world.now() / 1000)) > limit
}

/** By the calendar of Shanghai. */
export function isAboveMonth(world: World, name: string, limit: number): boolean {
  const day = new Date(world.now() + shanghaiMs)
  return countInWindow(world, `${name}/month`, day.getUTCFullYear() * 12 + day.getUTCMonth()) > limit
}

/** Counts what is never given back. */
export function isAboveLifetime(world: World, name: string, limit: number): boolean {
  return countInWindow(world, `${name}/lifetime`, 0) > limit
}

/** How long until the next day of quotas begins. */
export function msToMidnight(world: World): number {
  return dayMs - ((world.now() + shanghaiMs) % dayMs)
}
