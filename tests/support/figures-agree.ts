import ExcelJS from 'exceljs'
import { showBulletin } from '../../shared/api/bulletin'
import { exportLedger, showAnnualReport, showFigures, showPublicReport } from '../../shared/api/figures'
import { showTown } from '../../shared/api/towns'
import { beijingDay } from '../../shared/rules/days'
import { type FigureWord, figureWords } from '../../shared/rules/rates'
import type { TestServer } from './server'
import type { TestTown } from './town'

type Row = Readonly<Record<string, unknown>>

async function ledgerOf(server: TestServer, { id, office }: TestTown, name: string): Promise<Row[]> {
  const answer = await fetch(`${server.url}/api${exportLedger.path.replace(':town', id)}`, {
    headers: { authorization: `Bearer ${office.client.token}` },
  })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  const sheet = workbook.getWorksheet(name)
  const headings = (sheet?.getRow(1).values as string[]).slice(1)
  return Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) =>
    Object.fromEntries(
      headings.map((heading, at) => [heading, sheet?.getRow(index + 2).getCell(at + 1).value ?? null]),
    ),
  )
}

/**
 * What the pages, the report and the ledger of a town say of the same word at this moment: one row a word, one column a
 * place. They are right where each row has one number.
 */
export async function figuresEverywhere(server: TestServer, town: TestTown) {
  const params = { town: town.id }
  const { client } = town.office
  const year = beijingDay(server.clock.now()).slice(0, 4)
  const half = `${year}-${beijingDay(server.clock.now()).slice(5, 7) < '07' ? '1' : '2'}`
  const { total, groups } = await client.call(showFigures, { params, query: { by: 'unit' } })
  const home = (await client.call(showTown, { params })).figures
  const bulletin = await client.call(showBulletin, { params, query: { half } })
  const report = (await client.call(showAnnualReport, { params, query: { year } })).total.counts
  const published = (await client.call(showPublicReport, { params, query: { year } })).total.counts
  const totals = await ledgerOf(server, town, '合计')
  const inTotals = (name: FigureWord) =>
    Number(totals.find((row) => row['项目'] === figureWords[name])?.['数'])
  const ledger = (await ledgerOf(server, town, '代表建议台账')).filter(
    (row) => row['交办日期'] !== null && row['办理状态'] !== '已撤回',
  )
  const inLedger = (is: (row: Row) => boolean) => ledger.filter(is).length
  const isClosed = (row: Row) => row['办结日期'] !== null
  const ofUnits = (name: 'inHand' | 'closed' | 'solved' | 'confirmed' | 'overdue' | 'awaitsDeputy') =>
    groups.filter(({ partOf }) => partOf === null).reduce((sum, { counts }) => sum + counts[name], 0)
  const { counts } = total
  // Everything of these towns was handed over in one year.
  return {
    inHand: [
      counts.inHand,
      inTotals('inHand'),
      ofUnits('inHand'),
      home.inHand,
      bulletin.inHand,
      inLedger((row) => !isClosed(row)),
    ],
    closed: [counts.closed, inTotals('closed'), ofUnits('closed'), home.closed, inLedger(isClosed)],
    solved: [
      counts.solved,
      inTotals('solved'),
      ofUnits('solved'),
      home.solved,
      inLedger((row) => isClosed(row) && row['办理结果'] === '已经解决' && row['对办理结果'] !== '不满意'),
    ],
    confirmed: [
      counts.confirmed,
      inTotals('confirmed'),
      ofUnits('confirmed'),
      home.confirmed,
      inLedger((row) => row['办成'] === '办成'),
    ],
    overdue: [counts.overdue, inTotals('overdue'), ofUnits('overdue'), home.overdue, bulletin.overdue],
    awaitsDeputy: [counts.awaitsDeputy, inTotals('awaitsDeputy'), ofUnits('awaitsDeputy')],
    report: report.handedOver === counts.handedOver ? [report.inHand, counts.inHand] : [],
    ...Object.fromEntries(
      (Object.keys(figureWords) as FigureWord[]).map((name) => [
        `published ${name}`,
        [published[name], report[name]],
      ]),
    ),
  }
}

/** Which words say more than one number. */
export const disagreeing = (said: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(said).filter(([, numbers]) => new Set(numbers).size > 1)
