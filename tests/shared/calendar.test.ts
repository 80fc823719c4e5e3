import {
  addWorkingDays,
  deadlineAfterMonths,
  isTentative,
  isWorkingDay,
  onOrAfterWorkingDay,
} from '../../shared/rules/calendar'
import {
  addMonths,
  beijingDay,
  daysBetween,
  spokenDate,
  spokenInstant,
  spokenWhen,
} from '../../shared/rules/days'
import { nextReceptionDay, readReceptionRule, turnOfWeek } from '../../shared/matters/opinion/reception'

describe('days', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  test('a day begins in Beijing eight hours before it begins in Greenwich', () => {
    expect([
      beijingDay(new Date('2026-11-20T15:59:59Z')),
      beijingDay(new Date('2026-11-20T16:00:00Z')),
    ]).toEqual(['2026-11-20', '2026-11-21'])
  })

  test('days are counted across a leap day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  test('a date is spoken with its weekday, and with its year only when it is another', () => {
    expect([spokenDate('2026-12-08', '2026-11-21'), spokenDate('2027-01-04', '2026-11-21')]).toEqual([
      '12月8日 周二',
      '2027年1月4日 周一',
    ])
  })

  test('an instant is spoken in Beijing time', () => {
    expect(spokenInstant(new Date('2026-11-21T01:05:00Z'), '2026-11-21')).toBe('11月21日 09:05')
    const ago = [
      '2026-11-21T01:05:00Z',
      '2026-11-20T01:05:00Z',
      '2026-11-19T15:00:00Z',
      '2026-11-01T01:05:00Z',
    ]
    expect(ago.map((instant) => spokenWhen(new Date(instant), '2026-11-21'))).toEqual([
      ...['今天 9:05', '昨天 9:05', '11月19日 周四', '11月1日'],
    ])
  })
})

describe('working days', () => {
  test.each([
    ['a weekday', '2026-11-23', true],
    ['a Saturday', '2026-11-21', false],
    ['a Saturday worked to make up for Spring Festival', '2026-02-14', true],
    ['Spring Festival', '2026-02-17', false],
    ['National Day', '2026-10-01', false],
  ])('%s', (_, day, working) => {
    expect(isWorkingDay(day)).toBe(working)
  })

  test('without an official list the days of the law count: New Year’s Eve to the third day, Qingming, National Day', () => {
    const off = [
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-04-05',
      '2027-10-01',
      '2027-06-09',
      '2027-09-15',
    ]
    expect(off.filter(isWorkingDay)).toEqual([])
  })

  test('a year without an official list is tentative', () => {
    expect([isTentative('2026-12-31'), isTentative('2027-01-01')]).toEqual([false, true])
  })

  test('the day itself does not count, and a make-up Saturday does', () => {
    expect(addWorkingDays('2026-02-13', 1)).toBe('2026-02-14')
  })

  test('ten working days jump over the National Day holiday', () => {
    expect(addWorkingDays('2026-09-28', 10)).toBe('2026-10-16')
  })

  test('a day off moves on to the next working day', () => {
    expect(onOrAfterWorkingDay('2026-10-01')).toBe('2026-10-08')
  })
})

describe('deadlines', () => {
  test.each([
    ['an ordinary day', '2026-03-10', 3, '2026-06-10'],
    ['the end of a month that the target lacks', '2026-11-30', 3, '2027-03-01'],
    ['a Saturday at the end', '2026-08-22', 3, '2026-11-23'],
    ['Spring Festival at the end', '2026-11-06', 3, '2027-02-09'],
    ['one month for a second round', '2026-11-25', 1, '2026-12-25'],
  ])('from %s', (_, from, months, expected) => {
    expect(deadlineAfterMonths(from, months)).toBe(expected)
  })
})

describe('reception days', () => {
  const secondTuesday = readReceptionRule('weekday:2:2')
  const fifth = readReceptionRule('day:5')
  if (!secondTuesday || !fifth) throw new Error('rules not read')

  test('the second Tuesday of this month, or of the next one when it is past', () => {
    expect([
      nextReceptionDay(secondTuesday, '2026-11-01'),
      nextReceptionDay(secondTuesday, '2026-11-11'),
    ]).toEqual(['2026-11-10', '2026-12-08'])
  })

  test('today counts', () => {
    expect(nextReceptionDay(secondTuesday, '2026-12-08')).toBe('2026-12-08')
  })

  test('the fifth, moved on when it falls on a day off', () => {
    expect([nextReceptionDay(fifth, '2026-11-01'), nextReceptionDay(fifth, '2026-12-01')]).toEqual([
      '2026-11-05',
      '2026-12-07',
    ])
  })

  test('turns go round the roster week by week', () => {
    const weeks = ['2026-11-16', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-07']
    const turns = weeks.map((day) => turnOfWeek(3, day))
    expect(turns.map((turn) => (turn - (turns[0] ?? 0) + 3) % 3)).toEqual([0, 0, 1, 2, 0])
  })
})
