import type { Database } from '../../database/source'
import { makePlan } from './make-plan'
import { Doubtful, type Problem } from './problem'
import { readWorkbook } from './read-workbook'
import { createTally, type Tally } from './tally'
import type { Missing } from './write-people'
import { type Destination, writePlan } from './write-plan'

export interface ImportReport {
  problems: Problem[]
  notices: string[]
  tally: Tally
  /** Who stands in the register and not in the file, with what they hold. */
  missing: Missing[]
  written: boolean
}

class DryRun extends Error {}

/**
 * Reads a workbook and checks all of it; writes everything in one transaction, or nothing. A dry run does the same and
 * takes it back, so what it reports is what would happen.
 * @throws BadWorkbook where the file is no workbook
 */
export async function importRoster(
  database: Database,
  file: Buffer,
  to: Destination,
  { apply, now, withHidden = false }: { apply: boolean; now: Date; withHidden?: boolean },
): Promise<ImportReport> {
  const { rows, problems: unreadable, notices } = await readWorkbook(file, { withHidden })
  const { plan, problems: unfitting } = makePlan(rows)
  const problems = [...unreadable, ...unfitting]
  if (problems.length > 0) return { problems, notices, tally: createTally(), missing: [], written: false }

  let outcome: Awaited<ReturnType<typeof writePlan>> | undefined
  try {
    await database.transaction(async (tx) => {
      outcome = await writePlan(tx, plan, to, now)
      if (!apply) throw new DryRun()
    })
  } catch (error) {
    if (error instanceof Doubtful)
      return { problems: [...error.problems], notices, tally: createTally(), missing: [], written: false }
    if (!(error instanceof DryRun)) throw error
  }
  return {
    problems,
    notices: [...notices, ...(outcome?.notices ?? [])],
    tally: outcome?.tally ?? createTally(),
    missing: outcome?.missing ?? [],
    written: apply,
  }
}
