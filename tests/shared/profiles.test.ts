import { endOfSpan } from '../../shared/rules/calendar'
import { dueOf, spanOf } from '../../shared/grammar/due'
import { type Profile, profiles } from '../../shared/rules/profiles'
import { spokenSpan } from '../../shared/rules/spans'
import type { StateRow } from '../../shared/grammar/matter'
import type { SuggestionParty } from '../../shared/matters/suggestion/states'

const all = Object.entries<Profile>(profiles)

test.each([
  ['henan', 3, 6, 'handOver'],
  ['qingdao', 3, 6, 'handOver'],
  ['chongqing', 3, 6, 'handOver'],
  ['chongqingTownship', 2, 4, 'handOver'],
  ['shandong', 3, 6, 'handOver'],
  ['shandongTownship', 2, 4, 'sessionClose'],
  ['zhejiang', 3, 6, 'handOver'],
  ['beijing', 3, 6, 'handOver'],
  ['shanghai', 3, 6, 'handOver'],
] as const)(
  '%s: a reply in %i months, at most %i, from %s',
  (name, replyMonths, hardReplyMonths, clockStart) => {
    expect(profiles[name]).toMatchObject({ replyMonths, hardReplyMonths, clockStart })
  },
)

test('no province gives more than the Deputies Law: 3 months, 6 for hard matters', () => {
  expect(
    all.filter(([, { replyMonths, hardReplyMonths }]) => replyMonths > 3 || hardReplyMonths > 6),
  ).toEqual([])
})

test('every profile has its own name', () => {
  expect(new Set(all.map(([, { name }]) => name)).size).toBe(all.length)
})

test('a span is counted as its regulation counts it: working days, days, or months, and never ends on a day off', () => {
  // Friday before a common weekend.
  expect([
    endOfSpan('2026-11-20', profiles.qingdao.returnSpan),
    endOfSpan('2026-11-20', profiles.shandong.returnSpan),
    endOfSpan('2026-11-17', profiles.shandong.returnSpan),
    endOfSpan('2026-11-20', profiles.shandong.coUnitDays),
  ]).toEqual(['2026-11-27', '2026-11-25', '2026-11-23', '2026-12-21'])
})

test('a state may take its limit from a span', () => {
  const row: StateRow<SuggestionParty> = {
    label: '',
    plain: '',
    step: 'assign',
    waitsFor: 'leadUnit',
    limit: { span: 'returnSpan' },
  }
  const since = new Date('2026-11-20T09:00+08:00')
  const ends = [profiles.henan, profiles.zhejiang].map(
    (profile) => dueOf(row, since, null, profile, since)?.on,
  )
  expect(ends).toEqual(['2026-12-04', '2026-11-30'])
})

test('spans are spoken', () => {
  expect([
    spokenSpan(spanOf({ span: 'returnSpan' }, profiles.shandong)),
    spokenSpan(spanOf({ months: 'progressMonths' }, profiles.henan)),
    spokenSpan(spanOf({ workingDays: 'reassignWorkingDays' }, profiles.henan)),
  ]).toEqual(['5 日', '2 个月', '10 个工作日'])
})
