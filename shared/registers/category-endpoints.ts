import * as z from 'zod/mini'
import { categoryCode, line, maybe, pickedCategory, tick } from '../grammar/fields'
import { get, post, put } from '../grammar/endpoint'

const name = line('类别名称', 20)
const parent = maybe(pickedCategory('归在哪一类下面', 'topCategory'))

const tree = z.strictObject({
  /** Every category of the town in the order of the tree, each after the one it stands under. */
  categories: z.array(
    z.strictObject({
      code: categoryCode(),
      name: z.string(),
      parent: z.nullable(categoryCode()),
      /** No longer offered; what was filed under it stays. */
      retired: z.boolean(),
      suggestions: z.int(),
    }),
  ),
})

export const listCategories = get('/towns/:town/categories', {
  who: 'followWork',
  says: '本镇的建议类别，分两级',
  output: tree,
})

export const addCategory = post('/towns/:town/categories', {
  who: 'keepCategories',
  says: '增加一个类别',
  input: z.strictObject({ name, parent }),
  output: tree,
})

export const changeCategory = put('/towns/:town/categories/:code', {
  who: 'keepCategories',
  says: '改一个类别的名称或位置，或停用；已经归类的建议不变',
  input: z.strictObject({ name, parent, retired: maybe(tick('停用：以后不再选用，已归类的建议不变')) }),
  output: tree,
})
