import {
  addWorkingDays,
  createCalendar,
  deadlineAfterMonths,
  endOfSpan,
  isTentative,
  isWorkingDay,
  type ListedDays,
  movedDeadline,
  nationalCalendar,
  onOrAfterWorkingDay,
  yearToLoad,
} from '../../shared/rules/calendar'
import { holidayOf } from '../../shared/rules/festivals'
import { addDays, addMonths, type Day, daysBetween, weekday } from '../../shared/rules/days'

/** What must hold for every single day, not only for those that somebody thought of. */
const everyDay: Day[] = []
for (let day = '2024-01-01'; day <= '2027-12-31'; day = addDays(day, 1)) everyDay.push(day)

/** A list as the State Council might publish it: long holidays, and Sundays worked for them, one in the old year. */
const list2027: ListedDays = new Map([
  ['2026-12-27', 'workday'],
  ['2026-12-31', 'holiday'],
  ...['01-01', '01-02', '01-03', '04-05', '05-01', '05-02', '06-09', '09-15'].map((day): [Day, 'holiday'] => [
    `2027-${day}`,
    'holiday',
  ]),
  ...[5, 6, 7, 8, 9, 10, 11].map((date): [Day, 'holiday'] => [addDays('2027-02-01', date - 1), 'holiday']),
  ...[1, 2, 3, 4, 5, 6, 7].map((date): [Day, 'holiday'] => [addDays('2027-10-01', date - 1), 'holiday']),
  ['2027-02-14', 'workday'],
  ['2027-10-10', 'workday'],
])
const calendars = [
  ['the program’s own', nationalCalendar],
  ['with the list of 2027', createCalendar({ official: new Map([[2027, list2027]]) })],
  [
    'with local days',
    createCalendar({
      local: new Map([
        ['2026-03-03', 'holiday'],
        ['2026-03-07', 'workday'],
      ]),
    }),
  ],
] as const

describe.each(calendars)('the calendar %s', (_, calendar) => {
  const wrong = (holds: (day: Day) => boolean) => everyDay.filter((day) => !holds(day))
  const months = [1, 2, 3, 4, 6]

  test('no deadline falls on a day off, and none before its months are over', () => {
    expect(
      wrong((day) =>
        months.every((count) => {
          const deadline = deadlineAfterMonths(day, count, calendar)
          return calendar.isWorkingDay(deadline) && deadline >= addMonths(day, count)
        }),
      ),
    ).toEqual([])
  })

  test('between the counted day and the deadline there are only days off', () => {
    expect(
      wrong((day) => {
        const counted = addMonths(day, 3)
        const deadline = deadlineAfterMonths(day, 3, calendar)
        const between = Array.from({ length: daysBetween(counted, deadline) }, (__, ahead) =>
          addDays(counted, ahead),
        )
        return between.every((one) => !calendar.isWorkingDay(one))
      }),
    ).toEqual([])
  })

  test('who is handed something a day later never has to answer earlier', () => {
    expect(
      wrong((day) => {
        const next = addDays(day, 1)
        return (
          months.every(
            (count) =>
              deadlineAfterMonths(day, count, calendar) <= deadlineAfterMonths(next, count, calendar),
          ) &&
          [1, 5, 20].every(
            (count) => addWorkingDays(day, count, calendar) <= addWorkingDays(next, count, calendar),
          ) &&
          endOfSpan(day, { days: 5 }, calendar) <= endOfSpan(next, { days: 5 }, calendar)
        )
      }),
    ).toEqual([])
  })

  test('a longer limit never ends earlier', () => {
    expect(
      wrong((day) =>
        [1, 2, 3, 4, 5].every(
          (count) =>
            deadlineAfterMonths(day, count, calendar) <= deadlineAfterMonths(day, count + 1, calendar) &&
            addWorkingDays(day, count, calendar) < addWorkingDays(day, count + 1, calendar),
        ),
      ),
    ).toEqual([])
  })

  test('ten working days on, one counts exactly ten working days back', () => {
    expect(
      wrong((day) => {
        const end = addWorkingDays(day, 10, calendar)
        let passed = 0
        for (let at = addDays(day, 1); at <= end; at = addDays(at, 1))
          if (calendar.isWorkingDay(at)) passed += 1
        return passed === 10 && calendar.isWorkingDay(end)
      }),
    ).toEqual([])
  })

  test('counting five and then five more is counting ten', () => {
    expect(
      wrong(
        (day) =>
          addWorkingDays(addWorkingDays(day, 5, calendar), 5, calendar) === addWorkingDays(day, 10, calendar),
      ),
    ).toEqual([])
  })

  test('by the same calendar a deadline does not move', () => {
    expect(
      wrong((day) => {
        const deadlineOn = deadlineAfterMonths(day, 3, calendar)
        return movedDeadline({ countedTo: addMonths(day, 3), deadlineOn }, calendar, calendar) === deadlineOn
      }),
    ).toEqual([])
  })

  test('by another calendar it falls where that calendar would have put it at once', () => {
    expect(
      wrong((day) => {
        const round = { countedTo: addMonths(day, 3), deadlineOn: deadlineAfterMonths(day, 3) }
        return movedDeadline(round, nationalCalendar, calendar) === deadlineAfterMonths(day, 3, calendar)
      }),
    ).toEqual([])
  })
})

