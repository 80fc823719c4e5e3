import type { Database } from '../../../server/database/source'
import { sayProblem } from '../../../server/features/roster/problem'
import { makeTemplate } from '../../../server/features/roster/template'
import { startRosterForEachTest } from '../../support/roster'
import { makeWorkbook, rows, workbookOf } from '../../support/workbook'

let database: Database
const { bring } = startRosterForEachTest((begun) => (database = begun))

const count = async (table: string) => {
  const [row] = await database.reader.query<{ count: number }[]>(`SELECT COUNT(*) AS count FROM ${table}`)
  return Number(row?.count)
}
const problemsOf = async (file: Buffer) => (await bring(file)).problems.map(sayProblem)

/** The town with one cell changed, and what the import says of it. */
async function withCell(sheet: keyof ReturnType<typeof rows>, row: number, column: number, value: unknown) {
  const town = rows()
  const line = town[sheet][row]
  if (line) line[column] = value
  return problemsOf(await workbookOf(town))
}

describe('a workbook that is right', () => {
  test('brings villages, deputies, units, stations and staff', async () => {
    const report = await bring(await workbookOf(rows()))
    expect([report.problems, report.tally.counts]).toEqual([
      [],
      {
        villages: { added: 2, kept: 0 },
        deputies: { added: 2, kept: 0 },
        units: { added: 2, kept: 0 },
        stations: { added: 1, kept: 0 },
        sessions: { added: 0, kept: 0 },
        electedDeputies: { added: 0, kept: 0 },
        staff: { added: 3, kept: 0 },
      },
    ])
  })

  test('makes one person of one name and phone, with a mandate at each level', async () => {
    await bring(await workbookOf(rows()))
    const held = await database.reader.query<{ level: string }[]>(
      "SELECT m.congress_level AS level FROM mandate m JOIN person p ON p.id = m.person_id WHERE p.name = '王建国' ORDER BY level",
    )
    expect(held.map(({ level }) => level)).toEqual(['city', 'township'])
  })

  test('leaves a line in the log for every role that somebody has from now on, and none the second time', async () => {
    const roles = () =>
      database.reader.query<{ what: string; role: string }[]>(
        "SELECT what, to_value AS role FROM audit_log WHERE kind = 'change' AND what LIKE '职务：%' ORDER BY what, to_value",
      )
    await bring(await workbookOf(rows()), false)
    expect(await roles()).toEqual([])
    await bring(await workbookOf(rows()))
    const first = await roles()
    const held = (await count('post')) + (await count('mandate'))
    expect([
      first.length,
      first.some(({ what, role }) => what === '职务：赵永强' && role.includes('经办人')),
    ]).toEqual([held, true])
    await bring(await workbookOf(rows()))
    expect(await roles()).toEqual(first)
  })

  test('gives a unit its head, its leader in charge and its clerk', async () => {
    await bring(await workbookOf(rows()))
    const posts = await database.reader.query<{ kind: string; name: string }[]>(
      `SELECT o.post_kind AS kind, p.name FROM post o JOIN person p ON p.id = o.person_id
       WHERE o.handling_unit_id IS NOT NULL ORDER BY o.post_kind`,
    )
    expect(posts).toEqual([
      { kind: 'unitClerk', name: '赵永强' },
      { kind: 'unitHead', name: '李海' },
      { kind: 'unitLeader', name: '吴涛' },
    ])
  })

  test('keeps county staff outside the town', async () => {
    await bring(await workbookOf(rows()))
    const [person] = await database.reader.query<{ townId: string | null; countyId: string | null }[]>(
      "SELECT town_id AS townId, county_id AS countyId FROM person WHERE name = '林晓'",
    )
    expect([person?.townId, typeof person?.countyId]).toEqual([null, 'string'])
  })

  test('keeps the turns on duty in their order, and the reception day as a rule', async () => {
    await bring(await workbookOf(rows()))
    const turns = await database.reader.query<{ name: string; rule: string }[]>(
      `SELECT p.name, st.reception_days AS rule FROM station_deputy sd JOIN person p ON p.id = sd.person_id
       JOIN liaison_station st ON st.id = sd.liaison_station_id ORDER BY sd.position`,
    )
    expect(turns).toEqual([
      { name: '王建国', rule: '每月第二个星期二' },
      { name: '张春梅', rule: '每月第二个星期二' },
    ])
  })

  test('is only looked at in a dry run', async () => {
    const report = await bring(await workbookOf(rows()), false)
    expect([
      report.written,
      report.tally.counts.villages.added,
      await count('town'),
      await count('person'),
    ]).toEqual([false, 2, 0, 0])
  })

  test('brought twice changes nothing', async () => {
    await bring(await workbookOf(rows()))
    const before = await Promise.all(
      ['person', 'mandate', 'post', 'village', 'handling_unit', 'station_deputy'].map(count),
    )
    const report = await bring(await workbookOf(rows()))
    const after = await Promise.all(
      ['person', 'mandate', 'post', 'village', 'handling_unit', 'station_deputy'].map(count),
    )
    expect([after, report.tally.counts.deputies]).toEqual([before, { added: 0, kept: 2 }])
  })

  test('a file from before a change of name means the same places, which keep the name that they have now', async () => {
    await bring(await workbookOf(rows()))
    const renamed = ['village', 'handling_unit', 'deputy_group', 'electoral_district', 'liaison_station']
    const names = () =>
      Promise.all(
        renamed.map((table) =>
          database.reader.query<unknown[]>(`SELECT name, former_names FROM ${table} ORDER BY id`),
        ),
      )
    await database.transaction(async (tx) => {
      for (const table of renamed)
        await tx.query(`UPDATE ${table} SET former_names = name, name = CONCAT('新', name)`)
    })
    const before = await names()
    await bring(await workbookOf(rows()))
    expect(await names()).toEqual(before)
  })

  test('more than three deputies of one district are warned of, and written', async () => {
    const town = rows()
    expect((await bring(await workbookOf(town))).notices.filter((one) => one.includes('选举法'))).toEqual([])
    for (const at of [3, 4])
      town.代表.push([
        `田秋${at}`,
        '男',
        `1380000010${at}`,
        '镇人大代表',
        `镇00${at}`,
        '第一选区',
        '',
        '',
        '',
        '',
      ])
    const { notices, written } = await bring(await workbookOf(town))
    expect([notices.filter((one) => one.includes('选举法')), written]).toEqual([
      ['第一选区：现任代表是 4 名。选举法第二十五条规定每个选区选一至三名，请核对选区划分。'],
      true,
    ])
  })

  test('brought again with changes changes the person and keeps the binding to WeChat', async () => {
    await bring(await workbookOf(rows()))
    await database.transaction((tx) =>
      tx.query("UPDATE person SET account_id = ? WHERE name = '张春梅'", ['a'.repeat(26)]),
    )
    const town = rows()
    ;(town.代表[1] as unknown[])[9] = '村医'
    await bring(await workbookOf(town))
    const [person] = await database.reader.query<{ occupation: string; account: string }[]>(
      "SELECT occupation, account_id AS account FROM person WHERE name = '张春梅'",
    )
    expect(person).toEqual({ occupation: '村医', account: 'a'.repeat(26) })
  })

  test('brings sessions through their register, so that each has a version and a history', async () => {
    const kept = () =>
      database.reader.query<unknown[]>(
        `SELECT s.term_no AS term, s.closed_on AS closedOn, s.version, e.action, e.party, e.note
         FROM congress_session s JOIN matter_event e ON e.matter_id = s.id AND e.kind = 'congressSession'
         ORDER BY e.version`,
      )
    const withDays = (closedOn: string) =>
      makeWorkbook({
        村: [['村名'], ['大郭西村']],
        会议: [
          ['届', '次', '开会日期', '闭会日期'],
          [19, 2, '2026-01-20', closedOn],
        ],
      })
    await bring(await withDays(''))
    await bring(await withDays('2026-01-21'))
    await bring(await withDays('2026-01-21'))
    const change = { field: 'closedOn', from: null, to: '2026-01-21' }
    const common = { term: 19, closedOn: '2026-01-21', version: 1, party: 'system' }
    expect(await kept()).toEqual([
      { ...common, action: 'add', note: expect.stringContaining('2026-01-20') as string },
      { ...common, action: 'change', note: JSON.stringify({ changes: [change], why: null }) },
    ])
    await database.transaction((tx) => tx.query("UPDATE congress_session SET ended_on = '2026-02-01'"))
    const { notices } = await bring(await withDays('2026-01-22'))
    expect([notices.slice(-1), (await kept()).length]).toEqual([
      ['第19届第2次会议登记过，后来作废了，没有改动；要用请在页面上恢复它。'],
      2,
    ])
  })

  test('that leaves somebody out deletes nobody and says so', async () => {
    await bring(await workbookOf(rows()))
    const town = rows()
    town.代表.splice(1, 1)
    town.站点[0]?.splice(7, 1, '王建国')
    const report = await bring(await workbookOf(town))
    expect([report.notices, await count('person')]).toEqual([
      ['名册里有 1 人不在这个文件里，保持不变：张春梅（镇人大代表）'],
      8,
    ])
  })
})

