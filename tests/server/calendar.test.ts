import { listAuditLog } from '../../shared/api/audit-log'
import { showBoardItem } from '../../shared/api/board'
import { checkHolidays, loadHolidays, takeBackHolidays } from '../../shared/api/calendar'
import { overrideRule } from '../../shared/api/rules'
import type { SuggestionState } from '../../shared/matters/suggestion/states'
import { suggestionActions } from '../../shared/matters/suggestion/table'
import { checkedList, loadForEveryTown } from '../../server/features/calendar/load-holidays'
import { newId } from '../../server/database/id'
import { bring } from '../support/bring'
import { startInNovemberForEachTest } from '../support/calendar'
import { createClient } from '../support/client'
import { holidays2027 } from '../support/holidays'
import type { TestServer } from '../support/server'
import { see, start } from '../support/suggestion'
import { toldTo } from '../support/told'
import { buildTown, type TestTown } from '../support/town'
import { seenCalendar, seenRules } from '../support/settings'
import { makeWorkbook } from '../support/workbook'

let server: TestServer
let town: TestTown
let params: { town: string }

const { office, load, lastDeadline, eventsOf } = startInNovemberForEachTest(
  (begun) => ({ server, town, params } = begun),
)
const change = async (field: string, value: string) =>
  office().call(overrideRule, {
    params,
    input: { version: await seenRules(town), field, value, reason: '镇人代会决定' },
  })
const why = '国务院办公厅公布了 2027 年放假安排，期限由2027年2月9日改为2027年2月12日。'