test('months keep the day number, or end with the month where it has no such day', () => {
  const wrong = everyDay.filter((day) =>
    [1, 2, 3, 4, 6].some((count) => {
      const target = addMonths(day, count)
      const sameNumber = target.slice(8) === day.slice(8)
      const isLastOfMonth = addDays(target, 1).slice(8) === '01'
      return !(sameNumber || (isLastOfMonth && target.slice(8) < day.slice(8)))
    }),
  )
  expect(wrong).toEqual([])
})

test('a day is tentative exactly when its year has no list', () => {
  const listed = createCalendar({ official: new Map([[2027, list2027]]) })
  expect(everyDay.filter((day) => isTentative(day) !== day >= '2027-01-01')).toEqual([])
  expect(everyDay.filter((day) => listed.isTentative(day))).toEqual([])
  expect([listed.isTentative('2028-01-01'), listed.isTentative('2027-12-31')]).toEqual([true, false])
})

test('every year has its thirteen days of the law, and none of them is worked', () => {
  const ofLaw = everyDay.filter((day) => holidayOf(day) !== undefined)
  const counts = [2024, 2025, 2026, 2027].map(
    (year) => ofLaw.filter((day) => day.startsWith(`${year}`)).length,
  )
  expect(counts).toEqual([13, 13, 13, 13])
  // In 2024 New Year's Eve was not yet a day of the law.
  expect(ofLaw.filter((day) => day !== '2024-02-09' && isWorkingDay(day))).toEqual([])
})

/** Written by hand from the notices of the State Council's General Office. */
test.each<[string, Day, Day, readonly Day[]]>([
  ['New Year 2025', '2025-01-01', '2025-01-01', []],
  ['Spring Festival 2025', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
  ['Qingming 2025', '2025-04-04', '2025-04-06', []],
  ['Labour Day 2025', '2025-05-01', '2025-05-05', ['2025-04-27']],
  ['Dragon Boat 2025', '2025-05-31', '2025-06-02', []],
  ['National Day and Mid-Autumn 2025', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
  ['New Year 2026', '2026-01-01', '2026-01-03', ['2026-01-04']],
  ['Spring Festival 2026', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ['Qingming 2026', '2026-04-04', '2026-04-06', []],
  ['Labour Day 2026', '2026-05-01', '2026-05-05', ['2026-05-09']],
  ['Dragon Boat 2026', '2026-06-19', '2026-06-21', []],
  ['Mid-Autumn 2026', '2026-09-25', '2026-09-27', []],
  ['National Day 2026', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']],
])('%s', (_, first, last, worked) => {
  const off = Array.from({ length: daysBetween(first, last) + 1 }, (__, ahead) => addDays(first, ahead))
  expect(off.filter(isWorkingDay)).toEqual([])
  expect(worked.filter((day) => !isWorkingDay(day))).toEqual([])
  expect(worked.filter((day) => weekday(day) !== 0 && weekday(day) !== 6)).toEqual([])
  expect(onOrAfterWorkingDay(first) > last).toBe(true)
})

describe('a list that was loaded', () => {
  const listed = createCalendar({ official: new Map([[2027, list2027]]) })

  test('says of each day what it is; all others are what their weekday says', () => {
    expect(
      ['2027-02-09', '2027-02-14', '2027-02-15', '2027-02-20'].map((day) => listed.isWorkingDay(day)),
    ).toEqual([false, true, true, false])
  })

  test('reaches into the December before its year', () => {
    expect(['2026-12-27', '2026-12-31'].map((day) => [isWorkingDay(day), listed.isWorkingDay(day)])).toEqual([
      [false, true],
      [true, false],
    ])
  })

  test('moves a deadline that was tentative, back as well as on', () => {
    const move = (countedTo: Day) =>
      movedDeadline({ countedTo, deadlineOn: onOrAfterWorkingDay(countedTo) }, nationalCalendar, listed)
    // A Tuesday in the long holiday moves on; a Sunday that is worked now takes the place of its Monday.
    expect([move('2027-02-09'), move('2027-02-14')]).toEqual(['2027-02-12', '2027-02-14'])
  })

  test('a deadline that somebody set by hand stays, unless it is itself a day off now', () => {
    const set = (deadlineOn: Day) =>
      movedDeadline({ countedTo: '2027-01-20', deadlineOn }, nationalCalendar, listed)
    expect([set('2027-03-01'), set('2027-02-09')]).toEqual(['2027-03-01', '2027-02-12'])
  })

  test('may replace the one in the program', () => {
    const amended = createCalendar({
      official: new Map([[2026, new Map([['2026-10-08', 'holiday'] as const])]]),
    })
    expect([isWorkingDay('2026-10-08'), amended.isWorkingDay('2026-10-08')]).toEqual([true, false])
  })
})

test('from 1 November on, the list of the next year is asked for until it is there', () => {
  const listed = createCalendar({ official: new Map([[2027, list2027]]) })
  expect([
    yearToLoad('2026-10-31'),
    yearToLoad('2026-11-01'),
    yearToLoad('2027-03-01'),
    yearToLoad('2026-11-01', listed),
    yearToLoad('2027-11-01', listed),
  ]).toEqual([undefined, 2027, 2027, undefined, 2028])
})
