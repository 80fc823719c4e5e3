import { wrongField } from '../../shared/words/refusals'
import { newId } from '../database/id'
import {
  type Keeping,
  type KeptRow,
  namedRows,
  type Option,
  type Writing,
} from '../engine/registers/kept-register'
import { countsOfCategories } from '../features/categories/queries'

const optionOf = ({ id, values }: Pick<KeptRow, 'id' | 'values'>): Option => ({
  id,
  name: String(values.name),
  note: null,
})
const inUse = ({ endedOn }: KeptRow) => endedOn === null
const isTop = ({ values }: KeptRow) => values.parentCode === null
const below = (rows: readonly KeptRow[], id: string | undefined) =>
  rows.filter((one) => one.values.parentCode === id && id !== undefined && inUse(one))

/** Suggestions hold the id, so whatever was filed under it goes with a new name or place. */
export const category: Keeping = {
  own: ['place'],
  check(_, { values, others, before }) {
    if (others.some((one) => one.values.name === values.name))
      throw wrongField('name', '已经有这个名称的类别，请换一个名称，或直接用它。')
    if (values.parentCode === null) return
    const parent = others.find(({ id }) => id === values.parentCode)
    if (!parent || !inUse(parent) || !isTop(parent) || below(others, before?.id).length > 0)
      throw wrongField('parentCode', '类别只分两级，请选一个最上一级、在用的类别。')
  },
  fill: ({ before, values, others }) => ({
    place:
      before && before.values.parentCode === values.parentCode
        ? before.own.place
        : nextPlace(others, values.parentCode),
  }),
  mayEnd(_, { id }, others) {
    if (below(others, id).length > 0) throw wrongField('endedWhy', '下面还有在用的类别，请先移走或停用它们。')
  },
  makeId: () => newId().slice(0, 16),
  picks: {
    topCategory: {
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT id, name, NULL AS note FROM category
           WHERE town_id = ? AND parent_code IS NULL AND ended_on IS NULL ORDER BY place, id`,
          [townId],
        ),
      among: (rows) => rows.filter((one) => inUse(one) && isTop(one)).map(optionOf),
      names: namedRows('category'),
    },
  },
  counts: countsOfCategories,
}

/** Behind the last of those that stand under the same one. */
function nextPlace(others: Writing['others'], parentCode: unknown) {
  const parent = others.find(({ id }) => id === parentCode)
  const beside = others.filter(({ values }) => values.parentCode === parentCode)
  const last = Math.max(-1, ...beside.map(({ own }) => Number(String(own.place).split('.').pop())))
  const own = String(last + 1).padStart(4, '0')
  return parent ? `${String(parent.own.place)}.${own}` : own
}
