import * as z from 'zod/mini'
import { type Door, type DoorGroup, doorGroups } from '../door'
import { isDaily } from '../open-doors'
import { get } from '../grammar/endpoint'
import type { Role } from '../permissions'

/** More is not counted: nobody asks whether a thousand or two thousand wait. */
export const mostCounted = 999

const openDoor = z.strictObject({
  name: z.string(),
  word: z.string(),
  note: z.nullable(z.string()),
  group: z.enum(Object.keys(doorGroups) as DoorGroup[]),
  /** A page of the mini-program. */
  page: z.string(),
  tab: z.boolean(),
  /** It stands on my home as well. */
  daily: z.boolean(),
  /** How many wait for me behind it, `mostCounted` and one where there are more; null where nothing can wait. */
  waiting: z.nullable(z.int()),
})
export type OpenDoor = z.output<typeof openDoor>

/** A door as it is drawn for whoever holds these roles. */
export const presentDoor = (door: Door, held: readonly Role[], waiting: number | null): OpenDoor => ({
  name: door.name,
  word: door.word,
  note: door.note ?? null,
  group: door.group,
  page: door.page,
  tab: door.tab === true,
  daily: isDaily(door, held),
  waiting,
})

export const listDoors = get('/towns/:town/doors', {
  who: 'person',
  says: '向我敞开的入口，每个后面有几件等我办',
  output: z.strictObject({ doors: z.array(openDoor) }),
})