describe('loading the list of a year', () => {
  test('a deadline is tentative before, and counted again afterwards', async () => {
    const id = await bring(server, town, 'handling')
    const before = await lastDeadline(id)
    await load()
    expect([before, await lastDeadline(id)]).toMatchObject([
      { on: '2027-02-09', tentative: true },
      { on: '2027-02-12', tentative: false },
    ])
  })

  test('an event says why it moved; its number is the new version', async () => {
    const id = await bring(server, town, 'handling')
    const { version } = await see(town, town.office, id)
    await load()
    const events = await eventsOf(id)
    expect(events[events.length - 1]).toEqual({
      version: version + 1,
      action: 'recalculate',
      party: 'system',
      note: why,
    })
    expect((await see(town, town.office, id)).version).toBe(version + 1)
  })

  test('lead unit and lead deputy are told, once, and so is everybody on the public page', async () => {
    const id = await bring(server, town, 'handling')
    await load()
    const told = async (person: typeof town.unit) =>
      (await toldTo(server, person)).filter((text) => text.includes('重新计算'))
    expect([await told(town.unit), await told(town.deputy), await told(town.coUnit)]).toEqual([
      [expect.stringContaining(why)],
      [`《修复大郭西段河堤》的期限重新计算：${why}`],
      [],
    ])
    const { timeline } = await createClient(server.url).call(showBoardItem, { params: { ...params, id } })
    expect(timeline[timeline.length - 1]).toMatchObject({ line: `期限重新计算：${why}` })
  })

  test.each(Object.keys(suggestionActions.recalculate.moves) as SuggestionState[])(
    'a round that runs is counted again in %s',
    async (state) => {
      const id = await bring(server, town, state)
      const before = await lastDeadline(id)
      await server.database.transaction(async (tx) => {
        // Whatever its months: this round was counted to the ninth of February.
        await tx.query(
          "UPDATE suggestion_round SET counted_to = '2027-02-09', deadline_on = '2027-02-09' WHERE suggestion_id = ?",
          [id],
        )
      })
      await load()
      expect([before === undefined, (await lastDeadline(id))?.on]).toEqual([false, '2027-02-12'])
    },
  )

  test.each<[SuggestionState]>([['replied'], ['closed'], ['accepted'], ['withdrawn']])(
    'in %s nothing is counted any more',
    async (state) => {
      const id = await bring(server, town, state)
      const before = [await lastDeadline(id), (await eventsOf(id)).length]
      await load()
      const after = [await lastDeadline(id), (await eventsOf(id)).length]
      expect(after.map((one) => (typeof one === 'object' ? one.on : one))).toEqual(
        before.map((one) => (typeof one === 'object' ? one.on : one)),
      )
    },
  )

  test('a deadline that does not move has no event', async () => {
    await change('replyMonths', '2')
    const id = await bring(server, town, 'handling')
    const before = await eventsOf(id)
    await load()
    expect([await eventsOf(id), (await lastDeadline(id))?.on]).toEqual([before, '2027-01-11'])
  })

  test('a new hand-over is counted by it at once', async () => {
    await load()
    expect(await lastDeadline(await bring(server, town, 'assigned'))).toMatchObject({
      on: '2027-02-12',
      tentative: false,
    })
  })

  test('limits of working days are counted by it too', async () => {
    await change('draftWorkingDays', '80')
    const id = await start(town)
    const dueOn = async () => (await see(town, town.deputy, id)).due?.on
    const before = await dueOn()
    await load()
    expect([before, await dueOn()]).toEqual(['2027-03-04', '2027-03-08'])
  })

  test('loading the same list again moves nothing', async () => {
    const id = await bring(server, town, 'handling')
    await load()
    const events = await eventsOf(id)
    const again = { params, input: { version: await seenCalendar(town), year: 2027, text: holidays2027 } }
    expect((await office().refused(loadHolidays, again)).code).toBe('nothing_changed')
    expect(await eventsOf(id)).toEqual(events)
  })

  test('a corrected list takes the place of the first, and a deadline can move back', async () => {
    const id = await bring(server, town, 'handling')
    await load()
    await load(holidays2027.replace('2027-02-05 至 2027-02-11', '2027-02-05 至 2027-02-08'))
    expect((await lastDeadline(id))?.on).toBe('2027-02-09')
  })

  test('it stays in the town that loaded it', async () => {
    const elsewhere = await buildTown(server, '云岭坝镇')
    const id = await bring(server, elsewhere, 'handling')
    await load()
    expect((await see(elsewhere, elsewhere.office, id)).rounds[0]?.deadline).toMatchObject({
      on: '2027-02-09',
      tentative: true,
    })
  })

  test('it is in the audit log', async () => {
    await bring(server, town, 'handling')
    await load()
    const { items } = await office().call(listAuditLog, { params })
    expect(items).toMatchObject([
      {
        by: '陈静',
        what: '2027 年放假安排',
        from: '还没有，按法定节日和周末暂算',
        to: '放假 27 天，调休上班 3 天；1 件建议的期限变了',
      },
    ])
  })

  test('a check tells what would move and writes nothing', async () => {
    const id = await bring(server, town, 'handling')
    const { days, moves } = await office().call(checkHolidays, {
      params,
      input: { year: 2027, text: holidays2027 },
    })
    expect([days.length, moves]).toEqual([
      30,
      [{ subject: '修复大郭西段河堤', from: '2027-02-09', to: '2027-02-12' }],
    ])
    expect(await lastDeadline(id)).toMatchObject({ on: '2027-02-09', tentative: true })
  })

  test.each<[string, string, string]>([
    [
      'a word',
      '2027-01-01,开会',
      '第 1 行：“2027-01-01,开会”读不懂，请写成“2027-01-01,放假”或“2027-02-14,上班”。',
    ],
    ['no date', '元旦放假', '第 1 行：“元旦放假”读不懂，请写成“2027-01-01,放假”或“2027-02-14,上班”。'],
    ['a day that is none', '2027-02-30,放假', '第 1 行：没有 2027-02-30 这一天，请核对。'],
    ['another year', '2028-01-01,放假', '第 1 行：2028-01-01 不在 2027 年，请核对年份。'],
    ['a day twice', '2027-01-01,放假\n\n2027-01-01,放假', '第 3 行：2027-01-01 写了两次，第 1 行已经有了。'],
    ['a weekday worked', '2027-02-15,上班', '第 1 行：2027-02-15 是周一，本来就上班，请核对日期。'],
    ['a holiday worked', '2027-05-01,上班', '第 1 行：2027-05-01 是劳动节，法定节日不能上班，请核对。'],
    [
      'a holiday that ends before it begins',
      '2027-02-11 至 2027-02-05,放假',
      '第 1 行：2027-02-11 至 2027-02-05 不像一个假期，请核对前后两个日期。',
    ],
    ['no JSON', '[{"day":', '第 1 行：“JSON”读不懂，请写成“2027-01-01,放假”或“2027-02-14,上班”。'],
  ])('%s is refused with the number of its line', async (_, text, sentence) => {
    const answer = await office().refused(loadHolidays, { params, input: { version: 0, year: 2027, text } })
    expect([answer.code, answer.code && answer.fields.text]).toEqual(['bad_input', sentence])
  })

  test('a list that lacks a day of the law is refused as a whole', async () => {
    const id = await bring(server, town, 'handling')
    const text = holidays2027.replace('2027-06-09,放假\n', '')
    const answer = await office().refused(loadHolidays, { params, input: { version: 0, year: 2027, text } })
    expect([answer.message, (await lastDeadline(id))?.tentative]).toEqual([
      '清单里没有 6月9日（端午节），请核对是不是漏了几行。',
      true,
    ])
  })

  test('only of a year that is near', async () => {
    const answer = await office().refused(loadHolidays, {
      params,
      input: { version: 0, year: 2031, text: holidays2027 },
    })
    expect(answer.message).toBe('只能载入去年、今年或明年的放假安排，请核对年份。')
  })

  test('a deputy cannot load it', async () => {
    const input = { year: 2027, text: holidays2027 }
    expect((await town.deputy.client.refused(loadHolidays, { params, input })).code).toBe('not_allowed')
  })
})

