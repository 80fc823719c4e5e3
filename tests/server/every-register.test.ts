import ExcelJS from 'exceljs'
import {
  bringPastSuggestions,
  checkPastSuggestions,
  listPastImports,
  takeBackPastSuggestions,
} from '../../shared/api/past-suggestions'
import { bringRoster, checkRoster, takeBackRoster } from '../../shared/api/roster'
import type { Endpoint } from '../../shared/grammar/endpoint'
import type { ImportReport, Register } from '../../shared/grammar/register'
import { newId } from '../../server/database/id'
import { overBudget } from '../support/budget'
import { addRows, registers, whoMay } from '../support/matrix/registers'
import { addCounty, type Peopled, peopleTown } from '../support/matrix/people'
import { startServer, type TestServer } from '../support/server'
import { dearest } from '../support/statements'
import type { TestPerson } from '../support/town'
import { makeWorkbook } from '../support/workbook'

/** What holds of every register, and what each asks of the database for it. */
let server: TestServer
let peopled: Peopled
let rows: Record<string, string>
beforeAll(async () => {
  server = await startServer()
  peopled = await peopleTown(server, '禾丰坝镇', await addCounty(server, '云岭县'))
  rows = await addRows(server, peopled)
})
afterAll(() => server.stop())

/** What becomes another in a row whose name is written once. */
const another: Readonly<Record<string, object>> = {
  electedDeputies: { paper: '公告第三号' },
  congressSessions: { closedOn: '2026-01-13' },
  externalSuggestions: { subject: '修桥' },
  mandates: { paper: '公告第二号' },
  posts: { paper: '任免第二号' },
  elections: { votesCast: 1205 },
  stationChecks: { note: '补一块牌子' },
  townEvents: { month: 3 },
  trainings: { teacher: '宋律师' },
  calendarEntries: { at: '9:00' },
  honourCampaigns: { toYear: 2027 },
  absences: { reason: '外出务工' },
  visits: { result: '当场答复了' },
  goodDeeds: { result: '通水了' },
  contactLinks: { note: '西片两个村' },
  contactEntries: { result: '已经解决' },
}

const keeperOf = ({ keptBy }: Register) => peopled.people[whoMay(keptBy)[0] as 'office']
const params = (id = '') => ({ town: peopled.town.id, id })
const rowNow = (register: Register, id: string) =>
  keeperOf(register).client.call(register.endpoints.show, { params: params(id) })
const write = (register: Register, what: 'change' | 'end' | 'restore', id: string, input: object) =>
  keeperOf(register).client.call<Register['endpoints']['show']>(register.endpoints[what] as never, {
    params: params(id),
    input: input as never,
  })

