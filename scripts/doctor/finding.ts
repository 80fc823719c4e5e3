/** What one look found: all right, to be set right, or not looked at. */
export type Finding =
  { state: 'right'; says: string } | { state: 'wrong'; says: string } | { state: 'skipped'; says: string }

export const right = (says: string): Finding => ({ state: 'right', says })
export const wrong = (says: string): Finding => ({ state: 'wrong', says })
export const skipped = (says: string): Finding => ({ state: 'skipped', says })

/** One thing to look at; what it throws is a finding, too. */
export interface Check {
  name: string
  look: () => Promise<Finding[]>
}

const marks = { right: '✓', wrong: '✗', skipped: '－' } as const

/** Looks at everything, one after the other, and never stops half-way. @returns how much must be set right */
export async function runChecks(checks: readonly Check[], say: (line: string) => void): Promise<number> {
  let toFix = 0
  for (const { name, look } of checks) {
    const findings = await look().catch((error: unknown) => [
      wrong(`没有查成：${error instanceof Error ? error.message : String(error)}`),
    ])
    for (const { state, says } of findings) {
      say(`${marks[state]} ${name}：${says}`)
      if (state === 'wrong') toFix += 1
    }
  }
  return toFix
}
