/** What a phone writes down while the mini-program runs on it; the tests read it. */
export interface Record {
  /** What WeChat refused, in its words. A mini-program that is right never hears one. */
  refused: string[]
  /** Exceptions and console errors of the mini-program. */
  errors: string[]
  /** Names of `wx` that were called. */
  called: Set<string>
  /** Names of `wx` that were looked for and are not there on this phone. */
  missing: Set<string>
  /** What stands beside the tabs, by their place. */
  badges: Map<number, string>
  /** What was copied last. */
  clipboard: string
  /** What was fetched, by the place at which WeChat keeps it. */
  downloaded: Map<string, Uint8Array>
  /** Documents that WeChat showed. */
  opened: { fileType: string; bytes: Uint8Array | undefined }[]
  setData: { calls: number; bytes: number; largest: number }
}

export const createRecord = (): Record => ({
  refused: [],
  errors: [],
  called: new Set(),
  missing: new Set(),
  badges: new Map(),
  clipboard: '',
  downloaded: new Map(),
  opened: [],
  setData: { calls: 0, bytes: 0, largest: 0 },
})
