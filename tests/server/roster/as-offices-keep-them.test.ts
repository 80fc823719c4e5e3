import type { Workbook } from 'exceljs'
import { KeySuggestion } from '../../../server/database/entities/suggestion/key-suggestion'
import { newId } from '../../../server/database/id'
import type { Database } from '../../../server/database/source'
import { sayProblem } from '../../../server/features/roster/problem'
import { importRoster } from '../../../server/features/roster/import-roster'
import { startRosterForEachTest } from '../../support/roster'
import { makeWorkbook } from '../../support/workbook'

/** Rosters as offices keep them come in as somebody sees them; what is doubtful is asked. */
let database: Database
const { bring } = startRosterForEachTest((begun) => (database = begun))

const deputies = () =>
  database.reader.query<Record<string, string | null>[]>(
    `SELECT p.name, p.phone, p.occupation, v.name AS village, m.certificate_no AS certificateNo,
            m.congress_level AS level, d.name AS district
     FROM mandate m JOIN person p ON p.id = m.person_id LEFT JOIN village v ON v.id = p.village_id
     LEFT JOIN electoral_district d ON d.id = m.electoral_district_id ORDER BY p.position, m.congress_level`,
  )
const namesIn = async () => (await deputies()).map(({ name }) => name)
const sayAll = async (file: Buffer) => (await bring(file)).problems.map(sayProblem)

const merged =
  (...areas: string[]) =>
  (workbook: Workbook) => {
    for (const area of areas) workbook.worksheets[0]?.mergeCells(area)
  }

describe('a roster for printing', () => {
  const people = [
    ['1', '试甲', '男', '种植户', '13900006601', '镇人大代表', '镇001', '第一选区'],
    ['2', '试乙', '女', '教师', '13900006602', '镇人大代表', '镇002', '第一选区'],
  ]
  const columns = ['序号', '姓名', '性别', '职业', '手机号', '代表级别', '代表证号', '选区']

  test('has a title above its heading', async () => {
    const file = await makeWorkbook(
      { 代表: [['某某镇第十九届人民代表大会代表名册'], columns, ...people] },
      merged('A1:H1'),
    )
    const { problems, notices } = await bring(file)
    expect([problems, await namesIn()]).toEqual([[], ['试甲', '试乙']])
    expect(notices).toContain('代表：表头在第 2 行，它上面的没有当作名册读。')
  })

  test('has its heading in two rows, and a sum and a signature below', async () => {
    const file = await makeWorkbook(
      {
        代表名册: [
          ['某某镇第十九届人民代表大会代表名册'],
          ['2026年1月'],
          ['序号', '基本情况', null, null, '联系方式', '代表情况', null, null],
          [null, ...columns.slice(1)],
          ...people,
          ['合　计', '2 人'],
          ['填表人：某某', null, null, null, '填表日期：2026年1月20日'],
        ],
      },
      merged('A1:H1', 'A2:H2', 'A3:A4', 'B3:D3', 'F3:H3'),
    )
    const { problems, notices } = await bring(file)
    expect([problems, (await deputies()).map(({ name, phone }) => [name, phone])]).toEqual([
      [],
      [
        ['试甲', '13900006601'],
        ['试乙', '13900006602'],
      ],
    ])
    expect(notices).toContain('代表：第 7、8 行是合计或落款，没有读。')
  })

  test('has a heading of which only some cells reach over both rows', async () => {
    const file = await makeWorkbook(
      {
        代表: [
          ['姓名', '代表级别', '联系', null],
          [null, null, '手机号', '住址'],
          ['试甲', '镇级', '13900006601', '东头'],
        ],
      },
      merged('A1:A2', 'B1:B2', 'C1:D1'),
    )
    const { problems } = await bring(file)
    expect([problems, (await deputies())[0]]).toMatchObject([[], { name: '试甲', phone: '13900006601' }])
  })
})

