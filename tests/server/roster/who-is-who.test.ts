import type { Database } from '../../../server/database/source'
import { sayProblem } from '../../../server/features/roster/problem'
import { startRosterForEachTest } from '../../support/roster'
import { makeWorkbook } from '../../support/workbook'

/** Who of a roster is who of the register: what is doubtful is asked, and nobody is doubled. */
let database: Database
const { bring } = startRosterForEachTest((begun) => (database = begun))

const deputies = () =>
  database.reader.query<Record<string, string | null>[]>(
    `SELECT p.name, p.phone, v.name AS village FROM mandate m JOIN person p ON p.id = m.person_id
     LEFT JOIN village v ON v.id = p.village_id ORDER BY p.position, m.congress_level`,
  )
const namesIn = async () => (await deputies()).map(({ name }) => name)
const sayAll = async (file: Buffer) => (await bring(file)).problems.map(sayProblem)

describe('who is who', () => {
  const head = ['姓名', '代表级别', '代表证号', '所在村', '手机号']
  const roster = (...people: unknown[][]) =>
    makeWorkbook({ 村: [['村名'], ['远山村'], ['近水村']], 代表: [head, ...people] })

  test('two of one name without a phone are two, by certificate or village', async () => {
    const file = await roster(
      ['李勇', '镇级', '镇001', '远山村', ''],
      ['李勇', '镇级', '镇002', '近水村', ''],
      ['李勇', '县级', '', '近水村', ''],
    )
    expect(await sayAll(file)).toEqual([
      '代表 第 4 行 手机号：有 2 位同名的“李勇”，请填手机号、代表证号或所在村，分清是哪一位',
    ])
    await bring(
      await roster(['李勇', '镇级', '镇001', '远山村', ''], ['李勇', '镇级', '镇002', '近水村', '']),
    )
    expect(await namesIn()).toEqual(['李勇', '李勇'])
  })

  test('one of a level twice is asked about, not told to be deleted', async () => {
    const file = await roster(['李勇', '镇级', '', '远山村', ''], ['李勇', '镇级', '', '远山村', ''])
    expect((await sayAll(file)).join()).toContain('是同名的两位，请填手机号、代表证号或所在村分清')
  })

  test.each([
    ['by the certificate', ['李勇', '镇级', '镇001', '近水村', '13900000002']],
    ['by village and level', ['李勇', '镇级', '', '远山村', '13900000002']],
  ])('a new phone makes nobody a second person: known %s', async (_, again) => {
    await bring(await roster(['李勇', '镇级', '镇001', '远山村', '13900000001']))
    const { problems, notices } = await bring(await roster(again))
    expect([problems, (await deputies()).map(({ phone }) => phone)]).toEqual([[], ['13900000002']])
    expect(notices).toContain('李勇的手机号换了：原来尾号 0001，现在尾号 0002。')
  })

  test('what is doubtful is asked, and nobody is doubled', async () => {
    await bring(await roster(['李勇', '镇级', '镇001', '远山村', '13900000001']))
    const file = await roster(['李勇', '镇级', '镇009', '近水村', '13900000002'])
    expect((await sayAll(file)).join()).toContain(
      '代表 第 2 行 姓名：名册里已经有“李勇”（远山村，镇001，手机尾号 0001），看不出是不是同一位。',
    )
    expect(await namesIn()).toEqual(['李勇'])
  })

  test('a certificate under another name is asked about, and whoever has left as well', async () => {
    await bring(await roster(['李永', '镇级', '镇001', '远山村', '13900000001']))
    expect(await sayAll(await roster(['李勇', '镇级', '镇001', '远山村', '13900000001']))).toEqual([
      '代表 第 2 行 姓名：“李勇”的代表证号在名册里是“李永”的。是同一位，请先在“人员”里把姓名改过来；不是同一位，请核对代表证号',
    ])
    await database.source.query("UPDATE person SET ended_on = '2026-10-01', ended_why = '迁出本镇'")
    expect((await sayAll(await roster(['李永', '镇级', '镇001', '远山村', '']))).join()).toContain(
      '“李永”已经移出名册（迁出本镇）。还在的，请先在“人员”里恢复',
    )
    expect(await namesIn()).toEqual(['李永'])
  })

  test('village and level say more than a phone that has changed hands', async () => {
    const [far, near] = [
      ['李勇', '镇级', '', '远山村', '13900000001'],
      ['李勇', '镇级', '', '近水村', '13900000002'],
    ]
    await bring(await roster(far, near))
    const [before] = [await deputies()]
    await bring(await roster([...far.slice(0, 4), '13900000002'], [...near.slice(0, 4), '13900000003']))
    expect(before.map(({ village }) => village)).toEqual(['远山村', '近水村'])
    expect((await deputies()).map(({ village, phone }) => [village, phone])).toEqual([
      ['远山村', '13900000002'],
      ['近水村', '13900000003'],
    ])
  })

  test('what a clerk has written down stays where the file does not say it, and its history too', async () => {
    await bring(await roster(['李勇', '镇级', '镇001', '远山村', '13900000001']))
    await database.source.query("UPDATE person SET birth_year = 1971, gender = 'male'")
    const { missing } = await bring(await roster(['李勇', '镇级', '镇001', '', '']))
    const [person] = await database.reader.query<object[]>(
      'SELECT phone, gender, birth_year AS birthYear FROM person',
    )
    expect([person, missing]).toEqual([{ phone: '13900000001', gender: 'male', birthYear: 1971 }, []])
    const events = await database.reader.query<{ action: string }[]>(
      "SELECT action FROM matter_event WHERE kind = 'person'",
    )
    expect(events.map(({ action }) => action)).toEqual(['add'])
    const gone = await bring(await roster(['王芳', '镇级', '镇002', '远山村', '']))
    expect(gone.missing).toEqual([{ id: expect.any(String) as string, name: '李勇', holds: ['镇人大代表'] }])
  })

  test('and another of that name comes in beside the one who is named as well', async () => {
    const one = ['李勇', '镇级', '镇001', '远山村', '13900000001']
    await bring(await roster(one))
    await bring(await roster(one, ['李勇', '镇级', '镇009', '近水村', '13900000002']))
    expect((await deputies()).map(({ phone }) => phone)).toEqual(['13900000001', '13900000002'])
  })
})

test('who comes into a group, goes to another or leads it by a roster stands in the history of the group', async () => {
  const file = (...groups: string[]) =>
    makeWorkbook({
      代表: [
        ['姓名', '代表级别', '手机号', '代表小组', '小组职务'],
        ['试庚', '镇级', '13900006621', ...groups],
      ],
    })
  await bring(await file('试一组', '组长'))
  await bring(await file('试二组'))
  const rows = await database.reader.query<{ name: string; note: string }[]>(
    `SELECT g.name, e.note FROM matter_event e JOIN deputy_group g ON g.id = e.matter_id
     WHERE e.kind = 'deputyGroup' ORDER BY g.position, g.name, e.version`,
  )
  const said = rows.map(({ name, note }) => [name, (JSON.parse(note) as { why: string }).why])
  expect(said.sort()).toEqual(
    [
      ['试一组', '试庚编入本组；试庚任组长'],
      ['试一组', '试庚离开本组；试庚不再任组长'],
      ['试二组', '试庚编入本组'],
    ].sort(),
  )
})
