import ExcelJS from 'exceljs'
import {
  exportLedger,
  giveReport,
  showAnnualReport,
  showFigures,
  showPublicReport,
  takeAnnualReport,
} from '../../../shared/api/figures'
import { HandlingUnit } from '../../../server/database/entities/people/handling-unit'
import { type FigureWord, figureWords } from '../../../shared/rules/rates'
import { bring } from '../../support/bring'
import { createClient } from '../../support/client'
import { live, staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { forms, start, step, text } from '../../support/suggestion'
import { buildTown, type TestTown } from '../../support/town'
import { readWord } from '../../support/word'

let server: TestServer
let town: TestTown
let elsewhere: TestTown
let promised: string

beforeAll(async () => {
  server = await startServer({ at: '2026-03-02T01:00:00.000Z' })
  town = await buildTown(server)
  elsewhere = await buildTown(server, '云岭坝镇')
  await staySignedIn(server)
  await bring(server, town, 'closed')
  promised = await bring(server, elsewhere, 'tracking')
  await start(town, { ...text, subject: '只有草稿' })
  server.clock.advance({ days: 1 })
  await live(server, town, {
    subject: '=HYPERLINK("http://x","点我")',
    rounds: [
      { repliedAfterDays: 100, outcome: 'referredUpward', rating: 'notSatisfied' },
      { repliedAfterDays: 5, rating: 'silence' },
    ],
  })
  await live(server, elsewhere, { subject: '别的镇的事' })
})
afterAll(() => server.stop())

const download = (client = town.office.client, of = town, asked: Record<string, string> = {}) =>
  fetch(`${server.url}/api${exportLedger.path.replace(':town', of.id)}?${new URLSearchParams(asked)}`, {
    headers: { authorization: `Bearer ${client.token}` },
  })

async function readSheet(of = town, name = '代表建议台账', asked: Record<string, string> = {}) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await (await download(of.office.client, of, asked)).arrayBuffer())
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error('There is no sheet.')
  const headings = (sheet.getRow(1).values as string[]).slice(1)
  return {
    sheet,
    rows: Array.from({ length: sheet.rowCount - 1 }, (_, index) =>
      Object.fromEntries(
        headings.map((heading, column) => [heading, sheet.getRow(index + 2).getCell(column + 1).value]),
      ),
    ),
  }
}

test('everything handed in is a row, in the order of submission, and a draft is not', async () => {
  const { rows } = await readSheet()
  expect(rows.map((row) => [row['编号'], row['办理状态'], row['主办单位']])).toEqual([
    ['2026-0001', '已办结', '镇水利站'],
    ['2026-0002', '已办结', '镇水利站'],
  ])
})

test('one line says all that the office would write into its book', async () => {
  const { rows } = await readSheet()
  expect(rows[0]).toMatchObject({
    类别: '水利防汛',
    领衔代表: '王建国',
    附议代表: '张春梅',
    协办单位: '镇财政所',
    交办日期: new Date('2026-03-02T00:00:00Z'),
    答复期限: new Date('2026-06-02T00:00:00Z'),
    '确认过的面商（次）': 1,
    按时答复: '是',
    办理结果: '已经解决',
    对办理结果: '满意',
    办结日期: new Date('2026-03-02T00:00:00Z'),
  })
})

test('a second round shows its own clock, and an unrated end is 未表态', async () => {
  const { rows } = await readSheet()
  expect(rows[1]).toMatchObject({
    第几轮: 2,
    交办日期: new Date('2026-06-11T00:00:00Z'),
    按时答复: '是',
    对办理结果: '未表态',
  })
})

test('every round is a row of its own, under its own clock and its own rating', async () => {
  const { rows } = await readSheet(town, '各轮办理')
  expect(
    rows.map((row) => [row['编号'], row['第几轮'], row['按时答复'], row['办理结果'], row['对办理结果']]),
  ).toEqual([
    ['2026-0001', 1, '是', '已经解决', '满意'],
    ['2026-0002', 1, '否', '超出本镇职权，已报请上级', '不满意'],
    ['2026-0002', 2, '是', '已经解决', null],
  ])
})

