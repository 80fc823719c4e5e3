import { type Ladder, type LadderPlan, type LadderRow, ladders } from '../../shared/grammar/ladder'
import {
  alsoBetween,
  instantOfRow,
  comesBack,
  instantOfStep,
  isWeekly,
  rungsFrom,
  stepOn,
} from '../../shared/grammar/ladder-steps'
import { addDays, beijingDay, startOfDay } from '../../shared/rules/days'

type Words = { on: string; soonFrom: string }
const clockOf = ({ on, soonFrom }: Words) => ({
  on,
  soonAt: startOfDay(soonFrom),
  lateFrom: startOfDay(addDays(on, 1)),
})
const dayOfRow = (row: LadderRow, clock: Words) => beijingDay(instantOfRow(row, clockOf(clock)))

const plans = Object.entries(ladders) as [Ladder, LadderPlan][]
/** A deadline of three months, close from ten days before it. */
const long = { on: '2027-02-23', soonFrom: '2027-02-13' }
/** Five working days, close from two days before it. */
const short = { on: '2026-11-30', soonFrom: '2026-11-28' }

test('the days of a long limit and of a short one', () => {
  const days = (clock: typeof long) => ladders.unit.rows.map((row) => dayOfRow(row, clock))
  expect(days(long)).toEqual(['2027-02-13', '2027-02-20', '2027-02-24', '2027-02-27', '2027-03-03'])
  // Three days before would be before it is close: the leader comes a day after the handler.
  expect(days(short)).toEqual(['2026-11-28', '2026-11-29', '2026-12-01', '2026-12-04', '2026-12-08'])
})

test.each([
  ['2027-02-12', -1],
  ['2027-02-13', 0],
  ['2027-02-19', 0],
  ['2027-02-20', 1],
  ['2027-02-24', 2],
  ['2027-03-02', 3],
  ['2027-03-03', 4],
  ['2027-03-09', 4],
  ['2027-03-10', 5],
  ['2027-03-31', 8],
])('by %s step %i has come', (today, step) => {
  expect(stepOn(ladders.unit, clockOf(long), startOfDay(today))).toBe(step)
})

test('a ladder without weeks stays at its last row', () => {
  expect(stepOn(ladders.draft, clockOf(long), startOfDay('2030-01-01'))).toBe(0)
})

test('whoever cannot be reached is followed by the next above, and at the top by the nearest below', () => {
  expect(rungsFrom(ladders.unit, 1)).toEqual([
    'leaderInCharge',
    'unitHead',
    'congressOffice',
    'presidiumChair',
    'handler',
  ])
  expect(rungsFrom(ladders.unit, 4)[1]).toBe('congressOffice')
  expect([isWeekly(ladders.unit, 4), isWeekly(ladders.unit, 5)]).toEqual([false, true])
  expect(rungsFrom(ladders.unit, 7)).toEqual(rungsFrom(ladders.unit, 4))
})

test('who only learns of it is told with the rows that have come since the last look', () => {
  expect([
    alsoBetween(ladders.unit, -1, 1),
    alsoBetween(ladders.unit, 1, 2),
    alsoBetween(ladders.unit, -1, 9),
    alsoBetween(ladders.unit, 2, 9),
  ]).toEqual([[], ['leadDeputy'], ['leadDeputy'], []])
})

test('the instant of a step is that of its row, then of its week, and none after a ladder without weeks', () => {
  const at = (plan: LadderPlan, step: number) => {
    const instant = instantOfStep(plan, clockOf(long), step)
    return instant && beijingDay(instant)
  }
  expect([at(ladders.unit, 1), at(ladders.unit, 4), at(ladders.unit, 5), at(ladders.unit, 7)]).toEqual([
    '2027-02-20',
    '2027-03-03',
    '2027-03-10',
    '2027-03-24',
  ])
  expect([at(ladders.draft, 0), at(ladders.draft, 1)]).toEqual(['2027-02-24', undefined])
})

test('a limit in hours is asked for at its hour', () => {
  const clock = {
    on: '2026-11-23',
    soonAt: new Date('2026-11-23T01:00:00.000Z'),
    lateFrom: new Date('2026-11-23T07:00:00.000Z'),
  }
  const steps = ['2026-11-23T00:59:59.999Z', '2026-11-23T01:00:00.000Z', '2026-11-23T07:00:00.000Z'].map(
    (at) => stepOn(ladders.answer, clock, new Date(at)),
  )
  expect(steps).toEqual([-1, 0, 1])
})

test('a ladder that comes back to somebody says it again', () => {
  expect([0, 1, 2].map((step) => comesBack(ladders.heldWords, step))).toEqual([false, true, false])
  expect(comesBack(ladders.unit, 9)).toBe(true)
})

test('every ladder goes up day by day, and ends in the office or the chair', () => {
  for (const [name, plan] of plans) {
    const instants = plan.rows.map((row) => instantOfRow(row, clockOf(long)).toISOString())
    expect([name, instants]).toEqual([name, [...instants].sort()])
    // Whoever is so late is late already: the ladder of the matter goes on beside it.
    if (plan.weekly === null)
      expect([
        'draft',
        'rating',
        'progress',
        'coOpinion',
        'grave',
        'goesOn',
        'upkeep',
        'askedBack',
      ]).toContain(name)
    else expect(['congressOffice', 'presidiumChair']).toContain(plan.weekly)
  }
})
