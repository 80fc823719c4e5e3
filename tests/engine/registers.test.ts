import ExcelJS from 'exceljs'
import type { ImportReport } from '../../shared/grammar/register'
import { listAuditLog } from '../../shared/api/audit-log'
import { bindRegister } from '../../server/features/registers/routes'
import { newId } from '../../server/database/id'
import { startServer, type TestServer } from '../support/server'
import { buildTown, type TestPerson, type TestTown } from '../support/town'
import { drawnHere, dropToyTable, makeToyTable, toyContacts, toyRegister } from '../support/toy-register'
import { makeWorkbook } from '../support/workbook'

/** Everything that comes from a definition alone, on a register that no office has. */
let server: TestServer
let town: TestTown
let params: { town: string }
const api = toyContacts.endpoints

beforeAll(async () => {
  server = await startServer({
    more: [(bind, { database }) => bindRegister(bind, toyRegister, drawnHere(database.reader))],
  })
  await makeToyTable(server.database)
})
beforeEach(async () => {
  town = await buildTown(server, `禾丰坝镇${newId().slice(0, 6)}`)
  params = { town: town.id }
})
afterAll(async () => {
  await dropToyTable(server.database)
  await server.stop()
})

const phone = '13800001234'
const secret = '只给人大办看的话'
const someone = { name: '王小明', area: 'east' as const, phone, remark: secret }
const add = (more: object = {}) =>
  town.office.client.call(api.add, { params, input: { ...someone, ...more } })
const one = (person: TestPerson, id: string) => person.client.call(api.show, { params: { ...params, id } })
const titles = async (person: TestPerson, words?: string, shown?: 'ended' | 'all') =>
  (words === undefined
    ? await person.client.call(api.list, { params, query: { shown } })
    : await person.client.call(api.find, { params, input: { words, ...(shown ? { shown } : {}) } })
  ).items.map(({ title }) => title)

async function table(person: TestPerson): Promise<ExcelJS.Worksheet> {
  const answer = await fetch(`${server.url}/api${api.takeTable.path.replace(':town', town.id)}`, {
    headers: { authorization: `Bearer ${person.client.token}` },
  })
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await answer.arrayBuffer())
  return workbook.worksheets[0] as ExcelJS.Worksheet
}
const textsOf = (sheet: ExcelJS.Worksheet) => {
  const rows: string[][] = []
  sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}
async function send(
  endpoint: typeof api.checkTable | typeof api.bringTable,
  file: Buffer,
  person = town.office,
) {
  const form = new FormData()
  form.append('table', new Blob([new Uint8Array(file)]), 'a.xlsx')
  const answer = await fetch(`${server.url}/api${endpoint.path.replace(':town', town.id)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.client.token}`, 'idempotency-key': newId() },
    body: form,
  })
  return { status: answer.status, body: (await answer.json()) as ImportReport & { message: string } }
}
const sheetOf = (...rows: unknown[][]) => makeWorkbook({ 联系人: rows })
const heads = ['姓名', '片区', '从哪天起', '联系户数', '经常联系', '单位', '电话', '备注']

