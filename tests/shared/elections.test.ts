import {
  type Ballots,
  electedOf,
  electionLinesIn,
  isFilled,
  spokenElection,
} from '../../shared/rules/elections'
import { majorityOf } from '../../shared/rules/quorum'

const of = (
  seats: number,
  votes: Readonly<Record<string, number>>,
  more: Partial<Ballots> = {},
): Ballots => ({
  ...{ inOffice: 42, seats, issued: 42, returned: 42, valid: 41 },
  lines: Object.entries(votes).map(([name, yes]) => ({ name, yes, no: 0, abstain: 0 })),
  ...more,
})

test('more than half of all is elected, one vote less is not', () => {
  expect(spokenElection(of(1, { 李志强: 22 }))).toBe(
    '李志强 22 票，当选；过半数是 22 票（全体代表 42 人的过半数）。',
  )
  expect(spokenElection(of(1, { 李志强: 21 }))).toBe(
    '李志强 21 票，没有选出；过半数是 22 票（全体代表 42 人的过半数）。应选 1 名，选出 0 名，不足的名额另行选举。',
  )
})

test('the highest first; as many votes at the last seat are voted on again', () => {
  const three = of(2, { 甲: 30, 乙: 25, 丙: 25 })
  expect(electedOf(three)).toEqual({ elected: ['甲'], tied: ['乙', '丙'] })
  expect(spokenElection(three)).toContain('乙、丙票数相等，就这两位再投一次。')
  expect(isFilled(three)).toBe(false)
  expect(electedOf(of(2, { 甲: 25, 乙: 25 }))).toEqual({ elected: ['甲', '乙'], tied: [] })
})

test('what came back beyond what went out holds for nothing', () => {
  const more = of(1, { 李志强: 40 }, { returned: 43 })
  expect([electedOf(more).elected, spokenElection(more)]).toEqual([
    [],
    '收回的票多于发出的票，这次选举无效，要重新投。',
  ])
})

test('lines are read as people type them, and what is wrong is said', () => {
  expect(electionLinesIn('李志强 22 10 9\n孙立，2', 41)).toEqual([
    { name: '李志强', yes: 22, no: 10, abstain: 9 },
    { name: '孙立', yes: 2, no: null, abstain: null },
  ])
  expect(electionLinesIn('李志强 22 10 10', 41)).toBe('李志强的票加起来 42，有效票只有 41 张，请核对。')
  expect(electionLinesIn('李志强', 41)).toContain('第 1 行没有看懂')
  expect(electionLinesIn('李志强 22\n李志强 1', 41)).toBe('李志强写了两行，请删去一行。')
})

test('never more than there are seats, and nobody whom half of all or less voted for', () => {
  let seed = 7
  const any = (most: number) => (seed = (seed * 16807) % 2147483647) % (most + 1)
  for (let time = 0; time < 2000; time += 1) {
    const [inOffice, seats] = [1 + any(199), 1 + any(8)]
    const named = Object.fromEntries(Array.from({ length: any(12) }, (_, at) => [`人${at}`, any(inOffice)]))
    const { elected, tied } = electedOf(of(seats, named, { inOffice }))
    const votes = (name: string) => named[name] ?? 0
    expect(elected.length).toBeLessThanOrEqual(seats)
    for (const name of [...elected, ...tied]) expect(votes(name)).toBeGreaterThanOrEqual(majorityOf(inOffice))
    // Nobody is passed over by somebody with fewer votes, and a tie is never one alone.
    for (const name of tied) expect(votes(name)).toBeLessThan(Math.min(...elected.map(votes)))
    expect(tied.length).not.toBe(1)
  }
})
