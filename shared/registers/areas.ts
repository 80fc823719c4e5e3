import { amount, choice, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

export const areaKinds = { naturalVillage: '自然村', villagerGroup: '村民小组' } as const

const mostHouseholds = 99_999
const mostPeople = 999_999
/** Of a village as a whole, or of a part of it. */
export const householdsOf = () => maybe(amount('户数', mostHouseholds))
export const populationOf = () => maybe(amount('人口', mostPeople))

/** 自然村和村民小组: what a village consists of; households and people are added up from here (catalogue 1). */
export const areas = defineRegister({
  name: 'area',
  word: '自然村和小组',
  says: '一个村分成哪些自然村、哪些村民小组，各有多少户、多少人。村里的户数和人口从这里加起来。',
  empty: '还没有登记，请增加一个，或用电子表格一次导入。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    villageId: picked('属于哪个村', 'village'),
    areaKind: choice('是哪一种', areaKinds),
    name: line('名称', 40, { help: '例如“大坝口”“三组”。' }),
    areaId: maybe(
      picked('属于哪个自然村', 'area', {
        help: '小组在一个自然村里的才选。',
        shownWhen: [{ field: 'areaKind', is: 'villagerGroup' }],
      }),
    ),
    households: householdsOf(),
    population: populationOf(),
  },
  title: (_, { villageId = '', areaId = '', name = '' }) =>
    [villageId, areaId, name].filter(Boolean).join(' '),
  listed: ['areaKind', 'households', 'population'],
  under: 'areaId',
  tells: { below: '下面的小组' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'villageId', 'areaKind'],
  key: ['villageId', 'areaKind', 'name'],
  adds: '增加一个',
  begins: () => ({ areaKind: 'villagerGroup' }),
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