describe('cells as offices fill them', () => {
  test('a phone typed as a number, with full-width digits or with spaces is a phone', async () => {
    const town = rows()
    for (const [row, phone] of [13800000001, '１３８０００００００２', 13800000001].entries())
      (town.代表[row] as unknown[])[2] = phone
    ;(town.工作人员[0] as unknown[])[1] = '138 0000 0021'
    expect(await problemsOf(await workbookOf(town))).toEqual([])
  })

  test('a formula counts by its result', async () => {
    const file = await workbookOf(rows(), (workbook) => {
      const sheet = workbook.getWorksheet('村')
      if (sheet) sheet.getCell('A3').value = { formula: 'A2&""', result: '小营村', date1904: false }
    })
    expect(await problemsOf(file)).toEqual([])
  })

  test('a formula that was never calculated is named by its cell', async () => {
    const file = await workbookOf(rows(), (workbook) => {
      const sheet = workbook.getWorksheet('村')
      if (sheet) sheet.getCell('A3').value = { formula: 'A2&""', date1904: false }
    })
    expect(await problemsOf(file)).toContain('村 第 3 行 村名：单元格 A3 是没有算出结果的公式，请改成文字')
  })

  test('rich text, odd spaces and a leading apostrophe are tidied', async () => {
    const file = await workbookOf(rows(), (workbook) => {
      const sheet = workbook.getWorksheet('村')
      if (sheet) {
        sheet.getCell('A2').value = { richText: [{ text: '大郭' }, { text: '西村　' }] }
        sheet.getCell('A3').value = "'小营村"
      }
    })
    expect(await problemsOf(file)).toEqual([])
  })

  test('empty rows at the end are no rows', async () => {
    const file = await workbookOf(rows(), (workbook) => {
      const sheet = workbook.getWorksheet('村')
      if (sheet) sheet.getCell('A900').value = '  '
    })
    expect((await bring(file)).tally.counts.villages.added).toBe(2)
  })

  test('columns may stand in any order, and unknown ones are told of', async () => {
    const file = await makeWorkbook({
      村: [
        ['备注', '__proto__', '村名*'],
        ['x', 'y', '大郭西村'],
      ],
    })
    const report = await bring(file)
    expect([report.problems, report.tally.counts.villages.added, report.notices.slice(0, 2)]).toEqual([
      [],
      1,
      ['村：“备注”这一列不认识，没有读。', '村：“__proto__”这一列不认识，没有读。'],
    ])
  })

  test('the examples of the template are refused by their rows, and nothing is written', async () => {
    const report = await bring(await makeTemplate())
    expect([report.written, report.problems.map(sayProblem)]).toEqual([
      false,
      ['村', '代表', '承办单位', '站点', '会议', '新一届代表', '工作人员'].map(
        (sheet) => `${sheet} 第 2 行：是模板里的示例，请改成真实的内容，或删掉这一行`,
      ),
    ])
  })

  test('the template as it was given out before is refused too', async () => {
    const file = await makeWorkbook({
      代表: [
        ['姓名', '代表级别'],
        ['王某某', '镇人大代表'],
      ],
    })
    expect(await problemsOf(file)).toEqual(['代表 第 2 行：是模板里的示例，请改成真实的内容，或删掉这一行'])
  })
})

