import { type DutyBook, showDutyBook, showOwnDutyBook } from '../../shared/api/duty-books'
import { showOwnDutyFile } from '../../shared/api/duty-files'
import { bookPaper } from '../../shared/duty/books'
import { plainTextOf } from '../../shared/papers/plain-text'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { goodDeeds } from '../../shared/registers/good-deeds'
import { trainings } from '../../shared/registers/trainings'
import { visits } from '../../shared/registers/visits'
import { addGroup } from '../support/group'
import { staySignedIn } from '../support/lived'
import { startServer, type TestServer } from '../support/server'
import { forms, start, step } from '../support/suggestion'
import { buildTown, type TestPerson, type TestTown } from '../support/town'

/** 年册 and 届册 (E17): a file on paper in eight parts; a second print repeats its count and its number. */
let server: TestServer
let town: TestTown
let leader: TestPerson
let params: { town: string }

beforeAll(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  leader = await addGroup(server, town, [town.deputy, town.coSigner])
  await staySignedIn(server)
  const { client } = town.office
  for (const [termNo, openedOn, closedOn] of [
    [18, '2021-11-10', '2021-11-12'],
    [19, '2025-10-24', '2025-10-26'],
  ] as const)
    await client.call(congressSessions.endpoints.add, {
      params,
      input: { termNo, sessionNo: 1, openedOn, closedOn },
    })
  for (const [title, heldOn, organiser] of [
    ['上一届的最后一课', '2025-10-23', 'town'],
    ['本届第一课', '2025-10-24', 'county'],
    ['预算法讲座', '2026-03-10', 'town'],
    ['年底的一课', '2025-12-31', 'town'],
    ['新年的一课', '2026-01-01', 'town'],
  ] as const)
    await client.call(trainings.endpoints.add, {
      params,
      input: {
        ...{ title, topic: 'law', trainingForm: 'collective', heldOn, organiser },
        personIds: [town.deputy.id],
      },
    })
  await town.deputy.client.call(visits.endpoints.add, {
    params,
    input: { visitedOn: '2026-11-20', visitKind: 'home', villageId: town.village, persons: '3' },
  })
  await town.deputy.client.call(goodDeeds.endpoints.add, {
    params,
    input: { deedKind: 'mediation', title: '调好一起地界纠纷', doneOn: '2026-11-18', disputeKind: 'land' },
  })
  const suggestion = await start(town)
  await step(town, town.deputy, suggestion, 'submit', {})
  await step(town, town.office, suggestion, 'startReview', {})
  await step(town, town.office, suggestion, 'accept', forms(town).accept)
})
afterAll(() => server.stop())

const own = (query: object = {}) => town.deputy.client.call(showOwnDutyBook, { params, query })
const read = ({ client }: TestPerson, query: object = {}) =>
  client.call(showDutyBook, { params: { ...params, id: town.deputy.id }, query })
const trained = ({ parts }: DutyBook) =>
  parts
    .flatMap(({ lines }) => lines)
    .flatMap(({ kind, title }) => (kind === 'trainingAttended' ? [title] : []))

test('the book of a year holds the days of that year in Beijing, the first and the last with them', async () => {
  expect(trained(await own({ year: '2025' }))).toEqual(['上一届的最后一课', '本届第一课', '年底的一课'])
  expect(trained(await own({ year: '2026' }))).toEqual(['新年的一课', '预算法讲座'])
  server.clock.set('2026-12-31T15:59:00Z')
  const late = await start(town)
  await step(town, town.deputy, late, 'submit', {})
  server.clock.set('2026-12-31T16:01:00Z')
  const early = await start(town)
  await step(town, town.deputy, early, 'submit', {})
  const proposed = async (from: string, to: string) =>
    (await town.deputy.client.call(showOwnDutyFile, { params, query: { from, to } })).parts
      .flatMap(({ lines }) => lines)
      .flatMap(({ kind, on }) => (kind === 'suggestionSubmitted' ? [on] : []))
  expect(await proposed('2026-12-01', '2026-12-31')).toEqual(['2026-12-31'])
  expect(await proposed('2027-01-01', '2027-12-31')).toEqual(['2027-01-01'])
})