async function sheetOf(register: Register) {
  const answer = await fetch(
    `${server.url}/api${register.endpoints.takeTable.path.replace(':town', peopled.town.id)}`,
    { headers: { authorization: `Bearer ${keeperOf(register).client.token}` } },
  )
  return Buffer.from(await answer.arrayBuffer())
}
async function send(endpoint: Endpoint, by: TestPerson, file: Buffer, how?: object) {
  const form = new FormData()
  if (how) form.append('form', JSON.stringify(how))
  form.append('table', new Blob([new Uint8Array(file)]), 'a.xlsx')
  const answer = await fetch(`${server.url}/api${endpoint.path.replace(':town', peopled.town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  const body = (await answer.json()) as ImportReport & { message: string }
  if (answer.status !== 200) throw new Error(body.message)
  return body
}

test.each(registers)(
  '%s: a row is changed, ends, counts again, goes out in a table and comes in again',
  async (name, register) => {
    const id = rows[name] as string
    const before = await rowNow(register, id)
    const values = Object.entries(before.values).filter(
      ([field, value]) => value !== null && value !== false && register.fixed?.includes(field) !== true,
    )
    const form = {
      ...Object.fromEntries(values),
      ...(another[name] ?? { name: `${String(before.values.name)}二` }),
    }
    const changed = await write(register, 'change', id, { version: before.version, form })
    expect(changed.history.at(-1)).toMatchObject({ what: '修改', changes: [{}] })

    // Whoever had the row open as it was before is told who was first, and what is another now.
    const stale = await keeperOf(register).client.refused<Register['endpoints']['show']>(
      register.endpoints.change,
      {
        params: params(id),
        input: { version: before.version, form },
      },
    )
    expect([stale.code, stale.message]).toEqual([
      'stale',
      expect.stringMatching(/^您打开以后，.*修改（.+：.+）。您填的还在/),
    ])

    const { kinds } = register.ends
    const ended = await write(register, 'end', id, {
      version: changed.version,
      form: { endedOn: '2026-11-20', endedWhy: '试一试', ...(kinds && { endedKind: Object.keys(kinds)[0] }) },
    })
    expect([ended.endedOn, ended.history.at(-1)?.what]).toEqual(['2026-11-20', register.ends.label])
    const again = await write(register, 'restore', id, { version: ended.version, form: {} })
    expect([again.endedOn, again.values]).toEqual([null, changed.values])

    const file = await sheetOf(register)
    const looked = await send(register.endpoints.checkTable, keeperOf(register), file)
    expect(looked.lines.flatMap(({ why }) => why)).toEqual([])
    expect(looked).toMatchObject({ written: false, counts: { added: 0, changed: 0, wrong: 0 } })
    expect(looked.counts.left).toBeGreaterThan(0)
    const brought = await send(register.endpoints.bringTable, keeperOf(register), file)
    expect(brought).toMatchObject({ written: true, counts: looked.counts })
  },
)

/** How often the database was asked for the last of these. */
async function askedFor(name: string, work: () => Promise<unknown>) {
  dearest.delete(name)
  await work()
  // The answer may be here before the server has heard that it is out.
  while (!dearest.has(name)) await new Promise((next) => setImmediate(next))
  return dearest.get(name)?.length ?? 0
}
const some = (count: number, line: (at: number) => unknown[]) =>
  Array.from({ length: count }, (_, at) => line(at))
const named = (at: number) => `试${String.fromCharCode(0x4e00 + at)}`

test('a longer table asks no more often', async () => {
  const { people } = Object.fromEntries(registers) as { people: Register }
  const heads = await headsOf(people)
  const [village, group] = [await firstName('village'), await firstName('deputy_group')]
  const given = (at: number): Readonly<Record<string, string>> => ({
    ...{ 姓名: named(at), 手机号: String(13900000000 + at), 所在村: village, 代表小组: group },
  })
  expect(Object.keys(given(0)).filter((head) => !heads.includes(head))).toEqual([])
  const table = (count: number, phone: number) =>
    makeWorkbook({
      人员: [heads, ...some(count, (at) => heads.map((head) => given(phone + at)[head] ?? ''))],
    })
  const bring = async (count: number, phone: number) =>
    askedFor('people.bringTable', async () =>
      send(people.endpoints.bringTable, keeperOf(people), await table(count, phone)),
    )
  const few = await bring(3, 100)
  expect((await bring(90, 1000)) - few).toBeLessThanOrEqual(slices)
})

test('a longer roster asks no more often, when it is looked at, written, and taken back', async () => {
  const { office } = peopled.people
  const how = { fileName: '名册.xlsx', withHidden: false, mends: [], leaves: [], answers: [], work: 0 }
  const roster = (count: number, phone: number) =>
    makeWorkbook({
      代表: [
        ['姓名', '代表级别', '手机号', '代表证号'],
        ...some(count, (at) => [
          named(phone + at),
          '镇级',
          String(13800100000 + phone + at),
          `镇${phone + at}`,
        ]),
      ],
    })
  const asked = async (count: number, phone: number) => {
    const file = await roster(count, phone)
    server.clock.set(new Date(server.clock.now().getTime() + 60_000).toISOString())
    const check = await askedFor('checkRoster', () => send(checkRoster, office, file, how))
    const bring = await askedFor('bringRoster', () => send(bringRoster, office, file, how))
    const [last] = await server.database.reader.query<{ id: string }[]>(
      'SELECT id FROM import_record ORDER BY imported_at DESC LIMIT 1',
    )
    const back = await askedFor('takeBackRoster', () =>
      office.client.call(takeBackRoster, { params: params(last?.id), input: {} }),
    )
    return { check, bring, back }
  }
  const few = await asked(2, 5000)
  const many = await asked(90, 6000)
  for (const what of ['check', 'bring', 'back'] as const)
    expect([what, Math.max(0, many[what] - few[what] - slices)]).toEqual([what, 0])
})

test('a longer sheet of past suggestions asks no more often, when it is looked at, written, and taken back', async () => {
  const { office } = peopled.people
  const [deputy, unit] = [await firstDeputy(), await firstName('handling_unit')]
  const heads = ['建议事项', '领衔代表', '提出日期', '办到哪一步', '主办单位', '交办日期', '答复日期']
  const more = ['办理结果', '公开的一句话结果', '附议代表', '面商日期', '面商方式', '满意度']
  const past = (count: number, from: number) =>
    makeWorkbook({
      以前的建议: [
        [...heads, ...more],
        ...some(count, (at) => [
          ...[named(from + at), deputy, '2026-03-02', '已办结', unit, '2026-03-10', '2026-05-20'],
          ...['已经解决', '路修好了', '', '2026-05-11', '座谈', '满意'],
        ]),
      ],
    })
  const asked = async (count: number, from: number) => {
    const file = await past(count, from)
    server.clock.set(new Date(server.clock.now().getTime() + 60_000).toISOString())
    const how = { fileName: '以前.xlsx' }
    const check = await askedFor('checkPastSuggestions', () => send(checkPastSuggestions, office, file, how))
    const bring = await askedFor('bringPastSuggestions', () => send(bringPastSuggestions, office, file, how))
    const [last] = (await office.client.call(listPastImports, { params: params(), query: {} })).items
    const back = await askedFor('takeBackPastSuggestions', () =>
      office.client.call(takeBackPastSuggestions, { params: params(last?.id), input: {} }),
    )
    return { check, bring, back }
  }
  const few = await asked(2, 0)
  const many = await asked(200, 100)
  for (const what of ['check', 'bring', 'back'] as const)
    expect([what, Math.max(0, many[what] - few[what] - slices)]).toEqual([what, 0])
})

test('none of them asks more often than it may', () => {
  expect(overBudget()).toEqual([])
})

/** Many rows are written some hundred at a time, with what they are found by. */
const slices = 10

async function firstName(table: string) {
  const [row] = await server.database.reader.query<{ name: string }[]>(
    `SELECT name FROM ${table} WHERE town_id = ? LIMIT 1`,
    [peopled.town.id],
  )
  return row?.name ?? ''
}

async function firstDeputy() {
  const [row] = await server.database.reader.query<{ name: string }[]>(
    `SELECT p.name FROM person p JOIN mandate d ON d.person_id = p.id
     WHERE p.town_id = ? AND d.congress_level = 'township' LIMIT 1`,
    [peopled.town.id],
  )
  return row?.name ?? ''
}

async function headsOf(register: Register) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await sheetOf(register)).buffer)
  return (workbook.worksheets[0]?.getRow(1).values as unknown[]).slice(1).map(String)
}