describe('what is kept', () => {
  test('is added, seen with its words and its history, and changed by whoever has seen it as it is', async () => {
    const kept = await add({ since: '2026-01-20', households: '12', active: true, unitId: town.unitId })
    expect(kept).toMatchObject({
      version: 0,
      title: '王小明',
      values: { name: '王小明', area: 'east', since: '2026-01-20', households: 12, active: true, phone },
      words: { area: '东片', households: '12', active: '是', unitId: '镇水利站' },
      counts: { units: 1 },
      endedOn: null,
      mayKeep: true,
    })
    const at = { ...params, id: kept.id }
    const form = { name: '王晓明', households: 13, phone, remark: '' }
    const changed = await town.office.client.call(api.change, { params: at, input: { version: 0, form } })
    expect([changed.version, changed.values.since, changed.values.area]).toEqual([1, null, 'east'])
    expect(changed.history.map(({ by, what }) => [by, what])).toEqual([
      ['陈静', '登记'],
      ['陈静', '修改'],
    ])
    expect(changed.history[1]?.changes).toContainEqual({ label: '联系户数', from: '12', to: '13' })
    expect(changed.history[1]?.changes).toContainEqual({ label: '单位', from: '镇水利站', to: null })
    const late = await town.office.client.refused(api.change, { params: at, input: { version: 0, form } })
    expect(late.code).toBe('stale')
    expect(late.message).toMatch(
      /^您打开以后，.* 陈静修改（姓名：王小明 改为 王晓明；.*备注：.* 改为 空）。您填的还在/,
    )
    // Whoever may not read a field is not told of it either.
    const other = await town.presidium.client.refused(api.end, {
      params: at,
      input: { version: 0, form: { endedOn: '2026-11-23', endedWhy: '搬走了' } },
    })
    expect([
      other.code,
      other.message.includes('联系户数：12 改为 13'),
      other.message.includes('备注'),
    ]).toEqual(['stale', true, false])
    const same = await town.office.client.refused(api.change, { params: at, input: { version: 1, form } })
    expect(same.code).toBe('nothing_changed')
  })

  test('of several who change it at one moment one is quicker', async () => {
    const { id } = await add()
    const asked = ['甲', '乙', '丙', '丁'].map((name) =>
      town.office.client.ask(api.change, {
        params: { ...params, id },
        input: { version: 0, form: { name, phone } },
      }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort()
    expect(statuses).toEqual([200, 409, 409, 409])
    expect((await one(town.office, id)).history).toHaveLength(2)
  })

  test('ends with a reason and a day, is offered no more, and can be taken back', async () => {
    const { id } = await add()
    const at = { ...params, id }
    const end = (endedOn: string, version = 0) => ({
      params: at,
      input: { version, form: { endedOn, endedWhy: '搬走了' } },
    })
    expect((await town.office.client.refused(api.end, end('2026-11-24'))).fields).toEqual({
      endedOn: '从哪天起还没有到，最迟填今天（2026年11月23日）。',
    })
    const ended = await town.office.client.call(api.end, end('2026-11-20'))
    expect(ended).toMatchObject({ endedOn: '2026-11-20', endedWhy: '搬走了', version: 1 })
    expect(ended.history[1]).toMatchObject({ what: '停用', on: '2026-11-20', why: '搬走了', by: '陈静' })
    expect([await titles(town.deputy), await titles(town.deputy, undefined, 'ended')]).toEqual([
      [],
      ['王小明'],
    ])
    expect((await town.office.client.call(api.options, { params })).options).toEqual([])
    expect((await town.office.client.refused(api.end, end('2026-11-20', 1))).code).toBe('nothing_changed')
    const back = await town.office.client.call(api.restore, { params: at, input: { version: 1, form: {} } })
    expect([back.endedOn, back.history.length]).toEqual([null, 3])
    const again = { params: at, input: { version: 2, form: {} } }
    expect((await town.office.client.refused(api.restore, again)).code).toBe('nothing_changed')
  })

  test('what a schema cannot say is said by the register: a name that is there, an end that may not be', async () => {
    const { id } = await add({ active: true })
    expect((await town.office.client.refused(api.add, { params, input: someone })).fields).toEqual({
      name: '已经有这个人，请直接改。',
    })
    const end = { version: 0, form: { endedOn: '2026-11-20', endedWhy: '不联系了' } }
    expect(
      (await town.office.client.refused(api.end, { params: { ...params, id }, input: end })).message,
    ).toBe('还在经常联系，先改掉再停用。')
  })

  test('is written into the log of the town, without what not everybody may read', async () => {
    await add()
    const { items } = await town.office.client.call(listAuditLog, { params, query: { kind: 'change' } })
    expect(items[0]).toMatchObject({ by: '陈静', what: '试用联系人“王小明”', from: null })
    expect(items[0]?.to).toContain('姓名：王小明')
    expect(JSON.stringify(items)).not.toMatch(/13800001234|只给人大办/)
  })

  test('is of one town: elsewhere it is not found, and another name is free', async () => {
    const { id } = await add()
    const elsewhere = await buildTown(server, `云岭坝镇${newId().slice(0, 6)}`)
    const at = { params: { town: elsewhere.id, id } }
    expect((await elsewhere.office.client.refused(api.show, at)).code).toBe('not_found')
    const input = { version: 0, form: { name: '改名', phone } }
    expect((await elsewhere.office.client.refused(api.change, { ...at, input })).code).toBe('not_found')
    expect((await elsewhere.office.client.call(api.list, { params: { town: elsewhere.id } })).items).toEqual(
      [],
    )
  })

  test('only who keeps it may write, and only who follows the work may read', async () => {
    const { id } = await add()
    const at = { ...params, id }
    const code = async (person: TestPerson) => [
      (await person.client.refused(api.add, { params, input: someone })).code,
      (await person.client.refused(api.end, { params: at, input: {} })).code,
      (await send(api.checkTable, await sheetOf(heads), person)).status,
    ]
    expect(await code(town.deputy)).toEqual(['not_allowed', 'not_allowed', 403])
    expect((await town.villager.client.refused(api.list, { params })).code).toBe('not_allowed')
  })
})

describe('is found', () => {
  test('page by page, in its order, each once', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `甲${String(index).padStart(2, '0')}`)
    const rows = names.map((name) => [name, '东片', '', '', '', '', phone, ''])
    await send(api.bringTable, await sheetOf(heads, ...rows))
    const seen: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 4; pages += 1) {
      const page = await town.deputy.client.call(api.list, { params, query: { cursor } })
      seen.push(...page.items.map(({ title }) => title))
      cursor = page.next ?? undefined
      if (cursor === undefined) break
    }
    expect(seen).toEqual(names)
    const found = await town.deputy.client.call(api.find, { params, input: { words: '甲1' } })
    expect(found.items).toHaveLength(10)
    const bad = { params, query: { cursor: 'bm9uZQ' } }
    expect((await town.deputy.client.refused(api.list, bad)).code).toBe('bad_cursor')
  })

  test('by words of two characters, by several of them, by what was chosen or picked, by figures', async () => {
    await add({ households: 12, unitId: town.unitId, since: '2026-01-20' })
    await add({ name: '张大力', area: 'west', households: 7 })
    await add({ name: '100%_', area: 'west' })
    const found = (words: string) => titles(town.deputy, words)
    expect(await found('小明')).toEqual(['王小明'])
    expect(await found('小明 水利')).toEqual(['王小明'])
    expect(await found('小明 财政')).toEqual([])
    expect(await found('水利')).toEqual(['王小明'])
    expect(await found('西片 大')).toEqual(['张大力'])
    expect(await found('7户')).toEqual(['张大力'])
    expect(await found('2026-01')).toEqual(['王小明'])
    expect(await found('%')).toEqual(['100%_'])
    expect(await found('_')).toEqual(['100%_'])
  })
})