test('a term goes from its first session to the day before the next, its years side by side', async () => {
  const before = await own({ term: '18' })
  expect([before.from, before.to, trained(before)]).toEqual([
    '2021-11-10',
    '2025-10-23',
    ['上一届的最后一课'],
  ])
  const now = await own({ term: 'now' })
  expect([now.termNo, now.from, trained(now).length]).toEqual([19, '2025-10-24', 4])
  const counted = now.years.map(({ year, counted: all }) => [
    year,
    all.find(({ kind }) => kind === 'trainingAttended')?.lines ?? 0,
  ])
  expect(counted).toEqual([
    [2025, 2],
    [2026, 2],
    [2027, 0],
  ])
  expect(now.suggestions.map(({ subject, outcome }) => [subject, outcome])).toContainEqual([
    '修复大郭西段河堤',
    '已受理，待交办',
  ])
  const unknown = await town.deputy.client.refused(showOwnDutyBook, { params, query: { term: '7' } })
  expect(unknown.fields?.term).toContain('没有登记过这一届的会议')
})

test('a second print has the same number; one fact more has another', async () => {
  const [first, second] = [await own({ year: '2025' }), await own({ year: '2025' })]
  expect([second.count, second.check]).toEqual([first.count, first.check])
  await town.deputy.client.call(visits.endpoints.add, {
    params,
    input: { visitedOn: '2025-11-20', visitKind: 'home', villageId: town.village, persons: '2' },
  })
  const third = await own({ year: '2025' })
  expect(third.count).toBe(first.count + 1)
  expect(third.check).not.toBe(first.check)
})

test('on paper: eight parts, who called together, what each part adds up to, and lines to sign', async () => {
  const paper = bookPaper(await own({ year: '2026' }), town.name, '2026-12-31')
  const headings = paper.blocks.flatMap((block) => (block.is === 'heading' ? [block.text] : []))
  expect(headings).toEqual([
    ...['一、基本情况', '二、参加会议', '三、视察调研', '四、学习培训', '五、小组活动和联系群众'],
    ...['六、提出建议', '七、述职和接受监督', '八、表彰'],
  ])
  const text = plainTextOf(paper)
  expect(text).toContain('2026-03-10\t学习培训：预算法讲座\t镇人大\t')
  expect(text).toContain('合计 学习培训 2 次。')
  expect(text).toContain('调处纠纷：调好一起地界纠纷')
  expect(text).toMatch(/共 \d+ 条。\n打印日：2026年12月31日。校验码：[0-9a-f]{16}。/)
  const term = plainTextOf(bookPaper(await own({ term: '19' }), town.name, '2027-01-01'))
  expect(term).toContain('类别\t2025\t2026\t2027\t合计')
  expect(term).toContain('学习培训\t2\t2\t\t4')
  expect(term).toContain('第19届履职总结')
})

test('others who may read it find no restricted line on it; whoever may not read the file has no book', async () => {
  for (const reader of [leader, town.office])
    for (const query of [{ year: '2026' }, { term: 'now' }]) {
      const book = await read(reader, query)
      const text = plainTextOf(bookPaper(book, town.name, '2026-12-31'))
      expect(JSON.stringify(book) + text).not.toContain('地界')
      expect(text).toContain('另有 1 条不公开')
    }
  const refused = async ({ client }: TestPerson) =>
    (await client.refused(showDutyBook, { params: { ...params, id: town.deputy.id }, query: {} })).code
  expect(await refused(town.coSigner)).toBe('not_found')
  expect(await refused(town.presidium)).toBe('not_found')
  expect(await refused(town.unit)).toBe('not_allowed')
})
