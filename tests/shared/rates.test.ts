import { halfYearBefore, halfYearOf, spokenHalfYear } from '../../shared/rules/half-years'
import { counted, handlingRates, ratesOf, resultRates, spokenRate } from '../../shared/rules/rates'
import { closedStates, droppedStates, ratingStates } from '../../shared/matters/suggestion/state-lists'

test.each([
  [{ of: 37, among: 40 }, '92.5%（37/40）'],
  [{ of: 40, among: 40 }, '100%（40/40）'],
  [{ of: 0, among: 5 }, '0%（0/5）'],
  [{ of: 0, among: 3 }, '0/3'],
  [{ of: 1, among: 1 }, '1/1'],
  [{ of: 4, among: 4 }, '4/4'],
  [{ of: 0, among: 0 }, '—'],
  [{ of: 2, among: 6 }, '33.3%（2/6）'],
  [{ of: 2999, among: 3000 }, '99.9%（2999/3000）'],
  [{ of: 1, among: 3000 }, '0.1%（1/3000）'],
])('%j is said as %s', (rate, words) => {
  expect(spokenRate(rate)).toBe(words)
})

test('every rate has a label and says its formula', () => {
  const silent = Object.values({ ...handlingRates, ...resultRates }).filter(
    ({ label, formula }) => !/率/.test(label) || !/÷/.test(formula),
  )
  expect(silent).toEqual([])
})

test('解决率, 办成率 and 满意率 come in one piece', () => {
  const counts = Object.fromEntries(counted.map((name) => [name, 0])) as Parameters<typeof ratesOf>[0]
  expect(Object.keys(ratesOf(counts).result)).toEqual([
    'solvedRate',
    'confirmedRate',
    'satisfactionRate',
    'broadSatisfactionRate',
    'firstSatisfactionRate',
  ])
})

test('closed and dropped are two kinds of end, and a rating waits for a reply', () => {
  expect(closedStates).toContain('closed')
  expect(droppedStates).toEqual(expect.arrayContaining(['notAccepted', 'withdrawn']))
  expect(closedStates.filter((state) => droppedStates.includes(state))).toEqual([])
  expect(ratingStates).toContain('replied')
})

test('half-years follow one another', () => {
  expect([
    halfYearOf('2026-06-30'),
    halfYearOf('2026-07-01'),
    halfYearBefore('2026-1'),
    spokenHalfYear('2025-2'),
  ]).toEqual(['2026-1', '2026-2', '2025-2', '2025年下半年'])
})
