import { deadlineAfterMonths } from '../../shared/rules/calendar'
import { clockStart } from '../../shared/matters/suggestion/clock-start'
import { profiles } from '../../shared/rules/profiles'

const days = { handedOverOn: '2026-03-20', sessionClosedOn: '2026-03-06' }

test('in most provinces the clock starts with the hand-over, whatever the session did', () => {
  expect(clockStart(profiles.henan, days)).toBe('2026-03-20')
})

test('in townships of Shandong it starts with the close of the session', () => {
  expect(clockStart(profiles.shandongTownship, days)).toBe('2026-03-06')
})

test('between sessions it starts with the hand-over there too', () => {
  expect(clockStart(profiles.shandongTownship, { ...days, sessionClosedOn: null })).toBe('2026-03-20')
})

test('what was handed over while the session sat is counted from its close as well', () => {
  const during = { handedOverOn: '2026-03-05', sessionClosedOn: '2026-03-06' }
  expect(clockStart(profiles.shandongTownship, during)).toBe('2026-03-06')
})

test('two months from the close of the session', () => {
  const { shandongTownship } = profiles
  expect(deadlineAfterMonths(clockStart(shandongTownship, days), shandongTownship.replyMonths)).toBe(
    '2026-05-06',
  )
})