test('its totals are the figures of the figures page, and the rows that no figure counts are named', async () => {
  const { client } = town.office
  const all: Record<string, string>[] = [
    {},
    { unit: town.unitId },
    { from: '2026-03-03' },
    { state: 'closed' },
  ]
  for (const asked of all) {
    const totals = new Map(
      (await readSheet(town, '合计', asked)).rows.map((row) => [row['项目'], row['数']] as const),
    )
    const of = (word: string) => Number(totals.get(word))
    expect(of('台账里的件数')).toBe(of('还没有交办') + of('已撤回、不予受理') + of('交办'))
    expect(of('台账里的件数')).toBe((await readSheet(town, '代表建议台账', asked)).rows.length)
    if ('state' in asked) continue
    const { unit, ...period } = asked
    const { total, groups } = await client.call(showFigures, {
      params: { town: town.id },
      query: { by: 'unit', ...period },
    })
    const { counts } = groups.find(({ key }) => key === unit) ?? total
    expect(Object.keys(figureWords).map((name) => [name, of(figureWords[name as FigureWord])])).toEqual(
      Object.keys(figureWords).map((name) => [name, counts[name as FigureWord]]),
    )
  }
})

test('it may be narrowed to a unit, a state, a category, days; and to nothing of another town', async () => {
  const count = async (asked: Record<string, string>) => (await readSheet(town, undefined, asked)).rows.length
  expect(await count({ unit: town.unitId })).toBe(2)
  expect(await count({ unit: town.coUnitId })).toBe(0)
  expect(await count({ state: 'closed', category: 'waterWorks' })).toBe(2)
  expect(await count({ category: 'infrastructure', to: '2026-03-02' })).toBe(1)
  expect(await count({ category: 'roads' })).toBe(0)
  expect((await download(undefined, undefined, { unit: elsewhere.unitId })).status).toBe(404)
  expect((await download(undefined, undefined, { state: 'lost' })).status).toBe(400)
})

