import Taro from '@tarojs/taro'

/** What the phone remembers between two openings. Few words, each with one owner. */
const names = {
  token: 'token',
  town: 'town',
  elder: 'elder',
  persona: 'persona',
  left: 'left',
  account: 'account',
  /** In which town somebody with work looks as a resident does. */
  asResident: 'asResident',
} as const

/** Kept while the phone has no room for it: a full or broken storage locks nobody out. */
const unkept = new Map<string, unknown>()

/** @returns undefined where nothing is kept, or nothing that could be read */
export function readKept(name: string): unknown {
  if (unkept.has(name)) return unkept.get(name)
  try {
    const value: unknown = Taro.getStorageSync(name)
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}

/** @returns whether it will still be there when the program is opened again */
export function writeKept(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value)
    unkept.delete(name)
    return true
  } catch {
    unkept.set(name, value)
    return false
  }
}

export function dropKept(name: string) {
  unkept.delete(name)
  try {
    Taro.removeStorageSync(name)
  } catch {
    unkept.set(name, undefined)
  }
}

/** The names of all that is kept. */
export function keptNames(): string[] {
  try {
    return [...new Set([...Taro.getStorageInfoSync().keys, ...unkept.keys()])]
  } catch {
    return [...unkept.keys()]
  }
}

/** What a word must look like to be believed; whatever else lies in its place is as good as nothing. */
const shapes: Readonly<Record<keyof typeof names, RegExp>> = {
  token: /^[\w-]{20,100}$/,
  town: /^[0-9a-z]{26}$/,
  elder: /^\w*$/,
  persona: /^[\w-]{1,40}$/,
  account: /^[0-9a-z]{26}$/,
  left: /^[\w-]{20,100}( [\w-]{20,100})*$/,
  asResident: /^[0-9a-z]{26} [0-9a-z]{26}$/,
}

export function recall(name: keyof typeof names): string {
  const kept = readKept(names[name])
  return typeof kept === 'string' && shapes[name].test(kept) ? kept : ''
}
export const remember = (name: keyof typeof names, value: string) => void writeKept(names[name], value)
export const forget = (name: keyof typeof names) => dropKept(names[name])
