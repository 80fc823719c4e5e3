import { daysIn, goalSets, goalsOf, medianOf, notCounted } from '../../shared/duty/goals'

/** C.E.4 F5–F7: goals, the median of a group, and the year that counts. */
const always = { from: '0001-01-01', to: '9999-12-31' }
const from = (day: string) => ({ from: day, to: '9999-12-31' })

test('the median of a group: the middle one, half the sum of the middle two, and none among fewer than five', () => {
  expect(medianOf([2, 2, 3, 3, 3, 3, 4, 4, 5])).toBe(3)
  expect(medianOf([2, 3, 3, 3, 3, 3, 4, 4])).toBe(3)
  expect(medianOf([1, 1, 2, 2, 3, 3, 4, 5])).toBe(2.5)
  expect(medianOf([5, 4, 3, 2, 1])).toBe(3)
  expect(medianOf([1, 2, 3, 4])).toBeNull()
})

test('what two sets ask alike stands once, under both names', () => {
  const both = goalsOf('both')
  expect(both.map(({ label }) => label)).toEqual([
    ...['参加一次调研视察', '接待一次选民', '提出一条建议', '办一件实事'],
    ...['走访一次选民', '调处一起纠纷', '述职一次'],
  ])
  expect(both.filter(({ sets }) => sets.length === 2)).toHaveLength(3)
  expect([goalsOf('none').length, goalsOf('fourOnes').length, goalsOf('sixOnes').length]).toEqual([
    ...[0, goalSets.fourOnes.goals.length, goalSets.sixOnes.goals.length],
  ])
})

test.each([
  ['2 July', 2026, from('2026-07-02'), [], null],
  ['3 July', 2026, from('2026-07-03'), [], '今年在职 182 天，年度目标不计。'],
  ['2 July of a leap year', 2028, from('2028-07-02'), [], null],
  ['the whole year', 2026, always, [], null],
])('a mandate begun on %s', (_, year, office, away, why) => {
  expect(notCounted(daysIn(year, office, away))).toBe(why)
})

test('a long leave: its days count once, however many leaves they are on, and only within the year', () => {
  const long = [{ from: '2026-01-10', to: '2026-07-15' }]
  expect(notCounted(daysIn(2026, always, long))).toBe('今年请假 187 天，年度目标不计。')
  const twice = [...long, { from: '2026-03-01', to: '2026-03-31' }]
  expect(daysIn(2026, always, twice).away).toBe(187)
  expect(daysIn(2026, always, [{ from: '2025-12-01', to: '2026-01-10' }]).away).toBe(10)
  expect(notCounted(daysIn(2026, always, [{ from: '2026-01-10', to: '2026-07-10' }]))).toBeNull()
})
