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
import { nextReceptionDay, receptionDaysBetween, turnOfWeek } from '../../shared/rules/reception-days'
import { asReceptionDays, readReceptionDays } from '../../shared/rules/reception-rules'

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
  const rules = (text: string) => {
    const read = readReceptionDays(text)
    if (!read) throw new Error(`not read: ${text}`)
    return read
  }
  const next = (text: string, today: string) => nextReceptionDay(rules(text), today)?.on

  test('the second Tuesday of this month, or of the next one when it is past', () => {
    const secondTuesday = '每月第二个星期二'
    expect([next(secondTuesday, '2026-11-01'), next(secondTuesday, '2026-11-11')]).toEqual([
      '2026-11-10',
      '2026-12-08',
    ])
  })

  test('today counts', () => {
    expect(next('每月第二个星期二', '2026-12-08')).toBe('2026-12-08')
  })

  test('the fifth, moved on when it falls on a day off, with the day that it was', () => {
    expect([next('每月5日', '2026-11-01'), next('每月5日', '2026-12-01')]).toEqual([
      '2026-11-05',
      '2026-12-07',
    ])
    expect(nextReceptionDay(rules('每月5日'), '2026-12-01')?.movedFrom).toBe('2026-12-05')
  })

  test.each([
    ['每月5号', '每月5日'],
    ['每月第2个周二', '每月第二个星期二'],
    ['每季首月10日', '每季度第一个月10日'],
    ['每季度第二个月的第一个星期五', '每季度第二个月第一个星期五'],
    ['每月10日之后第一个工作日', '每月10日后第一个工作日'],
    ['农历逢3、6、9', '逢三六九'],
    ['逢五逢十', '逢五十'],
    ['逢双日', '逢二四六八十'],
    ['每月5日，逢三、六、九赶圩', '每月5日；逢三六九'],
  ])('“%s” is kept as “%s”', (typed, kept) => {
    expect([asReceptionDays(typed), asReceptionDays(kept)]).toEqual([kept, kept])
  })

  test.each(['每月40日', '有空的时候', '每月第五个星期一', '逢', ''])('“%s” is no rule', (typed) => {
    expect(readReceptionDays(typed)).toBeUndefined()
  })

  test('a market is held on the lunar days that end so, holiday or not; two rules that meet are one day', () => {
    // 2026-10-01 is 农历八月廿一, the first day of the holiday; 八月廿三 and 廿六 lie in it.
    const days = receptionDaysBetween(rules('每月5日；逢三六九'), '2026-10-01', '2026-10-10')
    expect(days).toEqual([
      { on: '2026-10-03', movedFrom: null, lunar: '农历八月廿三' },
      { on: '2026-10-06', movedFrom: null, lunar: '农历八月廿六' },
      { on: '2026-10-08', movedFrom: '2026-10-05', lunar: null },
      { on: '2026-10-09', movedFrom: null, lunar: '农历八月廿九' },
    ])
  })

  test('once a quarter, and on the first working day after a date', () => {
    expect(
      receptionDaysBetween(rules('每季度第一个月10日'), '2026-01-01', '2026-12-31').map(({ on }) => on),
    ).toEqual(['2026-01-12', '2026-04-10', '2026-07-10', '2026-10-10'])
    expect(receptionDaysBetween(rules('每月10日后第一个工作日'), '2026-12-01', '2026-12-31')).toEqual([
      { on: '2026-12-11', movedFrom: null, lunar: null },
    ])
  })

  test('turns go round the roster week by week', () => {
    const weeks = ['2026-11-16', '2026-11-22', '2026-11-23', '2026-11-30', '2026-12-07']
    const turns = weeks.map((day) => turnOfWeek(3, day))
    expect(turns.map((turn) => (turn - (turns[0] ?? 0) + 3) % 3)).toEqual([0, 0, 1, 2, 0])
  })
})
