import type { DeviceMark, Roll } from '../../../shared/matters/meeting/roll-endpoints'
import { dropKept, keptNames, readKept, recall, writeKept } from './store'

/** 点名 in a hall without a network: the list of names and every mark stand on the device before a tile changes. */
export interface KeptRoll {
  roll: Roll
  /** All that is known of it, by id. */
  marks: Roll['marks']
  /** What the server has not answered yet. */
  unsent: DeviceMark[]
  /** 列席, where it was counted here and is not sent yet. */
  observers: number | null
  /** By how much the clock of the server is ahead, in milliseconds; a small difference is none. */
  ahead: number
}

const placesOf = (account: string) => `roll:${account}:`
const placeOf = (id: string) => placesOf(recall('account')) + id
const smallDifference = 120_000

export function keptRoll(id: string): KeptRoll | undefined {
  const one = readKept(placeOf(id)) as Partial<KeptRoll> | null | undefined
  return one?.roll !== undefined && Array.isArray(one.marks) && Array.isArray(one.unsent)
    ? (one as KeptRoll)
    : undefined
}

/** @returns whether it will still be there when the program is opened again */
export const keepRoll = (kept: KeptRoll) => writeKept(placeOf(kept.roll.id), kept)

/** What the server answers, with what was marked here since; marks of an earlier roll are history. */
export function withAnswer(before: KeptRoll | undefined, roll: Roll, now: number): KeptRoll {
  const same = before?.roll.rollNo === roll.rollNo ? before : undefined
  const ahead = roll.serverAt - now
  const all = [...(same?.marks ?? []), ...roll.marks]
  return {
    roll,
    marks: [...new Map(all.map((one) => [one.id, one])).values()],
    unsent: same?.unsent ?? [],
    observers: same?.observers ?? null,
    ahead: Math.abs(ahead) > smallDifference ? ahead : 0,
  }
}

export const withMark = (kept: KeptRoll, mark: DeviceMark): KeptRoll => {
  const { source: _, ...plain } = mark
  return { ...kept, marks: [...kept.marks, plain], unsent: [...kept.unsent, mark] }
}

/** The server has these, or will never take them. */
export const withoutSent = (
  kept: KeptRoll,
  sent: readonly string[],
  refused: readonly string[],
): KeptRoll => ({
  ...kept,
  unsent: kept.unsent.filter(({ id }) => !sent.includes(id)),
  marks: kept.marks.filter(({ id }) => !refused.includes(id)),
})

/** Goes with the account, but for what was never sent: no roll is lost by signing out. */
export function dropRollsOf(account: string) {
  for (const name of keptNames().filter((one) => one.startsWith(placesOf(account)))) {
    const kept = readKept(name) as Partial<KeptRoll> | null | undefined
    if ((kept?.unsent ?? []).length === 0) dropKept(name)
  }
}
