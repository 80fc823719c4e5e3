import type { Delivery } from '../../../shared/api/deliveries'
import type { WorkCounts } from '../../../shared/api/work'
import { byPerson } from '../../../miniprogram/src/office/by-person'
import { byVillage, deputiesFound, type TownDeputy } from '../../../miniprogram/src/work/deputies-by-village'
import {
  countsIn,
  inLane,
  isNarrowed,
  laneCounts,
  ofKind,
  picksOf,
  readShown,
  type Shown,
  without,
  writeShown,
} from '../../../miniprogram/src/work/narrowing'

const counts: WorkCounts = {
  counts: [
    { lane: 'mine', kind: 'suggestion', urgency: 'overdue', count: 2 },
    { lane: 'mine', kind: 'suggestion', urgency: 'inTime', count: 3 },
    { lane: 'mine', kind: 'opinion', urgency: 'dueSoon', count: 1 },
    { lane: 'others', kind: 'opinion', urgency: 'inTime', count: 7 },
  ],
  more: { mine: false, others: true },
}
const village = 'v'.repeat(26)
const all: Shown = {
  ...{ lane: 'others', kind: 'suggestion', overdue: 'yes', state: 'handling' },
  ...{ village, unit: 'u'.repeat(26), category: 'waterWorks', person: 'p'.repeat(26) },
}

test('all of it is counted, each kind, and what is late or soon; a kind counts its own', () => {
  expect(countsIn(counts, 'mine')).toEqual({
    kinds: [
      { name: 'suggestion', count: '5' },
      { name: 'opinion', count: '1' },
    ],
    ...{ all: '6', late: '2', soon: '1' },
  })
  expect(countsIn(counts, 'mine', 'suggestion')).toMatchObject({ all: '6', late: '2', soon: '' })
  expect(countsIn(counts, 'mine', 'siteReview').kinds).toContainEqual({ name: 'siteReview', count: '0' })
})

test('what has ended is not counted, and stands on no tab; nor does what is not there', () => {
  expect(countsIn(counts, 'ended')).toEqual({ kinds: [], all: '', late: '', soon: '' })
  expect([laneCounts(counts), laneCounts({ ...counts, counts: [] }), laneCounts(undefined)]).toEqual([
    { mine: '6', others: '7+' },
    {},
    {},
  ])
})

test('more than is counted says so, and nothing is counted beyond 999', () => {
  const many: WorkCounts = {
    counts: [
      { lane: 'mine', kind: 'opinion', urgency: 'overdue', count: 998 },
      { lane: 'mine', kind: 'suggestion', urgency: 'inTime', count: 2 },
    ],
    more: { mine: true, others: false },
  }
  expect(countsIn(many, 'mine')).toMatchObject({ all: '999+', late: '998+' })
  expect(laneCounts(many)).toEqual({ mine: '999+' })
})

test('what is shown goes into an address and comes back; what waits for me needs no word', () => {
  expect(readShown(writeShown(all))).toEqual(all)
  expect([writeShown({ lane: 'mine' }), readShown({})]).toEqual([{}, { lane: 'mine' }])
  expect(readShown({ town: 't', stamp: '7', kind: 'opinion' })).toEqual({ lane: 'mine', kind: 'opinion' })
})

test('an address that somebody changed leads to the whole of what waits for me', () => {
  expect([
    readShown({ lane: 'everything' }),
    readShown({ kind: 'dream' }),
    readShown({ village: '<b>' }),
  ]).toEqual(Array(3).fill({ lane: 'mine' }))
})

test('another kind forgets the state, which was one of the kind before; the rest stays', () => {
  const { kind: _, state: __, ...rest } = all
  expect(ofKind(all, 'opinion')).toEqual({ ...rest, kind: 'opinion' })
  expect([ofKind(all, undefined), without(all, 'kind')]).toEqual([rest, rest])
})

test('what has ended is late no more; another lane keeps what else is chosen', () => {
  const { overdue: _, lane: __, ...rest } = all
  expect(inLane(all, 'ended')).toEqual({ ...rest, lane: 'ended' })
  expect(inLane(all, 'mine')).toEqual({ ...all, lane: 'mine' })
})

test('each thing chosen can be taken away; a kind has a chip of its own where none is counted', () => {
  expect(Object.keys(picksOf(all))).toEqual(['state', 'village', 'unit', 'category', 'person'])
  expect(picksOf({ lane: 'ended', kind: 'opinion' })).toEqual({ kind: 'opinion' })
  expect(without({ lane: 'mine', village }, 'village')).toEqual({ lane: 'mine' })
  expect([isNarrowed({ lane: 'others' }), isNarrowed({ lane: 'mine', overdue: 'yes' })]).toEqual([
    false,
    true,
  ])
})

test('the deputies of one’s own village come first, and each is found by name, group, district or village', () => {
  const deputy = (name: string, ...of: string[]): TownDeputy => ({
    ...{
      id: name,
      name,
      levels: ['township'],
      group: null,
      district: null,
      occupation: null,
      portrait: null,
    },
    villages: of,
  })
  const villages = [
    { id: 'a', name: '新寨村' },
    { id: 'b', name: '大郭西村' },
    { id: 'c', name: '没有代表的村' },
  ]
  const all = [deputy('王建国', 'b'), deputy('张春梅', 'a', 'b'), { ...deputy('李志强'), group: '第二小组' }]
  const groups = (own?: string) =>
    byVillage(all, villages, own).map(({ village, deputies }) => [
      village?.name ?? null,
      ...deputies.map(({ name }) => name),
    ])
  expect(groups()).toEqual([
    ['新寨村', '张春梅'],
    ['大郭西村', '王建国', '张春梅'],
    [null, '李志强'],
  ])
  expect(groups('b')[0]).toEqual(['大郭西村', '王建国', '张春梅'])
  const found = (words: string) => deputiesFound(words, all, villages).map(({ name }) => name)
  expect([found('郭西'), found('春梅'), found('第二小组'), found('没有代表')]).toEqual([
    ['王建国', '张春梅'],
    ['张春梅'],
    ['李志强'],
    [],
  ])
})

test('what did not reach one person is one row, in the order of the newest; who is not known again stands alone', () => {
  const to = (id: string, whose: string | null) => ({ id, whose }) as Delivery
  const rows = byPerson([to('1', 'a'), to('2', null), to('3', 'b'), to('4', 'a'), to('5', null)])
  expect(rows.map((those) => those.map(({ id }) => id).join(''))).toEqual(['14', '2', '3', '5'])
})