describe('everyday words', () => {
  test('for columns, names and numbers', async () => {
    const file = await makeWorkbook({
      村: [['村（社区）名称'], ['远山村']],
      代表: [
        [
          '序号',
          '姓　名',
          '联系电话',
          '层级',
          '代表证编号',
          '所属选区',
          '所在小组',
          '组内职务',
          '村（社区）',
          '工作单位及职务',
        ],
        [
          1,
          '李 勇',
          '+86 139 0000 6611',
          '镇级',
          '镇001',
          '第一选区',
          '第一小组',
          '组长',
          '远山村',
          '村党支部书记',
        ],
        [
          2,
          '王　芳',
          '１３９００００６６１２',
          '乡镇',
          '镇002',
          '第一选区',
          '第一小组',
          '',
          '远山村',
          '教师',
        ],
        [
          3,
          '阿依古丽•买买提',
          '0371-67891234/13900006613',
          '镇级',
          '镇003',
          '第二选区',
          '',
          '',
          '远山村',
          '医生',
        ],
      ],
    })
    const { problems, notices } = await bring(file)
    expect([
      problems,
      (await deputies()).map(({ name, phone, district }) => [name, phone, district]),
    ]).toEqual([
      [],
      [
        ['李勇', '13900006611', '第一选区'],
        ['王芳', '13900006612', '第一选区'],
        ['阿依古丽·买买提', '13900006613', '第二选区'],
      ],
    ])
    expect(notices).toContain('代表 第 4 行 手机号：写了几个号码，只记 13900006613。')
  })

  test('one person written in several ways is one', async () => {
    const file = await makeWorkbook({
      代表: [
        ['姓名', '手机号', '代表级别'],
        ['李 勇', '13900006611', '镇人大代表'],
        ['阿依古丽•买买提', '13900006613', '镇人大代表'],
        ['阿依古丽‧买买提', '13900006613', '县人大代表'],
      ],
      工作人员: [
        ['姓名', '手机号', '岗位'],
        ['李　勇', '+86 139 0000 6611', '主席团成员'],
      ],
    })
    const { problems } = await bring(file)
    const persons = await database.reader.query('SELECT name FROM person ORDER BY position')
    expect([problems, persons]).toEqual([[], [{ name: '李勇' }, { name: '阿依古丽·买买提' }]])
  })

  test('for terms, days and posts; and who has no level is a deputy of the town', async () => {
    const file = await makeWorkbook({
      代表: [
        ['姓名', '选区'],
        ['试甲', '第一选区'],
      ],
      会议: [
        ['届', '次', '召开日期', '闭会日期'],
        ['第十九届', '第二次会议', '２０２６年１月２０日', '2026.1.21'],
      ],
      工作人员: [
        ['姓名', '岗位'],
        ['何丽萍', '领办领导'],
        ['高明远', '镇党委工作人员'],
      ],
    })
    const { problems, notices, tally } = await bring(file)
    expect([problems, tally.counts.sessions.added, (await deputies())[0]?.level]).toEqual([[], 1, 'township'])
    expect(notices).toContain('代表：没有“代表级别”这一列，都当作镇人大代表。')
    const [session] = await database.reader.query<Record<string, unknown>[]>(
      'SELECT term_no AS term, session_no AS session FROM congress_session',
    )
    expect(session).toEqual({ term: 19, session: 2 })
    const posts = await database.reader.query('SELECT post_kind AS kind FROM post ORDER BY post_kind')
    expect(posts).toEqual([{ kind: 'leadingOfficial' }, { kind: 'partyCommittee' }])
    // What was picked under a name is theirs once the list says that they have the post.
    await database.transaction(async (tx) => {
      const [town] = await tx.query<{ id: string }[]>('SELECT id FROM town')
      const led = { townId: town?.id ?? '', year: 2026, leadingOfficial: '高明远', leadingPost: '书记' }
      const open = { plan: '办好。', leaderCheckId: null, pickedAt: new Date(0), endedAt: null }
      await tx.insert(KeySuggestion, { ...led, ...open, id: newId(), suggestionId: newId(), leaderId: null })
    })
    const later = { 工作人员: [['姓名', '岗位'], ...[['高明远', '领办领导']]] }
    expect((await bring(await makeWorkbook(later))).problems).toEqual([])
    expect(
      await database.reader.query('SELECT p.name FROM key_suggestion y JOIN person p ON p.id = y.leader_id'),
    ).toEqual([{ name: '高明远' }])
  })
})

test('a cell comes in as the sheet shows it', async () => {
  const cells: [cell: string, value: unknown, numFmt: string, shown: string][] = [
    ['D2', new Date(Date.UTC(1899, 11, 30, 9, 0)), 'h:mm', '9:00'],
    ['D3', 0.375, 'h:mm', '9:00'],
    ['D4', 1, '000', '001'],
    ['D5', 0.5, '0%', '50%'],
    ['D6', new Date(Date.UTC(2026, 0, 20)), 'yyyy"年"m"月"d"日"', '2026年1月20日'],
    ['D7', new Date(Date.UTC(2026, 0, 20)), 'mm-dd-yy', '2026/1/20'],
    ['D8', 0.1 + 0.2, 'General', '0.3'],
    ['D9', 13900006601, '0', '13900006601'],
  ]
  const file = await makeWorkbook(
    {
      代表: [
        ['姓名', '代表级别', '选区', '职业'],
        ...cells.map((_, index) => [`试${'甲乙丙丁戊己庚辛'[index]}`, '镇级', '一', null]),
      ],
    },
    (workbook) => {
      for (const [cell, value, numFmt] of cells)
        Object.assign(workbook.worksheets[0]?.getCell(cell) ?? {}, { value, numFmt })
    },
  )
  expect((await bring(file)).problems).toEqual([])
  expect((await deputies()).map(({ occupation }) => occupation)).toEqual(cells.map(([, , , shown]) => shown))
})

