import { listWork, searchWork, showMatter } from '../../../shared/api/work'
import { contentCheckSteps, showContentCheck } from '../../../shared/matters/content-check/endpoints'
import { findDifferences } from '../../../server/engine/rebuild'
import { bring } from '../../support/bring'
import { staySignedIn } from '../../support/lived'
import { startServer, type TestServer } from '../../support/server'
import { statementsOf } from '../../support/statements'
import { forms, step } from '../../support/suggestion'
import { toldTo } from '../../support/told'
import { buildTown, type TestPerson, type TestTown, worksInWechat, worksOnTheWeb } from '../../support/town'

/** Public words that wait for somebody stand in the list of work, and are asked for until somebody has looked. */
let server: TestServer
let town: TestTown
let params: { town: string }

beforeEach(async () => {
  server = await startServer()
  town = await buildTown(server)
  params = { town: town.id }
  await staySignedIn(server)
})
afterEach(async () => {
  expect(await findDifferences(server.database.reader, server.clock.now())).toEqual([])
  await server.stop()
})

const subject = '《修复大郭西段河堤》'
/** Replied from a browser, and kept for a second person because of that. */
async function held(form: object = forms(town).cannotSolve) {
  const id = await bring(server, town, 'handling')
  worksOnTheWeb(server, town.unit)
  await step(town, town.unit, id, 'reply', form as Record<string, unknown>)
  await server.run('checkContent')
  worksInWechat(town.unit)
  return id
}
const work = async (person: TestPerson, lane: 'mine' | 'others' | 'ended') =>
  (await person.client.call(listWork, { params, query: { lane, kind: 'contentCheck' } })).items
const take = (person: TestPerson, id: string, version: number, action: 'sendBack' | 'approve') =>
  person.client.call(contentCheckSteps[action] as typeof contentCheckSteps.sendBack, {
    params: { ...params, id },
    input: { version, form: (action === 'sendBack' ? { reason: '请写清楚。' } : {}) as { reason: string } },
  })
/** Lets the clock look so many hours later, twice. @returns what this person was told by it */
async function after(hours: number, person: TestPerson) {
  const before = (await toldTo(server, person)).length
  server.clock.advance({ hours })
  for (const _ of [1, 2]) await server.run('clock')
  const told = await toldTo(server, person)
  return told.slice(0, told.length - before).filter((text) => text.includes('公开'))
}

test('held words are asked for before their 24 hours are over and after them, and reach the chair: once each', async () => {
  await held()
  expect((await work(town.office, 'mine')).map((row) => [row.title, row.note, row.next?.step])).toEqual([
    ['修复大郭西段河堤', '公开的一句话结果', 'approve'],
  ])
  expect(await after(17, town.office)).toEqual([])
  expect(await after(2, town.office)).toEqual([`${subject}要公开的内容还等着复核，请在11月24日看一看。`])
  expect(await after(6, town.office)).toEqual([`${subject}要公开的内容逾期还没有复核，请马上看。`])
  const late = `${subject}要公开的内容逾期还没有复核，现在等镇人大办，请提醒。`
  expect(await after(3 * 24, town.presidium)).toEqual([late])
  expect(await after(7 * 24, town.presidium)).toEqual([late])
})

test('what is reminded of on one day is told together, says how many, and leads to their list', async () => {
  await held()
  await held()
  await held()
  const inbox = async (said: string) =>
    (
      await server.database.reader.query<
        { text: string; page: string; readAt: string | null; owed: number }[]
      >(
        `SELECT i.text, i.page, i.read_at AS readAt, (SELECT COUNT(*) FROM outbox_message x WHERE x.inbox_message_id = i.id) AS owed
         FROM inbox_message i WHERE i.recipient_id = ? AND i.text LIKE ? ORDER BY i.created_at`,
        [town.office.id, `%${said}%`],
      )
    ).map(({ owed, ...row }) => ({ ...row, owed: Number(owed) }))
  server.clock.advance({ hours: 19 })
  await server.run('clock')
  const list = `desk/list?town=${town.id}&kind=contentCheck&lane=mine&state=held`
  const soon = { text: '有 3 件要公开的内容还等着复核，请在11月24日看一看。', page: list, owed: 1 }
  expect(await inbox('还等着复核')).toEqual([{ ...soon, readAt: null }])
  server.clock.advance({ hours: 6 })
  await server.run('clock')
  const late = {
    text: '有 3 件要公开的内容逾期还没有复核，请马上看。',
    page: `${list}&overdue=yes`,
    owed: 1,
  }
  expect(await inbox('还没有复核')).toEqual([{ ...late, readAt: null }])
  const { items } = await town.office.client.call(listWork, {
    params,
    query: { lane: 'mine', kind: 'contentCheck', state: 'held', overdue: 'yes' },
  })
  expect(items).toHaveLength(3)
})

test('words that were sent back are asked for where they were written; what has passed is on no list', async () => {
  await held()
  const [row] = await work(town.presidium, 'others')
  const { id, version } = await town.presidium.client.call(showContentCheck, {
    params: { ...params, id: row?.id ?? '' },
  })
  expect(row?.page).toBe(`desk/matter?kind=contentCheck&town=${town.id}&id=${id}`)
  await take(town.office, id, version, 'sendBack')
  const shown = await town.unit.client.call(showMatter, { params: { ...params, kind: 'contentCheck', id } })
  expect(shown).toMatchObject({
    ...{ state: 'sentBack', waitsFor: 'writer', actions: ['rewrite'] },
    timeline: [{ action: 'hold' }, { action: 'sendBack', by: '镇人大办 陈静', note: '请写清楚。' }],
  })
  expect((await work(town.unit, 'mine')).map((one) => one.id)).toEqual([id])
  expect(await after(19, town.unit)).toEqual([`${subject}公开的文字还等您改，改好了才能公开。`])
  expect(await after(6, town.unit)).toEqual([`${subject}公开的文字逾期还没有改好，请马上改。`])
  expect(await after(3 * 24, town.office)).toEqual([`${subject}公开的文字退回以后还没有改好，请提醒写的人。`])
  await town.unit.client.call(contentCheckSteps.rewrite, {
    params: { ...params, id },
    input: { version: version + 1, form: { text: '修复河堤 3.8 公里，已经验收' } },
  })
  await server.run('checkContent')
  for (const lane of ['mine', 'others', 'ended'] as const) expect(await work(town.unit, lane)).toEqual([])
  const { items } = await town.office.client.call(searchWork, { params, input: { words: '河堤' } })
  expect(items.map(({ kind }) => kind).sort()).toEqual(['opinion', 'suggestion'])
})

test('all checks of one step are written at once', async () => {
  const id = await bring(server, town, 'handling')
  const asked = await statementsOf(() => step(town, town.unit, id, 'reply', forms(town).promise))
  const into = (table: string) =>
    asked.filter((sql) => sql.includes(`INSERT INTO "${table}"`) || sql.includes(`INSERT INTO \`${table}\``))
  // The result and the promise.
  expect([into('content_check').length, into('matter').length]).toEqual([1, 1])
  expect(
    await server.database.reader.query('SELECT id FROM content_check WHERE suggestion_id = ?', [id]),
  ).toHaveLength(3)
})
