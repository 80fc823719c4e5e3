import {
  type CongressSessionDays,
  contradictionAmong,
  filedUnder,
  seriesOf,
  suggestionNoIn,
} from '../../shared/registers/congress-sessions'

const session = (sessionNo: number, openedOn: string, closedOn: string | null): CongressSessionDays => ({
  termNo: 19,
  sessionNo,
  openedOn,
  closedOn,
})
const sessions = [session(1, '2026-01-20', '2026-01-21'), session(2, '2026-08-03', '2026-08-03')]

test.each([
  ['2026-01-19', undefined],
  ['2026-01-20', [1, 'inSession']],
  ['2026-01-21', [1, 'inSession']],
  ['2026-01-22', [1, 'interSession']],
  ['2026-08-03', [2, 'inSession']],
  ['2026-12-31', [2, 'interSession']],
  ['2027-01-01', [2, 'interSession']],
])('a suggestion of %s is filed under %j', (day, expected) => {
  const filed = filedUnder(sessions, day)
  expect(filed && [filed.session.sessionNo, filed.period]).toEqual(expected)
})

test('a session without a last day is still open', () => {
  expect(filedUnder([session(3, '2027-01-18', null)], '2027-02-01')?.period).toBe('inSession')
})

test.each([
  ['inSession', 'suggestion', '19-2-J'],
  ['interSession', 'suggestion', '19-2-BJ'],
  ['inSession', 'criticism', '19-2-P'],
  ['interSession', 'comment', '19-2-BY'],
  ['inSession', 'motion', '19-2-A'],
] as const)('%s %s is numbered in %s', (period, kind, series) => {
  expect(seriesOf(session(2, '', null), period, kind)).toBe(series)
})

test('a number is ASCII and fits a WeChat card', () => {
  const longest = suggestionNoIn(
    seriesOf({ termNo: 99, sessionNo: 99 }, 'interSession', 'suggestion'),
    12_345,
  )
  expect([suggestionNoIn('19-2-BJ', 12), longest.length <= 32, /^[!-~]+$/.test(longest)]).toEqual([
    '19-2-BJ012',
    true,
    true,
  ])
})

test.each([
  ['twice', session(2, '2026-09-01', '2026-09-01'), 'sessionNo'],
  ['closed before it opened', session(3, '2027-01-20', '2027-01-19'), 'closedOn'],
  ['before the session that comes before it', session(3, '2026-05-01', '2026-05-01'), 'openedOn'],
  ['on the last day of another', session(3, '2026-08-03', '2026-08-04'), 'openedOn'],
] as const)('a session cannot be registered %s', (_, wrong, field) => {
  expect(contradictionAmong(sessions, wrong)?.field).toBe(field)
})

test('the next session fits', () => {
  expect(contradictionAmong(sessions, session(3, '2027-01-18', null))).toBeUndefined()
})
