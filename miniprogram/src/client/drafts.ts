import { dropKept, keptNames, readKept, writeKept } from './store'

/** What was sent and not answered: it may have arrived. */
export interface Sending<I> {
  key: string
  input: I
  /** The words of its form at that time. */
  values?: Readonly<Record<string, unknown>>
}

/** What is being written, kept on the phone for one account until the server has it. */
export interface Draft {
  values: Readonly<Record<string, unknown>>
  sending?: Sending<unknown> | undefined
  /** When it was written last, in milliseconds. */
  at?: number
}

/** Whose it is, and what it is about. */
export interface DraftName {
  account: string
  about: string
}

const placesOf = (account: string) => `draft:${account}:`
const place = ({ account, about }: DraftName) => placesOf(account) + about

export function recallDraft(name: DraftName): Draft | undefined {
  return draftIn(readKept(place(name))) ?? adopted(name)
}
/** @returns whether there was room for it */
export const keepDraft = (name: DraftName, draft: Draft) =>
  writeKept(place(name), { ...draft, at: Date.now() })
export const dropDraft = (name: DraftName) => dropKept(place(name))

const draftsOf = (account: string) => keptNames().filter((name) => name.startsWith(placesOf(account)))
export const countDrafts = (account: string) => draftsOf(account).length
/** Goes with the account: whoever takes the phone next finds nothing of it. */
export const dropDraftsOf = (account: string) => draftsOf(account).forEach(dropKept)

/** What was sent has arrived: its draft is done with, unless more was written since. */
export function dropDraftOfSending({ account, about, key }: DraftName & { key: string }) {
  const draft = recallDraft({ account, about })
  const sent = draft?.sending
  if (sent?.key === key && isSame(sent.values, draft?.values)) dropDraft({ account, about })
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** A month after its last word nobody goes on with a draft; one that was sent waits for what came of it. */
export function dropOldDrafts(now: number) {
  for (const name of keptNames().filter((one) => one.startsWith('draft:'))) {
    const { at = now } = draftIn(readKept(name)) ?? {}
    if (now - at > draftsKeptFor) dropKept(name)
  }
}
export const draftsKeptFor = 30 * 24 * 3_600_000

/**
 * Drafts of before had no owner. WeChat keeps a storage for each of its users, so there they are one's own; in a browser
 * they may be anybody's.
 */
function adopted(name: DraftName): Draft | undefined {
  const before = `draft:${name.about}`
  const draft = process.env.TARO_ENV === 'weapp' ? draftIn(readKept(before)) : undefined
  if (draft) keepDraft(name, draft)
  dropKept(before)
  return draft
}

/** Reads what any version has kept; of a broken one, what can be read. */
function draftIn(kept: unknown): Draft | undefined {
  if (!isRecord(kept)) return undefined
  const { values, sending, key, at } = kept
  const told = isRecord(sending) ? sending : { key, input: null }
  return {
    values: isRecord(values) ? values : {},
    ...(typeof told.key === 'string' && /^[\w-]{8,64}$/.test(told.key)
      ? {
          sending: {
            key: told.key,
            input: told.input,
            ...('values' in told && isRecord(told.values) ? { values: told.values } : {}),
          },
        }
      : {}),
    ...(typeof at === 'number' ? { at } : {}),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