describe('a spreadsheet', () => {
  test('says line by line what it would do, does it when told, and does nothing a second time', async () => {
    await add({ households: 12 })
    await add({ name: '张大力' })
    const file = await sheetOf(
      heads,
      ['王小明', '东片', '', 15, '', '', phone, secret],
      ['张大力', '东片', '', '', '', '', phone, secret],
      ['李新来', '西片', '2026年1月20日', 3, '是', '镇水利站', '13800005678', ''],
    )
    const looked = await send(api.checkTable, file)
    expect(looked.body).toMatchObject({
      counts: { added: 1, changed: 1, left: 1, wrong: 0 },
      written: false,
    })
    expect(looked.body.lines.map(({ row, fate, title }) => [row, fate, title])).toEqual([
      [2, 'changed', '王小明'],
      [3, 'left', '张大力'],
      [4, 'added', '李新来'],
    ])
    expect(looked.body.lines[0]?.changes).toEqual([{ label: '联系户数', from: '12', to: '15' }])
    expect(await titles(town.office)).toHaveLength(2)
    const brought = await send(api.bringTable, file)
    expect([brought.body.written, brought.body.counts]).toEqual([true, looked.body.counts])
    expect(await titles(town.office)).toHaveLength(3)
    const [id] = (await town.office.client.call(api.find, { params, input: { words: '李新' } })).items
    expect((await one(town.office, id?.id ?? '')).history[0]).toMatchObject({ by: '陈静', what: '登记' })
    expect((await send(api.bringTable, file)).body.counts).toEqual({
      added: 0,
      changed: 0,
      left: 3,
      wrong: 0,
    })
  })

  test('that was taken along and is brought again changes nothing, whatever stands in it', async () => {
    await add({ households: 12, since: '2026-01-20', active: true, unitId: town.unitId })
    await add({ name: "'=1+1", remark: '=HYPERLINK("http://x")' })
    const ended = await add({ name: '已经停用' })
    await town.office.client.call(api.end, {
      params: { ...params, id: ended.id },
      input: { version: 0, form: { endedOn: '2026-11-20', endedWhy: '搬走了' } },
    })
    const sheet = await table(town.office)
    const [head, ...rows] = textsOf(sheet)
    expect(head).toEqual([...heads, '停用日期', '停用原因', '系统编号（不要改）'])
    expect(rows).toHaveLength(3)
    const file = Buffer.from(await sheet.workbook.xlsx.writeBuffer())
    const { body } = await send(api.bringTable, file)
    expect([body.counts, body.notices]).toEqual([{ added: 0, changed: 0, left: 3, wrong: 0 }, []])
  })

  test('renames by the number of a row, and what is wrong is said so that it can be mended; then nothing is written', async () => {
    const { id } = await add()
    const named = [...heads, '系统编号（不要改）', '没见过']
    const row = ['王晓明', '东片', '', '', '', '', phone, secret]
    expect((await send(api.bringTable, await sheetOf(named, [...row, id]))).body).toMatchObject({
      counts: { changed: 1 },
      notices: ['“没见过”这一列不认识，没有读。'],
    })
    const wrong = await sheetOf(
      named,
      ['新来的', '东片', '', '', '', '', phone, '', ''],
      ['', '南片', '昨天', '很多', '也许', '没有的站', '12', '', ''],
      ['王晓明', '西片', '', '', '', '', phone, secret, id],
      ['又一个', '东片', '', '', '', '', phone, '', 'x'.repeat(26)],
      ['新来的', '东片', '', '', '', '', phone, '', ''],
      ['没电话', '东片', '2026-13-40', '', '', '', '', '', ''],
      [{ formula: 'A1' }, '东片', '', '', '', '', phone, '', ''],
    )
    const { body } = await send(api.bringTable, wrong)
    expect([body.written, body.counts.wrong]).toEqual([false, 6])
    const why = Object.fromEntries(body.lines.map((line) => [line.row, line.why.join('')]))
    expect(why[3]).toContain('片区：“南片”不在可填的范围里，请填：东片、西片。')
    expect(why[3]).toContain('单位：没有“没有的站”，请核对。')
    expect(why[3]).toContain('经常联系：请填“是”或“否”。')
    expect(why[4]).toBe('片区登记以后不能改。')
    expect(why[5]).toContain('系统编号不对')
    expect(why[6]).toBe('和第 2 行是同一条，请只留一行。')
    expect(why[7]).toContain('请填写电话。')
    expect(why[7]).toContain('从哪天起要写成“2026-12-03”这样的日期。')
    expect(why[8]).toContain('没有算出结果的公式')
    expect(Object.values(why).join('')).not.toMatch(/invalid|undefined|null|expected/i)
    expect(await titles(town.office)).toEqual(['王晓明'])
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no workbook', Buffer.from('name,phone\n甲,1')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('that is %s is refused in words', async (_, file) => {
    const { status, body } = await send(api.checkTable, file)
    expect([status, /[一-龥].*。$/.test(body.message)]).toEqual([400, true])
  })

  test('without a heading that is known, or with too many lines, is refused in words', async () => {
    expect((await send(api.checkTable, await sheetOf(['A', 'B'], [1, 2]))).body.message).toContain(
      '第一行没有认得的列名',
    )
    const lines = Array.from({ length: 2001 }, (_, index) => [`甲${index}`])
    expect((await send(api.checkTable, await sheetOf(heads, ...lines))).body.message).toContain(
      '一次最多 2000 行',
    )
  })
})

