import { silenceOf, silentMonths, type VillageVoices } from '../../shared/rules/silence'

/** 静默图: a town of 39,000 people with 120 messages in six months, as the specification has it. */
const village = (name: string, population: number, messages: number, groupId: string | null = 'one') => ({
  ...{ id: name, name, population, messages, groupId },
})
const rest = (of: readonly VillageVoices[]) => {
  const sum = (what: 'population' | 'messages') => of.reduce((all, one) => all + one[what], 0)
  return village('其余', 39_000 - sum('population'), 120 - sum('messages'), 'two')
}
const marksOf = (...of: VillageVoices[]) =>
  (silenceOf([...of, rest(of)]) ?? [])
    .slice(0, of.length)
    .map(({ name, expected, mark, together }) => [name, expected.toFixed(2), mark, ...together])

test('2,600 people and no word where 8.0 would be expected is silence; 1,500 with two is none', () => {
  expect(marksOf(village('甲', 2600, 0), village('乙', 1500, 2))).toEqual([
    ['甲', '8.00', 'silent'],
    ['乙', '4.62', 'none'],
  ])
})

test('800 people are joined with the next 400 of their group; alone nothing can be told', () => {
  expect(marksOf(village('丙', 800, 0), village('丁', 400, 0))).toEqual([
    ['丙', '2.46', 'silent', '丁'],
    ['丁', '1.23', 'silent', '丙'],
  ])
  expect(marksOf(village('丙', 800, 0), village('丁', 400, 0, 'three'))).toEqual([
    ['丙', '2.46', 'tooSmall'],
    ['丁', '1.23', 'tooSmall'],
  ])
  expect(marksOf(village('丙', 800, 0), village('丁', 400, 1))).toEqual([
    ['丙', '2.46', 'tooSmall'],
    ['丁', '1.23', 'none'],
  ])
})

test('a town with fewer than thirty is not drawn', () => {
  expect(silenceOf([village('甲', 2600, 0), village('其余', 36_400, 29)])).toBeUndefined()
})

test('a month without a word is silence only where three or more a month are usual', () => {
  expect([silentMonths([4, 0, 5], 3), silentMonths([1, 0, 2], 2.9)]).toEqual([[1], []])
})
