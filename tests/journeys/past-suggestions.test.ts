import {
  bringPastSuggestions,
  checkPastSuggestions,
  listPastImports,
  takeBackPastSuggestions,
} from '../../shared/api/past-suggestions'
import type { ImportReport } from '../../shared/grammar/register'
import { congressSessions } from '../../shared/registers/congress-sessions'
import { newId } from '../../server/database/id'
import { findDifferences } from '../../server/engine/rebuild'
import { startServer, type TestServer } from '../support/server'
import { forms, see, start, step } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'
import { makeWorkbook } from '../support/workbook'

/** Suggestions from before the town worked here, as a spreadsheet. */

let server: TestServer
let town: TestTown

beforeEach(async () => {
  server = await startServer({ at: '2026-12-14T01:00:00.000Z' })
  town = await buildTown(server)
  await town.office.client.call(congressSessions.endpoints.add, {
    params: { town: town.id },
    input: { termNo: 19, sessionNo: 1, openedOn: '2026-03-01', closedOn: '2026-03-01' },
  })
})
afterEach(() => server.stop())

const send = async (
  endpoint: typeof checkPastSuggestions | typeof bringPastSuggestions,
  rows: readonly Readonly<Record<string, string>>[],
  by = town.office,
) => {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const sheet = [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))]
  const form = new FormData()
  form.append('form', JSON.stringify({ fileName: '以前.xlsx' }))
  form.append('table', new Blob([new Uint8Array(await makeWorkbook({ 以前的建议: sheet }))]), 'a.xlsx')
  const answer = await fetch(`${server.url}/api${endpoint.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  return { status: answer.status, ...((await answer.json()) as ImportReport) }
}
const handedOver = {
  ...{ 领衔代表: '王建国', 提出日期: '2026-03-01', 主办单位: '镇水利站', 交办日期: '2026-03-10' },
}
const replied = {
  ...{ ...handedOver, 面商日期: '2026-04-02', 面商方式: '座谈', 答复日期: '2026-05-20' },
  ...{ 办理结果: '已经解决', 公开的一句话结果: '水渠修好 2 公里', 答复文号: '禾水〔2026〕3 号' },
}
const rated = { ...replied, 评价日期: '2026-05-28', 满意度: '满意', 附议代表: '张春梅' }
const sheet = [
  { ...rated, 编号: '12', 建议事项: '修小营水渠', 办到哪一步: '已办结', 类别: '水利防汛' },
  { ...replied, 建议事项: '加宽村道', 办到哪一步: '已答复', 提出日期: '2026-03-02' },
  { ...handedOver, 编号: '19-1-J003', 建议事项: '装路灯', 办到哪一步: '已交办' },
  { ...handedOver, 建议事项: '建公厕', 办到哪一步: '已撤回', 最后怎么处理的: '代表撤回。' },
  { 领衔代表: '李志强', 提出日期: '2026-03-01', 建议事项: '设站牌', 办到哪一步: '待交办' },
]

test('is looked at, then written whole: numbers, clocks, ends and ratings as they were; nobody is told, and twice is once', async () => {
  const { counts, lines, written } = await send(checkPastSuggestions, [
    { ...rated, 建议事项: '甲', 办到哪一步: '已办结', 领衔代表: '没有这人' },
    { ...rated, 建议事项: '乙', 办到哪一步: '已办结', 答复日期: '2026-03-05' },
    { ...handedOver, 建议事项: '丙', 办到哪一步: '已答复' },
    { ...handedOver, 建议事项: '丁', 办到哪一步: '已交办', 编号: '19-9-J001' },
    { ...rated, 建议事项: '戊', 办到哪一步: '已办结', 满意度: '还行' },
    { ...handedOver, 建议事项: '己', 办到哪一步: '已交办', 编号: '7' },
    { ...handedOver, 建议事项: '庚', 办到哪一步: '已交办', 编号: '19-1-J007' },
    { ...handedOver, 建议事项: '辛', 办到哪一步: '办理中', 提出日期: '2099-01-01' },
  ])
  expect([counts, written]).toEqual([{ added: 1, changed: 0, left: 0, wrong: 7 }, false])
  expect(lines.map(({ row, why }) => [row, why[0]])).toEqual([
    [2, '领衔代表：没有“没有这人”，请核对。'],
    [3, '“答复日期”不能早于“面商日期”，请核对。'],
    [4, '“已答复”的请填“答复日期”、“办理结果”、“公开的一句话结果”。'],
    [
      5,
      '编号“19-9-J001”和提出日期、种类对不上：这一天提出的应是“19-1-J”开头，也可以只写后面的数，或者留空由系统接着编。',
    ],
    [6, '满意度：“还行”不在可填的范围里，请填：满意、基本满意、不满意。'],
    [7, undefined],
    [8, '编号 19-1-J007 和第 7 行一样，请核对。'],
    [9, expect.stringContaining('提出日期还没有到')],
  ])
  expect((await send(bringPastSuggestions, sheet, town.deputy)).status).toBe(403)

  const told = async () =>
    (
      await Promise.all(
        [town.deputy, town.coSigner, town.unit, town.office].map((one) => toldTo(server, one)),
      )
    ).flat().length
  const before = await told()
  const looked = await send(checkPastSuggestions, sheet)
  expect(looked).toMatchObject({ written: false, counts: { added: 5, wrong: 0 } })
  expect(looked.notices).toEqual(['有 1 件没有写“办理态度”，按满意度登记。'])
  expect(await send(bringPastSuggestions, sheet)).toMatchObject({ written: true, counts: { added: 5 } })
  expect(await told()).toBe(before)
  const kept = await server.database.reader.query<{ id: string; no: string | null; subject: string }[]>(
    `SELECT s.id, s.suggestion_no AS no, s.subject FROM suggestion s
     WHERE s.town_id = ? AND s.submitted_at < '2026-03-05' ORDER BY s.suggestion_no, s.subject`,
    [town.id],
  )
  expect(kept.map(({ no, subject }) => [no, subject])).toEqual([
    ['19-1-BJ001', '加宽村道'],
    ['19-1-J003', '装路灯'],
    ['19-1-J012', '修小营水渠'],
    ['19-1-J013', '建公厕'],
    ['19-1-J014', '设站牌'],
  ])
  const idOf = (subject: string) => kept.find((one) => one.subject === subject)?.id ?? ''
  const closed = await see(town, town.deputy, idOf('修小营水渠'))
  expect(closed).toMatchObject({
    ...{ state: 'closed', unit: '镇水利站', waitsFor: null, category: { code: 'waterWorks' } },
    coSigners: [{ name: '张春梅', answer: 'signed' }],
    rounds: [
      {
        ...{ handedOverOn: '2026-03-10', deadline: { on: '2026-06-10' } },
        consultations: [{ heldOn: '2026-04-02', answer: 'confirmed' }],
        reply: { on: '2026-05-20', outcome: 'solved', documentNo: '禾水〔2026〕3 号' },
        evaluation: { attitude: 'satisfied', result: 'satisfied', on: '2026-05-28' },
      },
    ],
  })
  expect(closed.changedAt.slice(0, 10)).toBe('2026-05-28')
  expect(closed.timeline).toMatchObject([{ by: '镇人大办 陈静', note: '补录：从电子表格登记的以前的建议' }])
  // What still goes on waits for whoever it waits for, from today; its deadline is that of its hand-over.
  expect(await see(town, town.deputy, idOf('加宽村道'))).toMatchObject({
    state: 'replied',
    waitsFor: 'leadDeputy',
  })
  expect(await see(town, town.unit, idOf('装路灯'))).toMatchObject({
    ...{ state: 'assigned', waitsFor: 'leadUnit' },
    rounds: [{ deadline: { on: '2026-06-10', urgency: 'overdue' } }],
  })
  await server.run('clock')
  expect((await see(town, town.deputy, idOf('加宽村道'))).state).toBe('replied')
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])

  const again = await send(bringPastSuggestions, sheet)
  expect(again).toMatchObject({ written: true, counts: { added: 0, left: 5 } })
  // The next one of that session comes after the last.
  const next = await start(town)
  await step(town, town.deputy, next, 'submit')
  await step(town, town.office, next, 'startReview')
  expect((await step(town, town.office, next, 'accept', forms(town).accept)).no).toBe('19-1-BJ002')
})

const params = () => ({ town: town.id })
const numbered = async () =>
  server.database.reader.query<{ id: string; no: string; subject: string }[]>(
    'SELECT id, suggestion_no AS no, subject FROM suggestion WHERE town_id = ? ORDER BY suggestion_no',
    [town.id],
  )
const first = { ...replied, 评价日期: '2026-06-01', 满意度: '不满意', 哪里不满意: '还在漏。' }
const second = { 第几轮: '2', 交办日期: '2026-06-10', 答复日期: '2026-07-01', 面商日期: '', 面商方式: '' }

test('a second round is a second row; co-units and a motion on the agenda come along, and each is asked for what it lacks', async () => {
  const units = { 协办单位: '镇财政所' }
  const told = await send(checkPastSuggestions, [
    { ...first, 建议事项: '甲', 办到哪一步: '已办结', 满意度: '满意' },
    { ...replied, ...second, 建议事项: '甲', 办到哪一步: '已答复' },
    { ...replied, ...second, 建议事项: '乙', 办到哪一步: '已答复' },
    { ...first, 建议事项: '丙', 办到哪一步: '不满意待处理' },
    { ...replied, ...second, 建议事项: '丙', 办到哪一步: '已答复', 第几轮: '3', 交办日期: '2026-05-30' },
    { ...handedOver, 建议事项: '丁', 办到哪一步: '已交办', 种类: '议案' },
    { ...handedOver, 建议事项: '戊', 办到哪一步: '已交办', 怎样列入议程: '主席团决定。' },
    { ...handedOver, 建议事项: '己', 办到哪一步: '已交办', 协办单位: '镇水利站' },
  ])
  expect(told.lines.flatMap(({ row, why }) => why.map((one) => [row, one]))).toEqual([
    [3, '又办了一轮的，第 2 行“办到哪一步”请写“不满意待处理”。'],
    [4, '它的第一轮也要有一行，请写在这一行的前面。'],
    [6, '它接着第 5 行，“第几轮”请写 2。'],
    [6, '这一轮的“交办日期”不能早于第 5 行的最后一天，请核对。'],
    [7, '议案请填“怎样列入议程”；没有列入议程的，种类写“建议”。'],
    [8, '只有议案才填“怎样列入议程”。'],
    [9, '主办单位不用再写成协办单位。'],
  ])

  const sheet = [
    { ...first, ...units, 建议事项: '修桥', 办到哪一步: '不满意待处理' },
    {
      ...replied,
      ...second,
      ...units,
      建议事项: '修桥',
      办到哪一步: '已答复',
      公开的一句话结果: '桥修好了',
    },
    { ...handedOver, ...units, 建议事项: '修堤', 办到哪一步: '办理中' },
    {
      ...{ ...handedOver, 建议事项: '建水厂', 办到哪一步: '已交办' },
      ...{ 种类: '议案', 怎样列入议程: '第一次会议主席团决定列入议程。' },
    },
  ]
  expect(await send(bringPastSuggestions, sheet)).toMatchObject({
    ...{ written: true, counts: { added: 4, wrong: 0 } },
  })
  const kept = await numbered()
  expect(kept.map(({ no, subject }) => [no, subject])).toEqual([
    ['19-1-A001', '建水厂'],
    ['19-1-J001', '修桥'],
    ['19-1-J002', '修堤'],
  ])
  const idOf = (subject: string) => kept.find((one) => one.subject === subject)?.id ?? ''
  const bridge = await see(town, town.deputy, idOf('修桥'))
  expect(bridge).toMatchObject({
    ...{
      state: 'replied',
      waitsFor: 'leadDeputy',
      asks: [{ answer: [{ label: '协办意见', text: '补录：以前的协办意见，见纸质档案。' }] }],
    },
    rounds: [
      {
        ...{ handedOverOn: '2026-03-10', deadline: { on: '2026-06-10' }, reply: { on: '2026-05-20' } },
        evaluation: { result: 'notSatisfied', on: '2026-06-01', reason: '还在漏。' },
      },
      {
        ...{ handedOverOn: '2026-06-10', reply: { on: '2026-07-01', publicResult: '桥修好了' } },
        evaluation: null,
      },
    ],
  })
  // Only where no reply has come yet is the co-unit still asked.
  expect((await see(town, town.unit, idOf('修堤'))).asks).toMatchObject([{ answer: null }])
  expect(await see(town, town.office, idOf('建水厂'))).toMatchObject({
    ...{ kind: 'motion', agendaDecision: '第一次会议主席团决定列入议程。' },
  })
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  // It goes on like any other: the deputy rates the second round.
  expect((await step(town, town.deputy, idOf('修桥'), 'evaluate', forms(town).evaluate)).state).toBe('closed')
  expect(await send(bringPastSuggestions, sheet)).toMatchObject({ counts: { added: 0, left: 4 } })
})

test('an import is taken back whole with its numbers, unless somebody has gone on with one of them', async () => {
  const before = await everything()
  await send(bringPastSuggestions, [{ ...sheet[0], 公开的一句话结果: '联系 13800138000' }, ...sheet.slice(1)])
  await server.run('clock')
  const imports = async () =>
    (await town.office.client.call(listPastImports, { params: params(), query: {} })).items
  const [brought] = await imports()
  expect(brought).toMatchObject({ fileName: '以前.xlsx', says: '补录 5 件', by: '陈静', takenBackAt: null })
  const takeBack = (id: string, by = town.office) =>
    by.client.ask(takeBackPastSuggestions, { params: { ...params(), id }, input: {} })
  expect((await takeBack(brought?.id ?? '', town.deputy)).status).toBe(403)
  expect((await takeBack(brought?.id ?? '')).status).toBe(200)
  expect(await everything()).toEqual(before)
  expect(await imports()).toMatchObject([{ says: '补录 5 件', undoUntil: null }])
  expect(await takeBack(brought?.id ?? '')).toMatchObject({ code: 'nothing_changed' })
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])

  server.clock.set('2026-12-14T02:00:00.000Z')
  await send(bringPastSuggestions, sheet)
  const [again] = await imports()
  const kept = await numbered()
  expect(kept[0]?.no).toBe('19-1-BJ001')
  const given = kept.find(({ subject }) => subject === '装路灯')?.id ?? ''
  await step(town, town.unit, given, 'receive', forms(town).receive)
  expect(await takeBack(again?.id ?? '')).toMatchObject({
    code: 'built_upon',
    message: '不能整个撤回：《装路灯》补录以后已经有人办过，或者有别的事接着它。写错的请在那一件里改。',
  })
  expect(await numbered()).toEqual(kept)
})

/** How many rows there are of all that an import writes. */
async function everything() {
  const tables = `suggestion suggestion_round co_signature consultation reply commitment evaluation ask reminder matter
    matter_event matter_holder matter_told search_token content_check number_series`
  const rows = await server.database.reader.query<{ name: string; count: number | string }[]>(
    tables
      .split(/\s+/)
      .map((name) => `SELECT '${name}' AS name, COUNT(*) AS count FROM ${name}`)
      .join(' UNION ALL '),
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]))
}
