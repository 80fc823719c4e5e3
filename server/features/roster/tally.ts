import type { SheetKey } from './sheets'

/** How many rows of each sheet are new, and how many were there already. */
export function createTally() {
  const counts: Record<SheetKey, { added: number; kept: number }> = {
    villages: { added: 0, kept: 0 },
    deputies: { added: 0, kept: 0 },
    units: { added: 0, kept: 0 },
    stations: { added: 0, kept: 0 },
    sessions: { added: 0, kept: 0 },
    electedDeputies: { added: 0, kept: 0 },
    staff: { added: 0, kept: 0 },
  }
  return {
    counts,
    add: (sheet: SheetKey, what: 'added' | 'kept') => {
      counts[sheet][what] += 1
    },
  }
}
export type Tally = ReturnType<typeof createTally>
