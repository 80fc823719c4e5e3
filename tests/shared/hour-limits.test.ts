import { dueOf } from '../../shared/grammar/due'
import { mayLeaveFrom } from '../../shared/words/messages'
import { opinionStates } from '../../shared/matters/opinion/states'
import { profiles } from '../../shared/rules/profiles'

const since = new Date('2026-11-23T01:00:00Z')
const hourStates = Object.entries(opinionStates).filter(
  ([, { limit }]) => typeof limit === 'object' && limit !== null && 'hours' in limit,
)

test.each(hourStates)('%s: a limit of hours is close when three quarters have passed', (_name, row) => {
  const profile = profiles.henan
  const { hours } = row.limit as { hours: keyof typeof profile }
  const wholeMs = Number(profile[hours]) * 3_600_000
  const urgencyAfter = (share: number) =>
    dueOf(row, since, null, profile, new Date(since.getTime() + wholeMs * share))?.urgency
  expect([0.001, 0.749, 0.75, 0.999, 1].map(urgencyAfter)).toEqual([
    'inTime',
    'inTime',
    'dueSoon',
    'dueSoon',
    'overdue',
  ])
})

test('the night is Beijing’s: from nine until eight', () => {
  const leaves = (at: string) => mayLeaveFrom(new Date(at)).toISOString()
  expect(leaves('2026-11-23T12:59:59.000Z')).toBe('2026-11-23T12:59:59.000Z')
  expect(leaves('2026-11-23T13:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z')
  expect(leaves('2026-11-23T23:59:59.000Z')).toBe('2026-11-24T00:00:00.000Z')
  expect(leaves('2026-11-24T00:00:00.000Z')).toBe('2026-11-24T00:00:00.000Z')
})
