import {
  choice,
  line,
  mapPlace,
  maybe,
  personName,
  phone,
  picked,
  pickedMany,
  receptionDays,
} from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { howToWriteReceptionDays } from '../rules/reception-rules'
import { receptionWords } from '../words/reception'
import { stationKinds } from '../words/words'

/** 代表之家、活动室、联络站: where residents meet their deputies. */
export const liaisonStations = defineRegister({
  name: 'liaisonStation',
  word: '代表之家和站点',
  says: '名称、地址、开放时间、接访日和值守代表会在首页公开；联络员的电话只有镇人大办看得到。',
  empty: '还没有登记站点，请增加一个，或导入名册。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('站点名称', 40),
    stationKind: choice('站点类型', stationKinds),
    villageId: maybe(picked('所在村', 'village')),
    address: maybe(line('地址', 100)),
    mapPlace: maybe(
      mapPlace('地图上的位置', { help: '纬度在前，经度在后，例如“25.0415,102.7121”；没有可以不填。' }),
    ),
    openingHours: maybe(line('开放时间', 60, { help: '例如“工作日 9:00—17:00”。' })),
    receptionDays: maybe(
      receptionDays('接访日', {
        help: `写成${howToWriteReceptionDays}。碰上放假会自动顺延到下一个工作日，赶圩的日子不顺延。`,
      }),
    ),
    receptionTime: maybe(line('接访时间', 20, { help: '例如“9:00”。' })),
    receptionWord: maybe(choice('接访日叫什么', receptionWords)),
    receptionPlace: maybe(
      line('接访地点', 60, { help: '不在站点里的写在这里，例如“赶圩日在集市东门摆一张桌子”。' }),
    ),
    deputyIds: maybe(pickedMany('值守代表', 'deputies', 60, { help: '按值守的先后选。' })),
    leaderIds: maybe(pickedMany('带头坐班的领导', 'leaders', 20, { help: '不是代表的党政领导也可以排班。' })),
    managerName: maybe(personName('站长', 20)),
    officerName: maybe(personName('联络员', 20)),
    officerPhone: maybe(phone('联络员电话')),
  },
  private: { officerPhone: 'keepPlaces' },
  title: ({ name }) => name ?? '',
  listed: ['stationKind', 'villageId', 'openingHours', 'managerName'],
  tells: { reach: '谁收得到' },
  narrows: { nobody: '还没有人收得到' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'villageId', 'address', 'deputyIds', 'managerName', 'officerName'],
  key: ['name'],
  adds: '增加一个站点',
  begins: () => ({ stationKind: 'room' }),
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
