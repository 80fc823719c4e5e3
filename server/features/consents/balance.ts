/** What a line of the ledger says. `exhausted` is WeChat's own word that nothing is left, against whatever was counted. */
export type EntryKind =
  | 'granted'
  | 'refused'
  | 'banned'
  | 'used'
  | 'exhausted'
  | 'revoked'
  | 'keptAccept'
  | 'keptReject'
  | 'keptBan'
export type EntrySource = 'tap' | 'event' | 'send'

export interface Entry {
  entry: EntryKind
  source: EntrySource
}
export interface Balance {
  remaining: number
  kept: 'accept' | 'reject' | 'ban' | null
  /** The last that the person said, or WeChat in the person's name. */
  last: EntryKind | null
}

/** After these nothing that was granted before counts. */
const resets: readonly EntryKind[] = ['exhausted', 'revoked']
const keptChoices = { keptAccept: 'accept', keptReject: 'reject', keptBan: 'ban' } as const

/**
 * The phone and WeChat's event both tell of the same tap, and either may be missing: the larger of the two counts.
 * @param entries of one person and template, the oldest first
 */
export function balanceOf(entries: readonly Entry[]): Balance {
  const granted = { tap: 0, event: 0, send: 0 }
  let used = 0
  let kept: Balance['kept'] = null
  let last: EntryKind | null = null
  for (const { entry, source } of entries) {
    if (resets.includes(entry)) {
      granted.tap = granted.event = used = 0
    } else if (entry === 'granted') granted[source] += 1
    else if (entry === 'used') used += 1
    else if (entry in keptChoices) kept = keptChoices[entry as keyof typeof keptChoices]
    if (entry !== 'used') last = entry
  }
  return { remaining: Math.max(0, Math.max(granted.tap, granted.event) - used), kept, last }
}
