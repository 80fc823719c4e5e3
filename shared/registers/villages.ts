import { line } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { householdsOf, populationOf } from './areas'

/** 村（社区）: where residents live, and of what districts are made. */
export const villages = defineRegister({
  name: 'village',
  word: '村（社区）',
  says: '群众留言、代表、站点和选区都按村登记。改名以后照样找得到，以前公开过的话不变。',
  empty: '还没有登记村，请增加一个，或导入名册。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('村（社区）名称', 40),
    households: householdsOf(),
    population: populationOf(),
  },
  title: ({ name }) => name ?? '',
  listed: ['households', 'population'],
  tells: { parts: '自然村和小组' },
  order: { by: 'position', first: 'least' },
  findBy: ['name'],
  key: ['name'],
  adds: '增加一个村',
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