test('on paper it lies, is as wide as the sheet, and bears its heading on each: all columns on A3, the usual ones on A4', async () => {
  const [a3, a4] = [8, 9]
  for (const [name, paperSize, asked] of [
    ['代表建议台账', a3, {}],
    ['代表建议台账', a4, { columns: 'brief' }],
    ['各轮办理', a4, {}],
    ['合计', a4, {}],
  ] as const)
    expect([name, (await readSheet(town, name, asked)).sheet.pageSetup]).toEqual([
      name,
      expect.objectContaining({
        ...{ orientation: 'landscape', paperSize, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        printTitlesRow: '1:1',
      }),
    ])
  const { rows, sheet } = await readSheet(town, undefined, { columns: 'brief' })
  // Whatever is longer than its column stands on several lines, and all of them are in sight.
  const [head, first] = [sheet.getRow(1), sheet.getRow(2)]
  expect([head.height, first.height % 17, first.getCell(2).border.top?.style]).toEqual([34, 0, 'thin'])
  const totals = (await readSheet(town, '合计', {})).sheet
  const heights = Array.from({ length: totals.rowCount }, (_, at) => totals.getRow(at + 1).height)
  expect(Math.max(...heights)).toBeGreaterThan(17)
  expect([rows.length, Object.keys(rows[0] ?? {})]).toEqual([
    2,
    `编号 事由 类别 领衔代表 办理状态 主办单位 第几轮 交办日期 答复期限 答复日期 按时答复 办理结果 对办理态度 对办理结果 办结日期`.split(
      ' ',
    ),
  ])
  expect((await download(undefined, undefined, { columns: 'few' })).status).toBe(400)
})

test('a promise stands there with its date and how it was kept', async () => {
  await step(elsewhere, elsewhere.unit, promised, 'reportCommitment', forms(elsewhere).reportCommitment)
  const { rows } = await readSheet(elsewhere)
  expect(rows.find((row) => row['承诺事项'] !== null)).toMatchObject({
    承诺期限: new Date('2027-05-31T00:00:00Z'),
    承诺落实: '已经落实',
  })
})

test('a key suggestion is marked with its year and who leads it', async () => {
  await step(elsewhere, elsewhere.presidium, promised, 'markKey', forms(elsewhere).markKey)
  const { rows } = await readSheet(elsewhere)
  expect(rows.map((row) => row['重点建议']).filter(Boolean)).toEqual(['2026 年，刘志远领办'])
})

test('what looks like a formula is text', async () => {
  const { sheet } = await readSheet()
  const cell = sheet.getRow(3).getCell(2)
  expect([cell.type, cell.text, cell.numFmt]).toEqual([
    ExcelJS.ValueType.String,
    `'=HYPERLINK("http://x","点我")`,
    '@',
  ])
})

test('whatever lies in the database, the sheet can be opened, and a formula of any width is text', async () => {
  await server.database.transaction((tx) =>
    tx.query('UPDATE suggestion SET subject = ? WHERE subject LIKE ?', [
      '﹦1＋1 修水渠\u0001\uffff二组',
      '=HYPERLINK%',
    ]),
  )
  expect((await readSheet()).rows.map((row) => row['事由'])).toContain("'﹦1＋1 修水渠二组")
})

test('the file has a name that says what and when, and is kept by nobody on the way', async () => {
  const { headers } = await download()
  expect([
    decodeURIComponent(headers.get('content-disposition') ?? ''),
    headers.get('cache-control'),
  ]).toEqual([expect.stringContaining('禾丰坝镇代表建议台账-2026-07-11.xlsx'), 'private, no-store'])
})

test('there is nothing of residents in it, nor anybody’s phone, nor another town’s matter', async () => {
  const { rows } = await readSheet()
  const all = JSON.stringify(rows)
  expect(
    ['河堤冲垮了', town.villager.openid, '13800000000', '别的镇的事', '牲畜', '只有草稿'].filter((word) =>
      all.includes(word),
    ),
  ).toEqual([])
})

test('a town of hundreds comes in batches and is complete', async () => {
  await server.database.transaction(async (tx) => {
    for (let more = 0; more < 450; more += 1) {
      const id = `a${String(more).padStart(25, '0')}`
      const like =
        "FROM suggestion s JOIN matter m ON m.id = s.id WHERE s.town_id = ? AND s.suggestion_no = '2026-0001'"
      await tx.query(
        `INSERT INTO suggestion (id, town_id, suggestion_no, subject, facts, proposal,
           text_version, lead_deputy_id, current_round, created_at, submitted_at)
         SELECT ?, s.town_id, NULL, ?, s.facts, s.proposal, s.text_version, s.lead_deputy_id,
           0, s.created_at, s.submitted_at ${like}`,
        [id, `第 ${more} 件`, town.id],
      )
      await tx.query(
        `INSERT INTO matter (id, kind, town_id, state, version, state_since, title, found_by)
         SELECT ?, m.kind, m.town_id, 'submitted', m.version, m.state_since, m.title, m.found_by ${like}`,
        [id, town.id],
      )
    }
  })
  const { rows } = await readSheet()
  expect([rows.length, new Set(rows.map((row) => row['事由'])).size]).toEqual([452, 452])
})

test('office and presidium may have it; a unit, a deputy and a neighbour may not', async () => {
  const statuses = await Promise.all(
    [town.office, town.presidium, town.unit, town.deputy, elsewhere.office].map(async ({ client }) => {
      const answer = await download(client)
      await answer.arrayBuffer()
      return answer.status
    }),
  )
  expect(statuses).toEqual([200, 200, 403, 403, 403])
})

test('the report of a year that was given to the congress stays as it was that day, for everyone and as Word', async () => {
  const [params, anyone] = [{ town: town.id }, createClient(server.url)]
  const { client } = town.office
  const ofYear = { params, query: { year: '2026' } }
  expect((await anyone.call(showPublicReport, ofYear)).given).toBeNull()
  const none = await client.refused(giveReport, { params, input: { year: '2020' } })
  expect(none.fields).toEqual({ year: '2020年还没有代表建议，没有可以报告的。请换一个年份。' })
  const first = await client.call(giveReport, { params, input: { year: '2026' } })
  const again = await town.presidium.client.refused(giveReport, { params, input: { year: '2026' } })
  expect(again.code).toBe('nothing_changed')
  const before = await anyone.call(showPublicReport, ofYear)
  expect(before.given).toMatchObject({
    on: first.on,
    paper: { title: `${town.name}2026年代表建议办理情况报告` },
  })
  const rename = (name: string) =>
    server.database.transaction((tx) => tx.update(HandlingUnit, { id: town.unitId }, { name }))
  await rename('镇水务站')
  const later = await anyone.call(showPublicReport, ofYear)
  expect([later.given, later.units.map(({ name }) => name)]).toEqual([
    before.given,
    expect.arrayContaining(['镇水务站']),
  ])
  server.clock.advance({ minutes: 1 })
  const second = await client.call(giveReport, { params, input: { year: '2026' } })
  expect((await client.call(showAnnualReport, ofYear)).given.map(({ id }) => id)).toEqual([
    second.id,
    first.id,
  ])
  const word = async (given: string) =>
    readWord(
      await (
        await fetch(
          `${server.url}/api${takeAnnualReport.path.replace(':town', town.id)}?year=2026&given=${given}`,
          { headers: { authorization: `Bearer ${client.token}` } },
        )
      ).arrayBuffer(),
    ).text
  expect((await word(first.id)).includes('镇水利站') && !(await word(second.id)).includes('镇水利站')).toBe(
    true,
  )
  await rename('镇水利站')
})
