import { amount, choice, line, maybe, pickedMany } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { type CongressLevel, congressLevels } from '../words/words'

/** Deputies of these congresses are elected by the voters themselves, in districts of one to three seats (选举法 25). */
export const electedByVoters: readonly CongressLevel[] = ['township', 'county']
const fewestSeats = 1
export const mostSeats = 3

export const saysSeats = (count: number, what: '名额' | '现任代表') =>
  `${what}是 ${count} 名。选举法第二十五条规定每个选区选一至三名，请核对选区划分。`

/** Why so many seats are not what the law wants of a district, or undefined. */
export const seatsWarning = (level: string | null, seats: number | null) =>
  seats === null ||
  !electedByVoters.some((one) => one === level) ||
  (fewestSeats <= seats && seats <= mostSeats)
    ? undefined
    : saysSeats(seats, '名额')

/** 选区: the same villages are divided anew for each level of congress. */
export const electoralDistricts = defineRegister({
  name: 'electoralDistrict',
  word: '选区',
  says: '镇、县两级各划各的选区，包括的村可以不同。每个选区选一至三名代表（选举法第二十五条）。',
  empty: '还没有登记选区，请增加一个，或导入名册。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    congressLevel: choice('选哪一级代表', congressLevels),
    name: line('选区名称', 40),
    seats: maybe(amount('名额', 99)),
    villageIds: maybe(pickedMany('包括的村', 'villages', 60)),
  },
  fixed: ['congressLevel'],
  title: ({ name }) => name ?? '',
  listed: ['congressLevel', 'seats', 'villageIds'],
  tells: { deputies: '现任代表' },
  warns: ({ congressLevel, seats }) => seatsWarning(congressLevel, seats),
  mark: ({ congressLevel, seats }) =>
    seatsWarning(congressLevel, seats) === undefined ? undefined : { tone: 'late', word: '名额要核对' },
  narrows: { unfilled: '现任没有选满', unfilledNext: '新一届没有选满' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'congressLevel', 'villageIds'],
  key: ['congressLevel', 'name'],
  adds: '增加一个选区',
  begins: () => ({ congressLevel: 'township' }),
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
