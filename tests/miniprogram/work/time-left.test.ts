import type { WorkRow } from '../../../shared/api/work'
import { headingOf, timeLeft } from '../../../miniprogram/src/work/time-left'

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
