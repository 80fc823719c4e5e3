import { beijingDay, startOfDay } from '../../../shared/rules/days'

/** Nobody looks at night. */
const opensAt = 7
const closesAt = 21
/** Once a day the page begins anew, so that it is the one that the server has. */
const beginsAnewAt = 4

/** @returns hour and minute of a clock in Beijing */
export function clockAt(at: Date) {
  const minutes = Math.floor((at.getTime() - startOfDay(beijingDay(at)).getTime()) / 60_000)
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 }
}

export function spokenTime(at: Date): string {
  const { hour, minute } = clockAt(at)
  return `${hour}:${String(minute).padStart(2, '0')}`
}

export const isNight = (at: Date) => {
  const { hour } = clockAt(at)
  return hour < opensAt || hour >= closesAt
}

/** Whether the hour in which the page begins anew lies between the two. */
export const isTimeToBegin = (before: Date, now: Date) =>
  clockAt(before).hour !== beginsAnewAt && clockAt(now).hour === beginsAnewAt

/** The frame moves by a little each hour, so that no edge burns in. */
export const shiftAt = (at: Date) => {
  const { hour } = clockAt(at)
  return { x: (hour % 4) * 2, y: (Math.floor(hour / 4) % 4) * 2 }
}
