import { baseOn, fifthOf, majorityOf, neededOf, quorumOf, type Seat } from '../../shared/rules/quorum'
import {
  type Hall,
  spokenHall,
  spokenMajority,
  spokenVotes,
  tooManyVotes,
} from '../../shared/rules/quorum-words'

/** 地方组织法 14, 25: what is needed is counted from all in office, in whole numbers, and said in the same words everywhere. */
const sizes = Array.from({ length: 400 }, (_, at) => at + 1)

test('a quorum is the least of two thirds, a majority the least more than half, a fifth the least of one fifth', () => {
  for (const n of sizes) {
    const [q, m, f] = [quorumOf(n), majorityOf(n), fifthOf(n)]
    expect([n, 3 * q >= 2 * n, 2 * n > 3 * (q - 1)]).toEqual([n, true, true])
    expect([n, 2 * m > n, n >= 2 * (m - 1)]).toEqual([n, true, true])
    expect([n, 5 * f >= n, n > 5 * (f - 1)]).toEqual([n, true, true])
    expect([n, q >= m, q >= quorumOf(n - 1), m >= majorityOf(n - 1)]).toEqual([n, true, true, true])
    expect([n, [q, m, f].every(Number.isInteger)]).toEqual([n, true])
  }
})

test('the figures of the towns that we know', () => {
  const rows = [40, 42, 45, 49, 55, 57, 59, 60, 61, 120].map((n) => [
    n,
    quorumOf(n),
    majorityOf(n),
    fifthOf(n),
  ])
  expect(rows).toEqual([
    ...[
      [40, 27, 21, 8],
      [42, 28, 22, 9],
      [45, 30, 23, 9],
      [49, 33, 25, 10],
      [55, 37, 28, 11],
    ],
    ...[
      [57, 38, 29, 12],
      [59, 40, 30, 12],
      [60, 40, 31, 12],
      [61, 41, 31, 13],
      [120, 80, 61, 24],
    ],
  ])
  expect([5, 7, 9, 11, 13].map((n) => neededOf('half', n))).toEqual([3, 4, 5, 6, 7])
  expect(neededOf(null, 12)).toBeNull()
})

const day = '2026-03-05'
const seat = (no: number, more: Partial<Seat> = {}): Seat => ({
  ...{ personId: `p${no}`, congressLevel: 'township' },
  ...{ begunOn: '2022-01-01', endedOn: null, suspendedOn: null },
  ...more,
})

test('a vacancy lowers the base and a suspension only who is called; other levels and second mandates change nothing', () => {
  for (const n of sizes) {
    const suspended = n % 5
    const vacant = n % 7
    const seats = [
      ...Array.from({ length: n }, (_, at) =>
        seat(at, at < Math.min(suspended, n) ? { suspendedOn: '2026-01-01' } : {}),
      ),
      ...Array.from({ length: vacant }, (_, at) => seat(1000 + at, { endedOn: '2026-03-05' })),
      ...Array.from({ length: 9 }, (_, at) => seat(2000 + at, { congressLevel: 'city' })),
      seat(n - 1, { congressLevel: 'city' }),
      seat(n - 1),
      seat(3000, { begunOn: '2026-03-06' }),
    ]
    const off = Math.min(suspended, n)
    // Who holds a second mandate that is not suspended is not kept away by the first.
    const kept = off === n ? off - 1 : off
    expect([n, baseOn(day, seats)]).toEqual([n, { inOffice: n, suspended: kept, expected: n - kept }])
  }
})

const hall = (more: Partial<Hall>): Hall => ({
  ...{ inOffice: 42, suspended: 0, expected: 42, rule: 'twoThirds', called: true, present: 0 },
  ...more,
})

test('the line that is read aloud, in each case', () => {
  const said = [
    hall({ called: false }),
    hall({ present: 26 }),
    hall({ present: 28 }),
    hall({ present: 42, observers: 16 }),
    hall({ present: 27, open: true }),
    hall({ inOffice: 60, suspended: 1, expected: 59, present: 45 }),
    hall({ inOffice: 7, expected: 7, rule: 'half', isPresidium: true, present: 4 }),
    hall({ inOffice: 12, expected: 12, rule: null, present: 9, word: '小组会议' }),
  ].map(spokenHall)
  expect(said).toEqual([
    '还没点名 · 应到 42 · 需 28',
    '应到 42 · 在场 26 · 需 28 · 还差 2 人，不能开会',
    '应到 42 · 在场 28 · 需 28 · 刚好够，走 1 人就不够',
    '应到 42 · 在场 42 · 需 28 · 够 · 列席 16',
    '应到 42 · 在场 27 · 需 28 · 少 1 人，现在不能表决',
    '实有 60（暂停 1）· 应到 59 · 在场 45 · 需 40 · 够',
    '成员 7 · 在场 4 · 需 4 · 刚好够，走 1 人就不够 · 通过要 4 票',
    '应到 12 · 在场 9 · 小组会议没有法定人数',
  ])
})

test('a vote is counted from all, and not passed is said in full', () => {
  expect(spokenMajority({ inOffice: 60, present: 41 })).toBe(
    '通过要 31 票（全体 60 人的过半数，不是到会 41 人的过半数）',
  )
  expect(spokenVotes({ inOffice: 60, present: 41, yes: 30 })).toBe(
    '没有通过：赞成 30 票，要 31 票（全体代表 60 人的过半数）。到会 41 人里有 30 人赞成，还差 1 票。',
  )
  expect(spokenVotes({ inOffice: 60, present: 41, yes: 31 })).toBe(
    '通过：赞成 31 票，要 31 票（全体代表 60 人的过半数）。',
  )
  expect(spokenVotes({ inOffice: 7, present: 4, yes: 3, isPresidium: true })).toContain(
    '没有通过：赞成 3 票，要 4 票（全体成员 7 人的过半数）',
  )
  expect([tooManyVotes(42, 41), tooManyVotes(41, 41)]).toEqual([
    '三项加起来 42，到会只有 41 人，请核对。',
    null,
  ])
})
