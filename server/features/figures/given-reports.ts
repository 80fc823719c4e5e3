import { type AnnualReport, annualPaper } from '../../../shared/papers/annual-words'
import type { Paper } from '../../../shared/papers/paper'
import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { GivenReport } from '../../database/entities/matters/given-report'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { writeAudit } from '../../engine/write-audit'
import { readLetterhead } from '../papers/letterhead'

interface Given {
  id: string
  on: Day
  content: string
}

const givenSql = `SELECT id, given_on AS \`on\`, content FROM given_report
  WHERE town_id = ? AND report_year = ? ORDER BY given_at DESC, id DESC`

/** Those of a year, the last one first. */
export const readGiven = (reader: Reader, townId: string, year: string) =>
  reader.query<Given[]>(givenSql, [townId, year])

/** The one that counts, for everyone. */
export async function lastGiven(reader: Reader, townId: string, year: string) {
  const [last] = await readGiven(reader, townId, year)
  return last ? { on: last.on, paper: JSON.parse(last.content) as Paper } : null
}

/** @throws Refusal `not_found` */
export async function givenPaper(reader: Reader, townId: string, year: string, id: string): Promise<Paper> {
  const found = (await readGiven(reader, townId, year)).find((one) => one.id === id)
  if (found === undefined) throw new Refusal('not_found')
  return JSON.parse(found.content) as Paper
}

/**
 * Keeps the report of a year as it stands: from now on everyone reads it so.
 * @throws Refusal `bad_input` where there is nothing to report of, `nothing_changed` where it was given so already
 */
export async function giveReport(
  tx: Tx,
  { townId, personId }: { townId: string; personId: string },
  year: string,
  report: AnnualReport,
  now: Date,
): Promise<{ id: string; on: Day }> {
  if (report.received.submitted === 0 && report.total.counts.handedOver === 0)
    throw wrongField('year', `${year}年还没有代表建议，没有可以报告的。请换一个年份。`)
  const on = beijingDay(now)
  const content = JSON.stringify(annualPaper(year, report, await readLetterhead(tx, townId), on))
  const [last] = await readGiven(tx, townId, year)
  if (last) refuseSame(last, { content })
  const id = newId()
  await tx.insert(GivenReport, {
    ...{ id, townId, reportYear: year, content, givenOn: on, personId, givenAt: now },
  })
  const what = `${year}年代表建议办理情况报告定稿`
  await writeAudit(
    tx,
    { townId, personId, what, fromValue: last?.on ?? null, toValue: on, reason: null },
    now,
  )
  return { id, on }
}