describe('what is not right is named with its row', () => {
  test.each([
    ['代表', 1, 2, '1380000', '代表 第 3 行 手机号：“1380000”不是 11 位手机号（或带区号的座机号），请改正'],
    ['代表', 0, 0, '', '代表 第 2 行 姓名：没有填'],
    ['代表', 0, 3, '村代表', '代表 第 2 行 代表级别：“村代表”不在可填的范围里'],
    ['代表', 1, 4, '镇001', '代表 第 3 行 代表证号：“镇001”和第 2 行重复，请核对'],
    ['代表', 1, 8, '没有村', '代表 第 3 行 所在村：“没有村”不在“村”这张表里，请先在那里加上，或核对村名'],
    ['代表', 1, 9, '长'.repeat(41), '代表 第 3 行 职业：有 41 个字，最多 40 个，请删减'],
    ['村', 1, 0, '大郭西村', '村 第 3 行 村名：“大郭西村”和第 2 行重复，请删掉一行'],
    ['承办单位', 1, 0, '镇水利站', '承办单位 第 3 行 单位名称：“镇水利站”和第 2 行重复，请删掉一行'],
    ['承办单位', 0, 1, '公司', '承办单位 第 2 行 单位类型：“公司”不在可填的范围里'],
    ['站点', 0, 5, '初一十五', '站点 第 2 行 接访日：“初一十五”读不懂，请写成“每月5日”“每月第二个星期二”'],
    ['站点', 0, 7, '王建国、没这人', '站点 第 2 行 值守代表：“没这人”不在“代表”这张表里，请核对姓名'],
    ['工作人员', 0, 2, '秘书', '工作人员 第 2 行 岗位：“秘书”不在可填的范围里'],
    ['工作人员', 0, 2, 'constructor', '工作人员 第 2 行 岗位：“constructor”不在可填的范围里'],
    ['代表', 0, 3, '__proto__', '代表 第 2 行 代表级别：“__proto__”不在可填的范围里'],
  ] as const)('%s, row %i, column %i', async (sheet, row, column, value, sentence) => {
    expect((await withCell(sheet, row, column, value)).join('\n')).toContain(sentence)
  })

  test('all at once: what can be read of a row is looked at beside what cannot, and nothing follows from it', async () => {
    const town = rows()
    town.代表[0]?.splice(2, 1, '1380000')
    town.代表[0]?.splice(8, 1, '没有村')
    expect(await problemsOf(await workbookOf(town))).toEqual([
      '代表 第 2 行 手机号：“1380000”不是 11 位手机号（或带区号的座机号），请改正',
      '代表 第 2 行 所在村：“没有村”不在“村”这张表里，请先在那里加上，或核对村名',
    ])
  })

  test('two of one name must be told apart', async () => {
    const town = rows()
    town.代表.push(['张春梅', '女', '13800009999', '镇人大代表', '', '', '', '', '', ''])
    expect(await problemsOf(await workbookOf(town))).toEqual([
      '站点 第 2 行 值守代表：有 2 位同名代表“张春梅”，请写成 张春梅(手机后四位)，或括号里写代表证号、村名',
    ])
  })

  test('and are, by the end of their phone', async () => {
    const town = rows()
    town.代表.push(['张春梅', '女', '13800009999', '镇人大代表', '', '', '', '', '', ''])
    town.站点[0]?.splice(7, 1, '王建国、张春梅（9999）')
    expect(await problemsOf(await workbookOf(town))).toEqual([])
  })

  test('the same level of the same person twice', async () => {
    const town = rows()
    town.代表.push([...(town.代表[0] as unknown[])])
    expect(await problemsOf(await workbookOf(town))).toEqual([
      '代表 第 5 行 姓名：“王建国”的这一级代表前面（第 2 行）已经写过。是同一位，请删掉重复的一行；是同名的两位，请填手机号、代表证号或所在村分清',
    ])
  })

  test('a missing column', async () => {
    expect(await problemsOf(await makeWorkbook({ 承办单位: [['单位名称'], ['镇水利站']] }))).toEqual([
      '承办单位 第 1 行：缺少“单位类型”这一列，请照模板补上',
    ])
  })

  test('an error in the last row leaves nothing written', async () => {
    const town = rows()
    town.工作人员.push(['没岗位', '', ''])
    await bring(await workbookOf(town))
    expect([await count('town'), await count('person'), await count('village')]).toEqual([0, 0, 0])
  })
})
