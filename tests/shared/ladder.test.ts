import { stateNames } from '../../shared/grammar/decide'
import {
  alsoBetween,
  dayOfRow,
  isWeekly,
  type Ladder,
  ladderOf,
  type LadderPlan,
  ladders,
  orderInLane,
  rungsFrom,
  stepOn,
} from '../../shared/grammar/ladder'
import type { SuggestionParty } from '../../shared/matters/suggestion/states'
import { suggestionTable } from '../../shared/matters/suggestion/table'

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
  expect(stepOn(ladders.unit, long, today)).toBe(step)
})

test('a ladder without weeks stays at its last row', () => {
  expect(stepOn(ladders.draft, long, '2030-01-01')).toBe(0)
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

test('every ladder goes up day by day, names each rung once, and ends in the office or the chair', () => {
  for (const [name, plan] of plans) {
    const days = plan.rows.map((row) => dayOfRow(row, long))
    expect([name, days]).toEqual([name, [...days].sort()])
    const named = plan.rows.map(({ rung }) => rung)
    expect(named).toEqual([...new Set(named)])
    if (plan.weekly === null) expect(['draft', 'rating', 'progress']).toContain(name)
    else expect(['congressOffice', 'presidiumChair']).toContain(plan.weekly)
  }
})

test('wherever somebody is awaited there is a ladder to climb', () => {
  const lacking = stateNames(suggestionTable).flatMap((state) => {
    const { waitsFor, waitsInsteadFor = {} } = suggestionTable.states[state]
    const turns = [waitsFor, ...Object.values(waitsInsteadFor)] as (SuggestionParty | null)[]
    return turns.filter((turn) => turn !== null && turn !== 'system' && ladderOf(state, turn) === undefined)
  })
  expect(lacking).toEqual([])
})

test('in a lane what is late comes first, then what has no unit, then by its day', () => {
  const late = { on: '2026-12-20', urgency: 'overdue' } as const
  const soon = { on: '2026-12-24', urgency: 'dueSoon' } as const
  const orders = [
    orderInLane({ ...late, on: '2026-12-01' }, 'handling'),
    orderInLane(late, 'handling'),
    orderInLane(soon, 'accepted'),
    orderInLane(soon, 'handling'),
    orderInLane({ on: '2027-01-05', urgency: 'inTime' }, 'received'),
    orderInLane(null),
  ]
  expect(orders).toEqual([...orders].sort())
  expect(new Set(orders).size).toBe(orders.length)
})
