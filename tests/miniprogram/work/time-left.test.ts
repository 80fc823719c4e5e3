import type { WorkRow } from '../../../shared/api/work'
import { headingOf, timeLeft } from '../../../miniprogram/src/work/time-left'
import { inboxRows, type Message } from '../../../miniprogram/src/work/inbox-groups'
import { monthFigures } from '../../../miniprogram/src/work/month'
import { groupOf, sayDecisions, sayToday } from '../../../miniprogram/src/work/waiting'
import type { WorkCounts } from '../../../shared/api/work'

const now = new Date('2026-11-23T02:00:00.000Z')
const row = (on: string, lateFrom: string, urgency: 'inTime' | 'dueSoon' | 'overdue', since = '2026-11-20') =>
  ({ due: { on, urgency }, lateFrom, since: `${since}T02:00:00.000Z` }) as WorkRow
const said = (...[on, lateFrom, urgency]: Parameters<typeof row>) => {
  const left = timeLeft(row(on, lateFrom, urgency), now)
  return `${left?.words}${left?.day} ${left?.tone}`
}

test('the time left is said in days with the day, and in hours where a limit counts hours', () => {
  expect([
    said('2026-12-05', '2026-12-05T16:00:00.000Z', 'inTime'),
    said('2026-11-23', '2026-11-23T16:00:00.000Z', 'dueSoon'),
    said('2026-11-23', '2026-11-23T08:05:00.000Z', 'dueSoon'),
    said('2026-11-24', '2026-11-24T01:42:00.000Z', 'inTime'),
    said('2026-11-25', '2026-11-25T01:42:00.000Z', 'inTime'),
    said('2026-11-13', '2026-11-13T16:00:00.000Z', 'overdue'),
    said('2026-11-23', '2026-11-23T01:00:00.000Z', 'overdue'),
    said('2027-01-05', '2027-01-05T16:00:00.000Z', 'inTime'),
  ]).toEqual([
    '还有 12 天（12月5日） flow',
    '今天到期（11月23日） soon',
    '今天 16:05 前 soon',
    '明天 9:42 前 flow',
    '还有 2 天（11月25日） flow',
    '逾期 10 天（11月13日） late',
    '今天逾期 late',
    '还有 43 天（2027年1月5日） flow',
  ])
})

test('the bar is as long as the part that has gone, whole when it is late, and never nothing', () => {
  const gone = (lateFrom: string) => timeLeft(row('2026-11-26', lateFrom, 'inTime'), now)?.gone
  expect([
    gone('2026-11-26T02:00:00.000Z'),
    gone('2026-11-21T02:00:00.000Z'),
    gone('2046-11-26T02:00:00Z'),
  ]).toEqual([50, 100, 2])
})

test('what has no day says nothing of time', () => {
  expect(
    timeLeft({ due: null, lateFrom: null, since: '2026-11-20T02:00:00.000Z' } as WorkRow, now),
  ).toBeNull()
})

test('open work is parted by its days, in the order in which it comes', () => {
  const today = '2026-11-23'
  expect(
    [
      row('2026-11-22', '2026-11-22T16:00:00.000Z', 'overdue'),
      row('2026-11-23', '2026-11-23T16:00:00.000Z', 'dueSoon'),
      row('2026-11-30', '2026-11-30T16:00:00.000Z', 'inTime'),
      row('2026-12-01', '2026-12-01T16:00:00.000Z', 'dueSoon'),
      { due: null } as WorkRow,
    ].map((one) => headingOf(one, today)),
  ).toEqual(['逾期', '今天', '七天以内', '以后', '没有期限'])
})

const late = row('2026-11-22', '2026-11-22T16:00:00.000Z', 'overdue')
const endsToday = row('2026-11-23', '2026-11-23T16:00:00.000Z', 'dueSoon')
const soon = row('2026-11-30', '2026-11-30T16:00:00.000Z', 'dueSoon')
const far = row('2026-12-01', '2026-12-01T16:00:00.000Z', 'inTime')

