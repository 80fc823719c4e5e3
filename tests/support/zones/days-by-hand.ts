/**
 * The days that are worked, month by month, written by hand: 2025 and 2026 from the notices of the State Council's
 * General Office, 2027, whose list is not in the program, from the days of the law. Nothing of the product counts here.
 */
const worked: Readonly<Record<string, readonly string[]>> = {
  2025: [
    '2 3 6-10 13-17 20-24 26 27',
    '5-8 10-14 17-21 24-28',
    '3-7 10-14 17-21 24-28 31',
    '1-3 7-11 14-18 21-25 27-30',
    '6-9 12-16 19-23 26-30',
    '3-6 9-13 16-20 23-27 30',
    '1-4 7-11 14-18 21-25 28-31',
    '1 4-8 11-15 18-22 25-29',
    '1-5 8-12 15-19 22-26 28-30',
    '9-11 13-17 20-24 27-31',
    '3-7 10-14 17-21 24-28',
    '1-5 8-12 15-19 22-26 29-31',
  ],
  2026: [
    '4-9 12-16 19-23 26-30',
    '2-6 9-14 24-28',
    '2-6 9-13 16-20 23-27 30 31',
    '1-3 7-10 13-17 20-24 27-30',
    '6-9 11-15 18-22 25-29',
    '1-5 8-12 15-18 22-26 29 30',
    '1-3 6-10 13-17 20-24 27-31',
    '3-7 10-14 17-21 24-28 31',
    '1-4 7-11 14-18 20-24 28-30',
    '8-10 12-16 19-23 26-30',
    '2-6 9-13 16-20 23-27 30',
    '1-4 7-11 14-18 21-25 28-31',
  ],
  2027: [
    '4-8 11-15 18-22 25-29',
    '1-4 9-12 15-19 22-26',
    '1-5 8-12 15-19 22-26 29-31',
    '1 2 6-9 12-16 19-23 26-30',
    '3-7 10-14 17-21 24-28 31',
    '1-4 7 8 10 11 14-18 21-25 28-30',
    '1 2 5-9 12-16 19-23 26-30',
    '2-6 9-13 16-20 23-27 30 31',
    '1-3 6-10 13 14 16 17 20-24 27-30',
    '4-8 11-15 18-22 25-29',
    '1-5 8-12 15-19 22-26 29 30',
    '1-3 6-10 13-17 20-24 27-31',
  ],
}
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const two = (count: number) => String(count).padStart(2, '0')
const named = (year: string, month: number, date: number) => `${year}-${two(month + 1)}-${two(date)}`

/** Every day of the three years, one after another. */
export const everyDay = Object.keys(worked).flatMap((year) =>
  lengths.flatMap((length, month) => Array.from({ length }, (_, before) => named(year, month, before + 1))),
)
export const workingDays = Object.entries(worked).flatMap(([year, months]) =>
  months.flatMap((dates, month) =>
    dates.split(' ').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number)
      return Array.from({ length: last - first + 1 }, (_, ahead) => named(year, month, first + ahead))
    }),
  ),
)
const isWorked = new Set(workingDays)

/** The first day from here on that is worked; undefined where it lies beyond the table. */
const workedFrom = (place: number) => everyDay.slice(place).find((day) => isWorked.has(day))

/** Deadlines from the table alone; undefined where they lie beyond it. */
export const byHand = {
  workingDays: (from: string, count: number) => workingDays.filter((day) => day > from)[count - 1],
  days: (from: string, count: number) => workedFrom(everyDay.indexOf(from) + count),
  months(from: string, count: number) {
    const month = Number(from.slice(5, 7)) - 1 + count
    const year = String(Number(from.slice(0, 4)) + Math.floor(month / 12))
    const date = Math.min(Number(from.slice(8)), lengths[month % 12] ?? 0)
    const place = everyDay.indexOf(named(year, month % 12, date))
    return place < 0 ? undefined : workedFrom(place)
  },
}
