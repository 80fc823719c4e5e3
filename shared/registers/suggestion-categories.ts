import { categoryCode, line, maybe, pickedCategory } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** What a suggestion is filed under at acceptance, and how the figures are told apart. */
export const suggestionCategories = defineRegister({
  name: 'category',
  word: '建议类别',
  says: '受理时选类别，数字也按类别分开。可以增加、改名、换位置；不用的停用，已归类的建议不变。',
  empty: '还没有类别，请增加一个，受理建议时要选。',
  readBy: 'followWork',
  keptBy: 'keepCategories',
  fields: {
    name: line('类别名称', 20),
    parentCode: maybe(pickedCategory('归在哪一类下面', 'topCategory')),
  },
  title: ({ name }) => name ?? '',
  listed: ['parentCode'],
  under: 'parentCode',
  order: { by: 'place', first: 'least' },
  findBy: ['name', 'parentCode'],
  key: ['name'],
  adds: '增加一个类别',
  ends: { label: '停用', ended: '已停用', restore: '恢复' },
  counts: { suggestions: '已归类的建议' },
  id: categoryCode,
})