describe('a list of a town', () => {
  const takeBack = (id: string) => office().ask(takeBackHolidays, { params: { ...params, id }, input: {} })

  test('is read from a spreadsheet, loaded, remembered and taken back with what it moved', async () => {
    const id = await bring(server, town, 'handling')
    const before = await lastDeadline(id)
    const rows = holidays2027.split('\n').map((line) => {
      const [days = '', kind] = line.split(',')
      return [
        days.includes('至') ? '假期' : '',
        ...days.split(' 至 '),
        ...(days.includes('至') ? [] : ['']),
        kind,
      ]
    })
    const file = await makeWorkbook({ 放假安排: [['节日', '从', '到', '放假或上班'], ...rows] })
    const form = new FormData()
    form.append('table', new Blob([new Uint8Array(file)]), 'a.xlsx')
    const answer = await fetch(`${server.url}/api/towns/${town.id}/calendar/holidays/file`, {
      method: 'POST',
      headers: { authorization: `Bearer ${office().token}`, 'idempotency-key': newId() },
      body: form,
    })
    const { text } = (await answer.json()) as { text: string }
    expect(text.split('\n').slice(0, 3)).toEqual([
      '2027-01-01 至 2027-01-03 放假',
      '2027-02-05 至 2027-02-11 放假',
      '2027-02-14 上班',
    ])
    const page = await office().call(loadHolidays, {
      params,
      input: { version: await seenCalendar(town), year: 2027, text, fileName: '放假安排.xlsx' },
    })
    expect([page.loads, (await lastDeadline(id))?.on]).toMatchObject([
      [{ fileName: '放假安排.xlsx', by: '陈静', says: '2027 年：放假 27 天，调休上班 3 天' }],
      '2027-02-12',
    ])
    const load = page.loads[0]?.id ?? ''
    expect((await town.unit.client.refused(takeBackHolidays, { params: { ...params, id: load } })).code).toBe(
      'not_allowed',
    )
    expect(await takeBack(load)).toMatchObject({
      body: {
        years: [{ from: 'program' }, { from: 'nowhere', tentative: true }],
        loads: [{ undoUntil: null }],
      },
    })
    expect(await lastDeadline(id)).toMatchObject({ on: before?.on, tentative: true })
    expect(await takeBack(load)).toMatchObject({ code: 'nothing_changed' })
    expect(await takeBack(newId())).toMatchObject({ code: 'not_found' })
  })

  test('gives way to the one before it, and stays where a later one stands on it', async () => {
    const first = await load(holidays2027.replace('2027-02-11', '2027-02-10'))
    server.clock.set('2026-11-09T02:00:00.000Z')
    const second = await load()
    const [newer, older] = second.loads.map(({ id }) => id)
    expect([first.loads[0]?.id, await takeBack(older ?? '')]).toMatchObject([
      older,
      { code: 'built_upon', message: '后面还有一次导入，请先撤回那一次。' },
    ])
    expect(await takeBack(newer ?? '')).toMatchObject({
      body: { years: [{}, { from: 'loaded', holidays: 26 }] },
    })
  })
})

test('a list for every town is loaded at once, and a town’s own stands before it', async () => {
  const elsewhere = await buildTown(server, '云岭坝镇')
  const ids = [await bring(server, town, 'handling'), await bring(server, elsewhere, 'handling')]
  await load(holidays2027.replace('2027-02-11', '2027-02-09'))
  const now = server.clock.now()
  const moved = await server.database.transaction((tx) =>
    loadForEveryTown(tx, 2027, checkedList(holidays2027, 2027, now).days, now),
  )
  const deadlines = [
    await lastDeadline(ids[0] ?? ''),
    (await see(elsewhere, elsewhere.office, ids[1] ?? '')).rounds[0]?.deadline,
  ]
  expect([moved, deadlines.map((one) => one?.on)]).toEqual([1, ['2027-02-10', '2027-02-12']])
  const { items } = await elsewhere.office.client.call(listAuditLog, { params: { town: elsewhere.id } })
  expect(items).toMatchObject([{ by: null, what: '2027 年放假安排' }])
})