test('what is late or ends today is to be done today, and what is soon follows', () => {
  const groups = [late, endsToday, soon, far, { due: null } as WorkRow]
  expect(groups.map((one) => groupOf(one, '2026-11-23'))).toEqual([
    'today',
    'today',
    'soon',
    'later',
    'later',
  ])
})

const counted = (
  counts: Partial<Record<'overdue' | 'dueSoon' | 'inTime', number>>,
  more = false,
): WorkCounts => ({
  counts: (Object.keys(counts) as ('overdue' | 'dueSoon' | 'inTime')[]).map((urgency) => ({
    ...{ lane: 'mine', kind: 'suggestion', urgency, count: counts[urgency] ?? 0 },
  })),
  more: { mine: more, others: false },
})
test('what waits is said in one sentence, and where nothing presses, when it does', () => {
  expect([
    sayToday(counted({ overdue: 3, dueSoon: 2, inTime: 9 }), [late, endsToday, soon, far], '2026-11-23'),
    sayToday(counted({ dueSoon: 1 }), [endsToday], '2026-11-23'),
    sayToday(counted({ inTime: 1 }), [far], '2026-11-23'),
    sayToday(counted({ inTime: 1 }), [{ due: null } as WorkRow], '2026-11-23'),
    sayToday(counted({}), [], '2026-11-23'),
  ]).toEqual([
    '3 件逾期，1 件今天到期，1 件快到期',
    '1 件今天到期',
    '今天没有要办的，下一件 12月1日 周二',
    '1 件等我办，都没有期限',
    '没有等您办的事',
  ])
})

const message = (id: string, at: string, reminder: Message['reminder']): Message => ({
  ...{
    id,
    at: `${at}:00.000Z`,
    reminder,
    text: `关于 ${id}`,
    title: null,
    page: 'pages/matter',
    read: false,
  },
})
test('what the clock said of several matters on one day is one row, and what people did stands by itself', () => {
  const rows = inboxRows([
    message('a', '2026-11-23T02:00', 'overdue'),
    message('b', '2026-11-23T01:59', null),
    message('c', '2026-11-23T01:00', 'overdue'),
    message('d', '2026-11-23T01:00', 'dueSoon'),
    // The evening before in Beijing.
    message('e', '2026-11-22T15:00', 'overdue'),
  ])
  expect(rows.map(({ says, messages }) => says ?? messages[0].text)).toEqual([
    '2 件逾期',
    '关于 b',
    '关于 d',
    '关于 e',
  ])
})

test('what waits for a decision is told apart by what is to be decided', () => {
  const to = (label: string) => ({ next: { step: 'x', label } }) as WorkRow
  const rows = [to('约见单位负责人'), to('同意延办'), { next: null } as WorkRow, to('同意延办')]
  expect([sayDecisions(rows, false), sayDecisions(rows, true), sayDecisions([], false)]).toEqual([
    '等您定 3 件：约见单位负责人 1 · 同意延办 2',
    '等您定 3 件以上：约见单位负责人 1 · 同意延办 2',
    '',
  ])
})

test('each figure of the month has its trend, and how content one is stands beside what was solved, always', () => {
  const month = {
    ...{ since: '2026-10-23', inHand: 26, inHandThen: 17, overdue: 4, overdueNew: 2, closedNew: 3 },
    ...{ solved: { of: 15, among: 43 }, satisfied: { of: 1, among: 2 } },
    ...{ promisesLate: 0, promisesLateNew: 0, still: 7, stillDays: 352 },
    ...{ waiting: 3, waitingLate: 2, waitingDays: 1 },
  }
  expect(monthFigures(month).map(({ word, figure, note }) => `${word} ${figure} ${note}`)).toEqual([
    '在办 26 比上月 +9',
    '逾期 4 一个月里新增 2',
    '解决率 ∥ 满意率 34.9% ∥ 1/2 15/43 · 一个月里办结 3',
    '承诺逾期 0 一个月里新增 0',
    '30 天没动 7 最久 352 天',
    '群众等回复 3 逾期 2，最久 1 天',
  ])
})
