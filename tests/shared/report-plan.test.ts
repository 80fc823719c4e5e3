import {
  mostDistricts,
  planYearsOf,
  proposePlan,
  type ReportDistrict,
  type ReportSeat,
} from '../../shared/matters/duty-report-meeting/plan'

/** Who reports in which year: each once a term, whole districts, about a quarter a year, whatever happens meanwhile. */
const years = planYearsOf('2025-10-24', 2026)
const named = (no: number) => `第${no}选区`

function town(sizes: readonly number[]) {
  const districts: ReportDistrict[] = sizes.map((_, at) => ({
    ...{ id: `d${at + 1}`, name: named(at + 1), lastOn: null },
  }))
  const seats: ReportSeat[] = sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, no) => ({
      ...{ name: `代表${at + 1}-${no + 1}`, districtId: `d${at + 1}`, begunOn: '2025-10-24' },
      ...{ suspended: false, hasReported: false, plannedYear: null },
    })),
  )
  return { districts, seats }
}

/** All that is proposed is held. @returns how many in how many districts */
function live(at: ReturnType<typeof town>, year: number) {
  const plan = proposePlan(at.seats, at.districts, year, years)
  for (const { district, deputies } of plan.proposed) {
    const held = at.districts.find(({ id }) => id === district.id)
    if (held) held.lastOn = `${year}-11-20`
    for (const seat of at.seats) if (deputies.includes(seat.name)) seat.hasReported = true
  }
  const deputies = plan.proposed.flatMap((one) => one.deputies)
  return { ...plan, count: [deputies.length, plan.proposed.length] }
}

const nineteen = [4, 4, 4, ...Array<number>(16).fill(3)]

test('a term without trouble: fifteen a year, and sixty of sixty', () => {
  expect(years).toEqual([2026, 2027, 2028, 2029])
  const at = town(nineteen)
  expect(proposePlan(at.seats, at.districts, 2026, years).coverage).toBe('0%（0/60）')
  expect(years.map((year) => live(at, year).count)).toEqual([
    [15, 4],
    [15, 5],
    [15, 5],
    [15, 5],
  ])
  expect(proposePlan(at.seats, at.districts, 2029, years).coverage).toBe('100%（60/60）')
})

test('one resigns who had reported, one comes in his place, one dies: nobody is left, and two sentences say what does not fit', () => {
  const at = town(nineteen)
  live(at, 2026)
  const gone = (name: string) => at.seats.findIndex((seat) => seat.name === name)
  at.seats.splice(gone('代表1-1'), 1, {
    ...{ name: '补选的', districtId: 'd1', begunOn: '2026-09-10', suspended: false },
    ...{ hasReported: false, plannedYear: null },
  })
  at.seats.splice(gone('代表7-1'), 1)
  const [next, third, last] = [live(at, 2027), live(at, 2028), live(at, 2029)]
  expect([next.quota, next.count, next.says]).toEqual([
    ...[15, [14, 5], ['今年应安排 15 人，已排 5 个选区 14 人，少 1 人，留到以后各年。']],
  ])
  expect([third.quota, third.count]).toEqual([16, [15, 5]])
  expect([last.count, last.says]).toEqual([[16, 6], ['今年要 6 个选区，比每年 5 个多 1 个。']])
  expect(at.seats.every(({ hasReported }) => hasReported)).toBe(true)
})

test('what is planned already counts, and is not proposed again; whoever came lately waits, but not in the last year', () => {
  const at = town([3, 3, 3, 3, 3, 3, 3, 3])
  for (const seat of at.seats) if (seat.districtId === 'd2') seat.plannedYear = 2026
  const plan = proposePlan(at.seats, at.districts, 2026, years)
  expect([plan.quota, plan.planned, plan.proposed.map(({ district }) => district.id)]).toEqual([6, 3, ['d1']])
  expect(plan.later.map(({ district }) => district.id)).toEqual(['d3', 'd4', 'd5', 'd6', 'd7', 'd8'])
  const late = town([1])
  for (const seat of late.seats) seat.begunOn = '2026-08-01'
  expect(proposePlan(late.seats, late.districts, 2026, years).proposed).toEqual([])
  for (const seat of late.seats) seat.begunOn = '2029-08-01'
  expect(proposePlan(late.seats, late.districts, 2029, years).proposed).toHaveLength(1)
})

test('over two hundred towns nobody who is there at the end of the last year is left out', () => {
  let lot = 7
  const next = (below: number) => {
    lot = (lot * 1_103_515_245 + 12_345) % 2_147_483_648
    return lot % below
  }
  for (let no = 0; no < 200; no += 1) {
    const at = town(Array.from({ length: 5 + next(25) }, () => 1 + next(4)))
    for (const year of years) {
      const { proposed } = live(at, year)
      if (year !== 2029) expect(proposed.length).toBeLessThanOrEqual(mostDistricts)
      const leaver = next(at.seats.length)
      const { districtId = null } = at.seats[leaver] ?? {}
      at.seats.splice(leaver, 1)
      if (next(2) === 0 && year !== 2029)
        at.seats.push({
          ...{ name: `补选${no}-${year}`, districtId, begunOn: `${year}-0${1 + next(9)}-15` },
          ...{ suspended: false, hasReported: false, plannedYear: null },
        })
    }
    expect(at.seats.filter(({ hasReported }) => !hasReported)).toEqual([])
  }
})
