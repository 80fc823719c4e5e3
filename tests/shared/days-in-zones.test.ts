import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type ProfileName, profiles } from '../../shared/rules/profiles'
import { type Span, spokenSpan } from '../../shared/rules/spans'
import { byHand, everyDay, workingDays } from '../support/zones/days-by-hand'

/** Deadlines are the same wherever server and phone stand, and they are those that a clerk counts on a wall calendar. */

interface Said {
  zone: string
  worked: string[]
  deadlines: string[][]
  others: (string | number)[]
}

/** Every length of time of every rule set, each once. */
const spansOf = (name: ProfileName): Span[] => {
  const rules = profiles[name]
  const months = [rules.replyMonths, rules.hardReplyMonths, rules.rehandleMonths, rules.progressMonths]
  const working = Object.entries(rules).flatMap(([field, value]) =>
    field.endsWith('WorkingDays') && typeof value === 'number' ? [value] : [],
  )
  return [
    ...months.map((count) => ({ months: count })),
    ...working.map((workingDays) => ({ workingDays })),
    ...[rules.returnSpan, rules.coUnitDays],
  ]
}
const names = Object.keys(profiles) as ProfileName[]
const spans = [...new Map(names.flatMap(spansOf).map((span) => [spokenSpan(span), span])).values()]

function sayIn(zone: string): Said {
  const root = path.resolve(__dirname, '../..')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/support/zones/say-days.ts', JSON.stringify({ days: everyDay, spans })],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e7, env: { PATH: process.env.PATH ?? '', TZ: zone } },
  )
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Said
}

const expectedEnd = (from: string, span: Span) =>
  'workingDays' in span
    ? byHand.workingDays(from, span.workingDays)
    : 'days' in span
      ? byHand.days(from, span.days)
      : byHand.months(from, span.months)

const expected = spans.map((span) => everyDay.map((day) => expectedEnd(day, span)))

describe.each(['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Auckland'])('in %s', (zone) => {
  const said = sayIn(zone)

  test('the days of 2025 to 2027 that are worked are those of the table', () => {
    expect([said.zone, said.worked]).toEqual([zone, workingDays])
  })

  test('every deadline of 2025 to 2027 is that of the table, by every span of every rule set', () => {
    const wrong = spans.flatMap((span, row) =>
      everyDay.flatMap((day, place) => {
        const wanted = expected[row]?.[place]
        const got = said.deadlines[row]?.[place]
        return wanted === undefined || wanted === got
          ? []
          : [`${day} + ${spokenSpan(span)}: ${got}, not ${wanted}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('the day is Beijing’s at the turn of a year and on a leap day', () => {
    expect(said.others).toEqual([
      '2028-01-01',
      '2028年1月1日 00:30',
      '2028-02-28T16:00:00.000Z',
      2,
      '2028-02-29',
      '2027-01-04',
    ])
  })
})

/** Counted with a finger on the wall calendar. */
test.each<[from: string, span: Span, on: string]>([
  ['2025-01-24', { workingDays: 5 }, '2025-02-07'],
  ['2025-04-25', { workingDays: 5 }, '2025-05-06'],
  ['2025-09-26', { workingDays: 10 }, '2025-10-16'],
  ['2025-07-01', { months: 3 }, '2025-10-09'],
  ['2025-11-30', { months: 3 }, '2026-02-28'],
  ['2025-12-26', { workingDays: 7 }, '2026-01-07'],
  ['2025-12-27', { days: 5 }, '2026-01-04'],
  ['2026-02-13', { workingDays: 3 }, '2026-02-25'],
  ['2026-02-10', { days: 5 }, '2026-02-24'],
  ['2026-04-30', { workingDays: 10 }, '2026-05-18'],
  ['2026-07-20', { months: 2 }, '2026-09-20'],
  ['2026-08-31', { months: 6 }, '2027-03-01'],
  ['2026-09-18', { workingDays: 15 }, '2026-10-15'],
  ['2026-09-25', { days: 10 }, '2026-10-08'],
  ['2026-11-06', { months: 3 }, '2027-02-09'],
  ['2026-12-31', { workingDays: 20 }, '2027-01-29'],
  ['2027-02-04', { workingDays: 1 }, '2027-02-09'],
  ['2027-06-08', { workingDays: 30 }, '2027-07-21'],
  ['2027-08-15', { months: 1 }, '2027-09-16'],
  ['2027-09-30', { days: 1 }, '2027-10-04'],
])('from %s, %j ends on %s', (from, span, on) => {
  expect(expectedEnd(from, span)).toBe(on)
})
