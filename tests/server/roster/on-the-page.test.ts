import {
  bringRoster,
  checkRoster,
  type HowToRead,
  listImports,
  type RosterReport,
  showProgress,
  takeBackRoster,
} from '../../../shared/api/roster'
import { listDeputies } from '../../../shared/api/people'
import { showTerm } from '../../../shared/api/term'
import { posts as register } from '../../../shared/registers/posts'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { newId } from '../../../server/database/id'
import { writeOpinion } from '../../../shared/matters/opinion/endpoints'
import { startServer, type TestServer } from '../../support/server'
import { buildTown, signedIn, signedInAgain, type TestTown } from '../../support/town'
import { makeWorkbook } from '../../support/workbook'

/** A clerk at a desk brings a roster in: looks, mends, answers, writes, and takes all of it back. */
let server: TestServer
let town: TestTown
let params: { town: string }
beforeAll(async () => {
  server = await startServer({ at: '2026-11-23T01:00:00.000Z' })
  town = await buildTown(server)
  params = { town: town.id }
})
afterAll(() => server.stop())

const asItIs: HowToRead = {
  fileName: '名册.xlsx',
  withHidden: false,
  mends: [],
  leaves: [],
  answers: [],
  work: 0,
}

async function send(endpoint: Endpoint, file: Buffer, how: Partial<HowToRead> = {}, person = town.office) {
  const form = new FormData()
  form.append('form', JSON.stringify({ ...asItIs, ...how }))
  form.append('table', new Blob([new Uint8Array(file)]), 'a.xlsx')
  const answer = await fetch(`${server.url}/api${endpoint.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  return {
    status: answer.status,
    body: (await answer.json()) as RosterReport & { code: string; message: string },
  }
}
const look = async (file: Buffer, how?: Partial<HowToRead>) => (await send(checkRoster, file, how)).body
const bring = async (file: Buffer, how?: Partial<HowToRead>) => {
  server.clock.set(new Date(server.clock.now().getTime() + 60_000).toISOString())
  return (await send(bringRoster, file, how)).body
}
const imports = async () => (await town.office.client.call(listImports, { params, query: {} })).items
const takeBack = (id: string) =>
  town.office.client.ask(takeBackRoster, { params: { ...params, id }, input: {} })
const count = async (table: string, where = '1 = 1') => {
  const [row] = await server.database.reader.query<{ count: number }[]>(
    `SELECT COUNT(*) AS count FROM ${table} WHERE ${where}`,
  )
  return Number(row?.count)
}

const head = ['姓名', '代表级别', '手机号', '所在村', '代表证号']
const roster = (people: unknown[][], villages: unknown[][] = [['远山村']]) =>
  makeWorkbook({ 村: [['村名'], ...villages], 代表: [head, ...people] })
const right = () =>
  roster([
    ['试甲', '镇级', '13900006601', '远山村', '镇001'],
    ['试乙', '镇级', '13900006602', '远山村', '镇002'],
  ])

test('what is wrong is said in the words of the command line, with what stands in the cell, and mended there', async () => {
  const file = await roster([
    ['试甲', '镇级', '1390000', '远山村', '镇001'],
    ['试乙', '省市级', '13900006602', '近水村', '镇002'],
  ])
  const report = await look(file)
  // The village too, although the row cannot be read yet.
  expect([report.wrong, report.written, report.problems[0]]).toEqual([
    3,
    false,
    {
      sheet: '代表',
      row: 2,
      heading: '手机号',
      sentence: '代表 第 2 行 手机号：“1390000”不是 11 位手机号（或带区号的座机号），请改正',
      title: '试甲',
      text: '1390000',
      alike: [],
    },
  ])
  const mends = [
    { sheet: '代表', row: 2, heading: '手机号', text: '139 0000 6601' },
    { sheet: '代表', row: 3, heading: '代表级别', text: '镇级' },
  ]
  expect((await look(file, { mends })).problems.map(({ heading, text }) => [heading, text])).toEqual([
    ['所在村', '近水村'],
  ])
  const all = [...mends, { sheet: '代表', row: 3, heading: '所在村', text: '远山村' }]
  expect((await look(file, { mends: all })).counts).toEqual({ added: 5, changed: 0, left: 0 })
  expect((await look(file, { mends, leaves: [{ sheet: '代表', row: 3 }] })).counts.added).toBe(3)
  expect([await count('person', "name LIKE '试%'"), await imports()]).toEqual([0, []])
})

test('what is hidden is asked about, and comes in only when somebody says so', async () => {
  const file = await makeWorkbook({ 村: [['村名'], ['远山村'], ['近水村']] }, (workbook) => {
    const row = workbook.worksheets[0]?.getRow(3)
    if (row) row.hidden = true
  })
  const report = await look(file)
  expect([report.hidden, report.counts.added]).toEqual([['村：第 3 行是隐藏的，没有读。'], 1])
  expect((await look(file, { withHidden: true })).counts.added).toBe(2)
})

test('an old file says how to save it, no file says so too, and nobody but the office may send one', async () => {
  const old = await send(checkRoster, Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect([old.status, old.body.message]).toEqual([
    400,
    '这是旧版 .xls 文件，或者加了密码。请在表格软件里去掉密码，另存为 .xlsx 再导入。',
  ])
  const gbk = Buffer.from('d0d5c3fb2cb4fab1edbcb6b1f00d0acad4bcd72cd5f2c8cbb4f3b4fab1ed0d0a', 'hex')
  expect((await look(gbk)).lines.map(({ title }) => title)).toContain('试甲 镇人大代表')
  const file = await right()
  for (const person of [town.presidium, town.deputy, town.unit])
    expect((await send(bringRoster, file, {}, person)).status).toBe(403)
})

test('nobody of a town makes somebody staff of the county', async () => {
  const file = await makeWorkbook({
    工作人员: [
      ['姓名', '岗位'],
      ['试丙', '县人大工作人员'],
    ],
  })
  const { problems, written } = await bring(file)
  expect([problems.map(({ sentence }) => sentence), written]).toEqual([
    ['工作人员 第 2 行 岗位：县人大的工作人员不由镇里登记，请去掉这一行'],
    false,
  ])
})

describe('what was written', () => {
  const standing = async () =>
    JSON.stringify(
      await Promise.all(
        [
          'village',
          'deputy_group',
          'electoral_district',
          'person',
          'mandate',
          'post',
          'liaison_station',
          'station_deputy',
          'elected_deputy',
        ].map((table) =>
          server.database.reader.query(
            `SELECT * FROM ${table} ORDER BY ${table === 'station_deputy' ? 'person_id' : 'id'}`,
          ),
        ),
      ),
      (key, value: unknown) => (key === 'version' ? undefined : value),
    )

  test('is remembered with who, when and how much, and taken back whole', async () => {
    const before = await standing()
    const report = await bring(await right())
    expect([report.written, report.counts.added, report.missing.map(({ name }) => name)]).toEqual([
      true,
      5,
      expect.arrayContaining(['王建国', '陈静']),
    ])
    const [record] = await imports()
    expect(record).toMatchObject({
      by: '陈静',
      fileName: '名册.xlsx',
      says: '新增 5 条，修改 0 条',
      at: server.clock.now().toISOString(),
      undoUntil: '2026-12-23',
    })
    expect((await takeBack(record?.id ?? '')).status).toBe(200)
    expect(await standing()).toBe(before)
    expect(await imports()).toMatchObject([
      { takenBackAt: server.clock.now().toISOString(), undoUntil: null },
    ])
    expect(await count('import_record', 'changes IS NOT NULL')).toBe(0)
    expect(await takeBack(record?.id ?? '')).toMatchObject({ code: 'nothing_changed' })
    expect(await takeBack(newId())).toMatchObject({ code: 'not_found' })
  })

  test('changed somebody, who is then as before', async () => {
    const before = await standing()
    const file = await roster([['王建国', '镇级', '13900006609', '大郭西村', '']], [['大郭西村']])
    const report = await bring(file)
    expect(report.lines).toContainEqual({
      fate: 'changed',
      word: expect.any(String) as string,
      title: '王建国',
      changes: expect.arrayContaining([
        { label: '手机号', from: null, to: '尾号 6609' },
        { label: '所在村', from: null, to: '大郭西村' },
      ]) as unknown,
    })
    const [record] = await imports()
    await takeBack(record?.id ?? '')
    expect(await standing()).toBe(before)
  })

  test('is who was elected for the next term: nobody of it need be known before, nothing of this term changes, and all of it is taken back', async () => {
    const list = (termNo: string, ...more: unknown[][]) =>
      makeWorkbook({
        新一届代表名单: [
          ['届', '姓名', '选区', '代表小组', '小组职务', '公告'],
          [termNo, '王建国', '第一选区', '第一代表小组', '组长', '公告第 3 号'],
          [termNo, '试新', '第二选区', '第一代表小组', '', '公告第 3 号'],
          ...more,
        ],
      })
    const before = await standing()
    const wrong = await look(
      await list(
        '第20届',
        ['第20届', '试二', '第二选区', '第一代表小组', '组长', ''],
        ['第21届', '试三', '', '', '', ''],
        ['第20届', '试新', '第二选区', '', '', ''],
      ),
    )
    expect(wrong.problems.map(({ row, heading }) => [row, heading])).toEqual([[6, '姓名']])
    const leaders = await list('20', ['20', '试二', '第二选区', '第一代表小组', '组长', ''], ['21', '试三'])
    expect(
      (await look(leaders)).problems.map(({ row, heading, sentence }) => [row, heading, sentence]),
    ).toEqual([
      [4, '小组职务', expect.stringContaining('已经有组长')],
      [5, '届', expect.stringContaining('一次只准备一届')],
    ])
    expect(await standing()).toBe(before)

    const report = await bring(await list('第二十届'))
    expect([report.written, report.missing, report.lines.map(({ word, title }) => [word, title])]).toEqual([
      true,
      [],
      expect.arrayContaining([
        ['人', '试新'],
        ['选区', '第二选区'],
        ['新一届代表', '第20届 王建国'],
        ['新一届代表', '第20届 试新'],
      ]),
    ])
    const { deputies } = await town.villager.client.call(listDeputies, { params })
    expect(deputies.map(({ name }) => name)).not.toContain('试新')
    const term = await town.presidium.client.call(showTerm, { params })
    expect(term).toMatchObject({
      term: { termNo: 20, openedOn: null, begun: false },
      again: [{ name: '王建国', district: '第一选区', leads: true }],
      fresh: [{ name: '试新', district: '第二选区', leads: false }],
      unfilled: [],
      leaderless: [],
    })
    const same = await bring(await list('20'))
    expect(same.counts).toEqual({ added: 0, changed: 0, left: 2 })
    const [record] = await imports()
    expect((await takeBack(record?.id ?? '')).status).toBe(200)
    expect(await standing()).toBe(before)
    expect((await town.office.client.call(showTerm, { params })).term).toBeNull()
  })

  test('is not taken back once somebody depends on it, and whoever asks is told who', async () => {
    await bring(await right())
    const [record] = await imports()
    const id = record?.id ?? ''
    const [deputy] = await server.database.reader.query<{ id: string }[]>(
      "SELECT id FROM person WHERE name = '试甲'",
    )
    await town.villager.client.call(writeOpinion, {
      params,
      input: { deputyId: deputy?.id ?? '', kind: 'report', text: '路灯不亮。', again: true },
    })
    const refused = await takeBack(id)
    expect(refused).toMatchObject({
      code: 'built_upon',
      message: expect.stringContaining('已有 1 条留言写给他们') as string,
    })
    await server.database.transaction((tx) =>
      tx.query("UPDATE person SET occupation = '教师' WHERE name = '试乙'"),
    )
    expect(await takeBack(id)).toMatchObject({
      message: expect.stringContaining('后来改过 1 条：试乙') as string,
    })
    // Whoever brings another one in stands on this one.
    await bring(await roster([['试丁', '镇级', '13900006604', '远山村', '镇004']]))
    expect(await takeBack(id)).toMatchObject({ message: '后面还有一次导入，请先撤回那一次。' })
  })

  test('who is doubtful is asked on the page, and is whoever somebody says', async () => {
    const file = await roster([['试甲', '镇级', '13900006688', '', '镇088']])
    const { problems } = await look(file)
    expect(problems).toMatchObject([
      { heading: '姓名', title: '试甲', alike: [{ says: expect.any(String) as string }] },
    ])
    const same = problems[0]?.alike[0]?.id ?? ''
    const answer = (personId: string | null) => ({ answers: [{ sheet: '代表', row: 2, personId }] })
    expect((await look(file, answer(same))).lines.map(({ fate, title }) => [fate, title])).toContainEqual([
      'changed',
      '试甲',
    ])
    expect((await look(file, answer(null))).lines.map(({ fate, title }) => [fate, title])).toContainEqual([
      'added',
      '试甲',
    ])
    // Somebody else of the register is not meant by this name, nor anybody of another town.
    expect((await look(file, answer(town.deputy.id))).wrong).toBe(1)
  })

  test('how far it is, is told to whoever sent it; and what it changed is forgotten in time', async () => {
    const query = { sending: newId() }
    expect(await town.office.client.call(showProgress, { params, query })).toEqual({ done: 0, of: 0 })
    expect((await look(await right())).work).toBeGreaterThan(5)
    const [newest] = await imports()
    expect(newest?.undoUntil).toBe('2026-12-23')
    server.clock.set('2026-12-23T23:00:00.000Z')
    await server.run('tidy')
    const kept = await server.database.reader.query(
      'SELECT changes, undo_until AS until FROM import_record WHERE taken_back_at IS NULL',
    )
    expect(kept).toEqual([
      { changes: null, until: null },
      { changes: null, until: null },
    ])
    // Whoever was signed in a month ago signs in again.
    const { client } = await signedIn(server, town.office.id, town.office.openid)
    expect(
      await client.ask(takeBackRoster, { params: { ...params, id: newest?.id ?? '' }, input: {} }),
    ).toMatchObject({ message: '导入已经超过 30 天，不能整个撤回了，请一条一条改。' })
  })
})

test('who leads the presidium comes with the roster: seats, conflicts and history are those of the screen', async () => {
  town = await signedInAgain(server, town)
  const heads = ['姓名', '手机号', '岗位']
  const unit = ['单位名称', '单位类型', '负责人']
  const posts = async (query = {}) =>
    (await town.office.client.call(register.endpoints.list, { params, query })).items
  const leading = async () =>
    (await posts()).flatMap(({ title }) => (/主席$/.test(title) ? [title] : [])).sort()
  const staff = (...rows: unknown[][]) => makeWorkbook({ 工作人员: [heads, ...rows] })
  const first = await makeWorkbook({
    工作人员: [
      heads,
      ['周明德', '', '镇人大主席'],
      ['试丑', '13900006611', '主席团 副主席'],
      ['试寅', '13900006612', '主席团成员'],
    ],
    承办单位: [unit, ['镇试验站', '镇直部门', '试丑']],
  })
  const looked = await look(first)
  expect(looked.problems).toEqual([])
  expect(looked.notices.join()).toContain('试丑同时在镇试验站任职：主席、副主席不能担任行政机关职务')
  expect(looked.lines).toContainEqual({
    ...{ fate: 'changed', word: '岗位', title: '周明德 主席团成员 主席' },
    changes: [{ label: '主席团里的职务', from: null, to: '主席' }],
  })
  expect(await leading()).toEqual([])
  await bring(first)
  expect(await leading()).toEqual(['周明德 主席团成员 主席', '试丑 主席团成员 副主席'])
  expect((await posts({ narrow: 'conflict' })).map(({ title }) => title)).toEqual(['试丑 主席团成员 副主席'])
  const [chair] = (await posts()).filter(({ title }) => title === '周明德 主席团成员 主席')
  const at = { params: { ...params, id: chair?.id ?? '' } }
  expect((await town.office.client.call(register.endpoints.show, at)).history.at(-1)).toMatchObject({
    changes: [{ label: '主席团里的职务', from: null, to: '主席' }],
  })
  // A second chair is refused as on the screen; a member of whom the file says no more stays what they are.
  const second = await look(await staff(['试寅', '13900006612', '主席'], ['周明德', '', '主席团成员']))
  expect([second.written, second.problems.map(({ sentence }) => sentence)]).toEqual([
    false,
    ['工作人员 第 2 行 岗位：已经登记了 1 位主席，最多 1 位。换人请先给前任办离任，或先改他的职务'],
  ])
  // Both at once is an exchange; the seat that somebody left is filled by a file, and is vacant no more.
  await bring(await staff(['试寅', '13900006612', '主席'], ['周明德', '', '副主席']))
  expect((await leading()).join()).toBe(
    '周明德 主席团成员 副主席,试丑 主席团成员 副主席,试寅 主席团成员 主席',
  )
  const vacant = async () => (await posts({ shown: 'ended', narrow: 'vacant' })).map(({ title }) => title)
  const [ending] = (await posts()).filter(({ title }) => title.startsWith('试寅'))
  await town.office.client.call(register.endpoints.end, {
    params: { ...params, id: ending?.id ?? '' },
    input: { version: ending?.version ?? 0, form: { endedOn: '2026-11-20', endedKind: 'moved' } },
  })
  expect(await vacant()).toEqual(['试寅 主席团成员 主席'])
  await bring(await staff(['周明德', '', '主席']))
  expect(await vacant()).toEqual([])
  const [record] = await imports()
  expect((await takeBack(record?.id ?? '')).status).toBe(200)
  expect(await vacant()).toEqual(['试寅 主席团成员 主席'])
})
