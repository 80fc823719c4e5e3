import {
  type Gathering,
  planAgainstDone,
  type PlanItem,
  sayPlan,
} from '../../shared/matters/activity-plan/done'

/** F15: 18 times in a year; nobody types what was done. */
const item = (
  id: string,
  kind: PlanItem['kind'],
  times: number,
  [firstMonth, lastMonth]: readonly [number, number],
  title = id,
): PlanItem => ({ id, title, kind, times, firstMonth, lastMonth })

const plan: readonly PlanItem[] = [
  item('session', 'congressSession', 2, [1, 12]),
  item('presidium', 'presidiumMeeting', 4, [1, 12]),
  item('midYear', 'midYearDeliberation', 1, [8, 8]),
  item('inspection', 'inspection', 4, [3, 11]),
  item('study in May', 'thematicStudy', 1, [5, 5], '专题调研'),
  item('study in autumn', 'thematicStudy', 1, [9, 10], '秋季调研'),
  item('law check', 'lawEnforcementInspection', 1, [4, 6]),
  item('classes', 'trainingClass', 2, [2, 12]),
  item('visits', 'exchangeVisit', 2, [1, 12]),
]
const held = (kind: PlanItem['kind'], ...days: string[]): Gathering[] =>
  days.map((on) => ({ kind, on: `2026-${on}` }))
const half: readonly Gathering[] = [
  ...held('congressSession', '05-21'),
  ...held('presidiumMeeting', '01-20', '04-15'),
  ...held('inspection', '03-18', '06-02'),
  ...held('lawEnforcementInspection', '06-11'),
  ...held('trainingClass', '02-27'),
  ...held('exchangeVisit', '04-29'),
]

test('plan against done counts itself, and says what its months have passed by', () => {
  const { counted, unplanned } = planAgainstDone(plan, half, 2026, '2026-07-01')
  expect(sayPlan(counted, unplanned.length)).toBe('计划 18 次，办了 8 次，过了没办 1 次（专题调研，5 月）')
})

test('what is held later counts by itself; what nobody planned stands beside', () => {
  const more = [...half, ...held('inspection', '08-12'), ...held('campaign', '07-08')]
  const { counted, unplanned } = planAgainstDone(plan, more, 2026, '2026-08-20')
  expect(counted.find(({ item: { id } }) => id === 'inspection')?.done).toBe(3)
  expect(sayPlan(counted, unplanned.length)).toBe(
    '计划 18 次，办了 9 次，过了没办 1 次（专题调研，5 月），计划外 1 次',
  )
})

test('a month early or late it is the same gathering, two months late it is another', () => {
  const study = (on: string) => planAgainstDone(plan, held('thematicStudy', on), 2026, '2026-07-01').counted
  const inMay = (on: string) => study(on).find(({ item: { id } }) => id === 'study in May')?.done
  expect([inMay('04-02'), inMay('06-29'), inMay('07-01')]).toEqual([1, 1, 0])
})

test('no gathering counts for two lines, and none is lost', () => {
  const many = held('thematicStudy', '05-04', '05-05', '05-06', '09-09', '09-10')
  const { counted, unplanned } = planAgainstDone(plan, many, 2026, '2026-12-31')
  const done = counted.reduce((sum, one) => sum + one.done, 0)
  expect([done, unplanned.length]).toEqual([2, 3])
})
