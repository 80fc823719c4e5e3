import { dueOf, dueOn } from '../../shared/grammar/due'
import { profiles } from '../../shared/rules/profiles'
import { opinionTable } from '../../shared/matters/opinion/table'
import { suggestionStates } from '../../shared/matters/suggestion/states'

const { henan } = profiles
const at = (text: string) => new Date(text + '+08:00')

test('a limit in working days ends with its last day', () => {
  const due = dueOf(suggestionStates.submitted, at('2026-11-23T09:00'), null, henan, at('2026-11-30T23:59'))
  expect(due).toMatchObject({ on: '2026-11-30', urgency: 'dueSoon' })
})

test('it is late from the first minute of the next day', () => {
  const due = dueOf(suggestionStates.submitted, at('2026-11-23T09:00'), null, henan, at('2026-12-01T00:00'))
  expect(due?.urgency).toBe('overdue')
})

test('while a unit handles, the deadline of the round counts', () => {
  const due = dueOf(
    suggestionStates.handling,
    at('2026-11-23T09:00'),
    '2027-02-23',
    henan,
    at('2026-12-01T00:00'),
  )
  expect(due).toMatchObject({ on: '2027-02-23', urgency: 'inTime' })
})

test('the deadline of the round counts where it comes before the limit of the state', () => {
  const due = dueOf(
    suggestionStates.received,
    at('2026-11-23T09:00'),
    '2026-11-30',
    henan,
    at('2026-11-24T00:00'),
  )
  expect(due?.on).toBe('2026-11-30')
})

test('ten days before its end a deadline is close', () => {
  expect([
    dueOn('2026-12-25', henan, at('2026-12-14T12:00')).urgency,
    dueOn('2026-12-25', henan, at('2026-12-15T12:00')).urgency,
  ]).toEqual(['inTime', 'dueSoon'])
})

test('a limit in hours ends to the minute', () => {
  const since = at('2026-11-23T09:00')
  const urgencies = ['2026-11-24T08:59', '2026-11-24T09:00'].map(
    (now) => dueOf(opinionTable.states.received, since, null, henan, at(now))?.urgency,
  )
  expect(urgencies).toEqual(['dueSoon', 'overdue'])
})

test('a matter at rest has no clock', () => {
  expect(
    dueOf(suggestionStates.closed, at('2026-11-23T09:00'), '2026-11-24', henan, at('2027-11-24T00:00')),
  ).toBeNull()
})
