import { dropKept, keptNames, readKept, recall, writeKept } from './store'

/**
 * What was read last, so that a page opens without a line too and says how old it is. What only some may see is kept for one
 * account and goes when it leaves. A desk is shared by many and has a line: there nothing is kept.
 */
interface Copy {
  data: unknown
  at: number
}
/** What lies where and since when, in milliseconds, what was read last at the end. */
type Listed = readonly (readonly [name: string, at: number])[]

const prefix = 'copy:'
const list = 'copies'
const most = 40
const largest = 60_000
const keptFor = 3 * 24 * 3_600_000
const deskWidth = 960

const isShared = () => process.env.TARO_ENV === 'h5' && window.innerWidth >= deskWidth

/** @returns the name under which a copy lies; undefined where nothing is to be kept */
export function copyName(path: string, isPublic: boolean): string | undefined {
  if (isShared()) return undefined
  const owner = isPublic ? '-' : recall('account')
  return owner === '' ? undefined : `${prefix}${owner}:${path}`
}

function listed(): Listed {
  const kept = readKept(list)
  return Array.isArray(kept) ? (kept as unknown[]).filter(isEntry) : []
}
const isEntry = (one: unknown): one is Listed[number] =>
  Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'number'

/** Keeps these of all that is listed. */
function keepOnly(names: Listed) {
  const kept = names.map(([name]) => name)
  for (const name of keptNames()) if (name.startsWith(prefix) && !kept.includes(name)) dropKept(name)
  if (names.length > 0) writeKept(list, names)
  else dropKept(list)
}

export function keepCopy(name: string, data: unknown) {
  const others = listed().filter(([one]) => one !== name)
  if (JSON.stringify(data).length > largest) return keepOnly(others)
  const at = Date.now()
  const names: Listed = [...others, [name, at]]
  // What is written counts more than what was read.
  if (!writeKept(name, { data, at } satisfies Copy)) return keepOnly([])
  if (names.length > most) keepOnly(names.slice(-most))
  else writeKept(list, names)
}

export function copyUnder(name: string): Copy | undefined {
  const kept = readKept(name) as Partial<Copy> | undefined
  return typeof kept?.at === 'number' && isYoung(kept.at) ? { data: kept.data, at: kept.at } : undefined
}
const isYoung = (at: number) => Date.now() - at < keptFor

/** Goes with the account, and when its sign-in has ended. */
export const dropCopiesOf = (account: string) =>
  keepOnly(listed().filter(([name]) => !name.startsWith(`${prefix}${account}:`)))

/** From the start of the program on. */
export const dropOldCopies = () => keepOnly(listed().filter(([, at]) => isYoung(at)))
