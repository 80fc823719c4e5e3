import type { HowToRead, RosterReport } from '../../../shared/api/roster'
import type { Database, Tx } from '../../database/source'
import { rememberImport } from '../imports/records'
import { changesBetween, linesOf } from './difference'
import { makePlan } from './make-plan'
import type { Reading } from './parse-workbook'
import type { Answers } from './plan'
import { Doubtful, type Problem } from './problem'
import { counted } from './progress'
import { readWorkbook } from './read-workbook'
import { sheets } from './sheets'
import { readStanding, type Standing } from './standing'
import { createTally, type Tally } from './tally'
import { type Destination, townNamed, writePlan } from './write-plan'

export interface ImportReport extends Pick<RosterReport, 'counts' | 'lines' | 'missing' | 'work'> {
  problems: Problem[]
  notices: string[]
  hidden: string[]
  tally: Tally
  written: boolean
}

export interface HowToBring {
  apply: boolean
  now: Date
  fileName: string
  /** Nobody where it comes from the server's command line. */
  personId: string | null
  answers?: Answers
  /** Under which name whoever sent it asks how far it is, and how much it was when it was only looked at. */
  told?: { sending: string; of: number }
}

const none: Standing = new Map()

/**
 * Reads a workbook and checks all of it; writes everything in one transaction, or nothing.
 * @throws BadWorkbook where the file is no workbook
 */
export async function importRoster(
  database: Database,
  file: Buffer,
  to: Destination,
  how: Pick<HowToBring, 'apply' | 'now'> & { withHidden?: boolean; fileName?: string },
): Promise<ImportReport> {
  const { withHidden = false, fileName = '名册', ...rest } = how
  const reading = await readWorkbook(file, { withHidden })
  return database.transaction((tx) => bringReading(tx, reading, to, { ...rest, fileName, personId: null }))
}

/**
 * What was read comes into the register: all of it, or nothing where something is wrong or it is only looked at. Looking
 * does the same and takes it back, so what it reports is what would happen.
 */
export async function bringReading(
  tx: Tx,
  reading: Reading,
  to: Destination,
  { apply, now, fileName, personId, answers = new Map(), told }: HowToBring,
): Promise<ImportReport> {
  const { plan, problems: unfitting } = makePlan(reading, answers)
  const problems = [...reading.problems, ...unfitting, ...('townId' in to ? ofTheCounty(reading) : [])]
  const nothing = {
    ...{ notices: reading.notices, hidden: reading.hidden, tally: createTally(), written: false },
    ...{ counts: { added: 0, changed: 0, left: 0 }, lines: [], missing: [], work: 0 },
  }
  if (problems.length > 0) return { ...nothing, problems }

  const known = await townNamed(tx, to)
  const before = known === undefined ? none : await readStanding(tx, known)
  await tx.query('SAVEPOINT before_roster')
  const takeBack = () => tx.query('ROLLBACK TO SAVEPOINT before_roster')
  const done = await counted(tx, told, () => writePlan(tx, plan, to, now)).catch(async (error: unknown) => {
    await takeBack()
    if (error instanceof Doubtful) return error
    throw error
  })
  if (done instanceof Doubtful) return { ...nothing, problems: [...done.problems] }

  const { townId, tally, notices, missing } = done.result
  const after = await readStanding(tx, townId)
  const changes = changesBetween(before, after)
  const { lines, added, changed } = linesOf(before, after, changes)
  if (!apply) await takeBack()
  else if (changes.length > 0)
    await rememberImport(
      tx,
      {
        townId,
        personId,
        kind: 'roster',
        fileName,
        says: `新增 ${added} 条，修改 ${changed} 条`,
        undo: changes,
      },
      now,
    )
  const rows = Object.values(reading.rows).reduce((sum, one) => sum + one.length, 0)
  return {
    problems,
    notices: [...reading.notices, ...notices],
    hidden: reading.hidden,
    tally,
    counts: { added, changed, left: Math.max(0, rows - added - changed) },
    lines,
    missing,
    work: done.statements,
    written: apply,
  }
}

/** Who works in a town gives nobody a post of the county. */
const ofTheCounty = ({ rows }: Reading): Problem[] =>
  rows.staff
    .filter(({ post }) => post.kind === 'countyStaff')
    .map(({ row }) => ({
      ...{ sheet: sheets.staff.name, row, heading: '岗位' },
      sentence: '县人大的工作人员不由镇里登记，请去掉这一行',
    }))

/** What somebody answered on the page, by the row that it is about. */
export const answersOf = ({ answers }: Pick<HowToRead, 'answers'>): Answers =>
  new Map(answers.map(({ sheet, row, personId }) => [`${sheet}|${row}`, personId]))