describe('a field that not everybody may read', () => {
  const hidden = /13800001234|只给人大办/

  test('is in nothing that others are answered: list, one, history, search, options, spreadsheet', async () => {
    const { id } = await add()
    await town.office.client.call(api.change, {
      params: { ...params, id },
      input: { version: 0, form: { name: '王小明', phone, remark: `${secret}，又一句` } },
    })
    for (const person of [town.deputy, town.unit, town.presidium]) {
      const answers = [
        await person.client.call(api.list, { params }),
        await one(person, id),
        await person.client.call(api.find, { params, input: { words: '小明' } }),
        await person.client.call(api.options, { params }),
        textsOf(await table(person)),
      ]
      expect(JSON.stringify(answers)).not.toMatch(hidden)
      expect(await titles(person, '13800001234')).toEqual([])
      expect(await titles(person, '只给')).toEqual([])
    }
    expect(await titles(town.office, '只给')).toEqual(['王小明'])
    expect(JSON.stringify((await one(town.office, id)).history)).toMatch(hidden)
    expect(textsOf(await table(town.deputy))[0]).not.toContain('电话')
  })

  test('stays as it is where somebody changes the row who may not read it, and is not theirs to write', async () => {
    const { id } = await add()
    const change = (version: number, form: object) => ({
      params: { ...params, id },
      input: { version, form },
    })
    const changed = await town.presidium.client.call(api.change, change(0, { name: '王晓明' }))
    expect(changed.values).not.toHaveProperty('phone')
    expect((await one(town.office, id)).values).toMatchObject({ name: '王晓明', phone, remark: secret })
    const tried = await town.presidium.client.refused(api.change, change(1, { name: '王晓明', remark: '改' }))
    expect(tried.fields).toEqual({ remark: '这一项不归您看，也不能由您修改。' })
    const left = await town.office.client.refused(api.change, change(1, { name: '王晓明' }))
    expect(left.fields).toEqual({ phone: '请填写电话。' })
    const own = await table(town.presidium)
    const { body } = await send(
      api.bringTable,
      Buffer.from(await own.workbook.xlsx.writeBuffer()),
      town.presidium,
    )
    expect(body.counts).toEqual({ added: 0, changed: 0, left: 1, wrong: 0 })
    expect((await one(town.office, id)).values).toMatchObject({ phone, remark: secret })
  })
})