test('a number longer than a spreadsheet remembers is refused, with how to keep it', async () => {
  const file = await makeWorkbook({
    代表: [
      ['姓名', '代表级别', '代表证号'],
      ['试甲', '镇级', Number('410105199001011234')],
    ],
  })
  expect(await sayAll(file)).toEqual([
    '代表 第 2 行 代表证号：单元格 C2 里的数字太长，表格软件只记得住前 15 位，后面已经丢了。请把这一列设成“文本”格式，再重新填写',
  ])
})

describe('a file that says little', () => {
  test.each([
    ['an empty sheet', { Sheet1: [] }],
    ['only a heading', { 代表: [['姓名', '代表级别']] }],
  ])('%s is no roster, and nothing is said to be written', async (_, cells) => {
    await expect(bring(await makeWorkbook(cells))).rejects.toThrow('没有一行可以导入。请照模板填写')
  })

  test('a sheet that is called nothing is known by its heading', async () => {
    const file = await makeWorkbook({
      Sheet1: [
        ['姓名', '代表级别'],
        ['试甲', '镇人大代表'],
      ],
    })
    await bring(file)
    expect(await namesIn()).toEqual(['试甲'])
  })

  test.each([
    ['UTF-8', Buffer.from('\ufeff姓名,代表级别\r\n试甲,镇人大代表\r\n')],
    ['GBK', Buffer.from('d0d5c3fb2cb4fab1edbcb6b1f00d0acad4bcd72cd5f2c8cbb4f3b4fab1ed0d0a', 'hex')],
    ['UTF-16, with tabs', Buffer.from('\ufeff姓名\t代表级别\r\n试甲\t镇人大代表\r\n', 'utf16le')],
  ])('CSV in %s is read', async (_, file) => {
    expect((await bring(file)).problems).toEqual([])
    expect(await namesIn()).toEqual(['试甲'])
  })
})

test('what is hidden is named and stays out, until somebody says that it shall come in', async () => {
  const file = await makeWorkbook(
    {
      代表: [
        ['姓名', '代表级别'],
        ['试甲', '镇级'],
        ['试乙', '镇级'],
      ],
      村: [['村名'], ['远山村']],
    },
    (workbook) => {
      const [sheet, villages] = workbook.worksheets
      if (sheet) sheet.getRow(3).hidden = true
      if (villages) villages.state = 'hidden'
    },
  )
  const { notices } = await bring(file)
  expect(notices.join('\n')).toMatch(/代表：第 3 行是隐藏的，没有读。.*\n?“村”这张表是隐藏的，没有读。/)
  expect(await namesIn()).toEqual(['试甲'])
  await bring(file, true, true)
  expect(await namesIn()).toEqual(['试甲', '试乙'])
})

test('a town that is new is said to be', async () => {
  const file = await makeWorkbook({ 村: [['村名'], ['远山村']] })
  const isSaid = async () =>
    (await bring(file)).notices.some((notice) => notice.includes('“禾丰坝镇”是新的镇'))
  expect([await isSaid(), await isSaid()]).toEqual([true, false])
})

test('a name of a town is one name however it is spaced, and one that is almost the same is asked about', async () => {
  const file = await makeWorkbook({ 村: [['村名'], ['远山村']] })
  const into = (town: string, more: { isAnother?: boolean; apply?: boolean } = {}) =>
    importRoster(
      database,
      file,
      { town, county: undefined, profile: 'henan', isAnother: more.isAnother ?? false },
      { apply: more.apply ?? true, now: new Date() },
    )
  for (const town of ['禾丰坝镇', '禾丰坝镇 ', '禾丰坝镇\u3000', '禾丰 坝镇', '\u200b禾丰坝镇'])
    await into(town)
  const [first] = (await into('禾丰坝', { apply: false })).problems
  expect(first?.sentence).toBe(
    '已经有“禾丰坝镇”，和“禾丰坝”很像。是同一个镇，就照已有的名字写；真是另一个镇，加上 --new-town 再试。',
  )
  for (const town of ['禾丰坝乡', '禾丰埧镇', '云岭县禾丰坝镇'])
    expect((await into(town)).problems.map(({ sheet }) => sheet)).toEqual(['镇名'])
  expect((await into('云岭坝镇', { apply: false })).notices.join()).toContain('“云岭坝镇”是新的镇')
  await into('禾丰埧镇', { isAnother: true })
  const towns = await database.reader.query<{ name: string }[]>('SELECT name FROM town')
  expect(towns.map(({ name }) => name).sort()).toEqual(['禾丰坝镇', '禾丰埧镇'].sort())
})
