import Taro from '@tarojs/taro'
import type { Letter } from './request'
import { dropKept, keptNames, readKept, writeKept } from './store'

/** What a sending is called while it waits, whose it is, and where its form can be found again. */
export interface Label {
  account: string
  /** The draft that it came of. */
  about: string
  title: string
  /** The address of the page that its form is on. */
  page: string
  /** What was sent before from this form and may have arrived: it is asked about first. */
  before?: string
}

/** What somebody sent and the server has not answered yet: on the phone, for one account, until it has. */
export interface Waiting extends Label {
  key: string
  letter?: Letter
  /** When it was sent first, in milliseconds: for a week the server knows a key, and does what it names once. */
  at: number
  /** `waiting` to be sent; `arrived`; `refused`, with the sentence of the server. */
  state: 'waiting' | 'arrived' | 'refused'
  sentence?: string
  /** How often the network failed it. */
  tries: number
  /** Its sender wants it back: nothing more is sent, and what became of it is asked. */
  takenBack?: true
}

const placesOf = (account: string) => `outbox:${account}:`
const placeOf = ({ account, key }: Pick<Waiting, 'account' | 'key'>) => placesOf(account) + key

/** The event of everything that changes here. */
export const outboxChanged = 'outbox'
const tell = () => Taro.eventCenter.trigger(outboxChanged)

export function putWaiting(one: Waiting) {
  writeKept(placeOf(one), one)
  tell()
}
export function dropWaiting(one: Pick<Waiting, 'account' | 'key'>) {
  dropKept(placeOf(one))
  tell()
}

export const waitingUnder = (account: string, key: string) => waitingIn(readKept(placeOf({ account, key })))

/** All of an account, or of everybody who has used this device, the oldest first. */
export const waitingOf = (account?: string): Waiting[] =>
  keptNames()
    .filter((name) => name.startsWith(account === undefined ? 'outbox:' : placesOf(account)))
    .flatMap((name) => waitingIn(readKept(name)) ?? [])
    .sort((one, other) => one.at - other.at)

/** Goes with the account: whoever takes the phone next finds nothing of it. */
export const dropOutboxOf = (account: string) => waitingOf(account).forEach(dropWaiting)

/** Reads what any version has kept; what lacks anything is as good as nothing. */
function waitingIn(kept: unknown): Waiting | undefined {
  const one = kept as Partial<Waiting> | null | undefined
  const words = [one?.key, one?.account, one?.about, one?.title, one?.page]
  const isWhole = words.every((word) => typeof word === 'string') && typeof one?.at === 'number'
  return isWhole && ['waiting', 'arrived', 'refused'].includes(one.state ?? '') ? (one as Waiting) : undefined
}

const labels = new Map<string, Label>()

/** From now on what is sent under this key goes through the outbox. @returns ends that */
export function labelSending(key: string, label: Label): () => void {
  labels.set(key, label)
  return () => void labels.delete(key)
}
export const labelOf = (key: string) => labels.get(key)
