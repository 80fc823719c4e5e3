import { asksForTalk, resultOf, spokenTooFewVoters } from '../../shared/matters/duty-report-meeting/words'

/** What may be read of the votes in a room: no rate from a handful. */
const of = (satisfied: number, basicallySatisfied: number, notSatisfied: number, present: number) =>
  resultOf({ satisfied, basicallySatisfied, notSatisfied }, present)

test.each([
  [of(6, 2, 1, 41), '有效票 9 张，不足 10 张，不公布票数。'],
  [of(9, 4, 1, 41), '有效票 14 张：满意 9，基本满意 4，不满意 1。不足 20 张，不算满意率。'],
  [of(11, 7, 2, 41), '有效票 20 张：满意 11，基本满意 7，不满意 2。不到到会 41 人的一半，不算满意率。'],
  [
    of(12, 7, 2, 41),
    '有效票 21 张：满意 12，基本满意 7，不满意 2。满意率 57.1%（12/21），含基本满意 90.5%（19/21）。',
  ],
])('says %#', ({ says }, sentence) => expect(says).toBe(sentence))

test('below the limit there is neither a number nor a rate', () => {
  expect(of(6, 2, 1, 41)).toMatchObject({ votes: null, satisfied: null, withBasically: null, valid: 9 })
  expect(of(9, 1, 0, 20).votes).not.toBeNull()
  expect(of(9, 4, 1, 14).satisfied).toBeNull()
})

test('the presidium is asked to talk where less than half are content, and never from a handful', () => {
  expect(asksForTalk(of(8, 12, 25, 52))).toBe(true)
  expect(asksForTalk(of(8, 12, 20, 52))).toBe(false)
  expect(asksForTalk(of(1, 1, 15, 20))).toBe(false)
})

test('fewer voters than wanted are said, and the meeting stands', () => {
  expect(spokenTooFewVoters(41)).toBe('到会 41 人，未到本镇规定的 50 人。')
  expect(spokenTooFewVoters(50)).toBeNull()
})
