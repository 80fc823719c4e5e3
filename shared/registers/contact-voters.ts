import { day, line, maybe, personName, phone, picked } from '../grammar/fields'
import { pickedArea } from '../grammar/picked-area'
import { defineRegister } from '../grammar/register'

/** 固定联系选民 (catalogue 17): at least five of one's own district, known by name to the deputy and the office alone. */
export const contactVoters = defineRegister({
  name: 'contactVoter',
  word: '联系的选民',
  says: '您固定联系的选民，本选区的，至少五位。姓名和电话只有您自己和镇人大办看得到；上报只报够不够，不报是谁。',
  empty: '还没有登记联系的选民。',
  readBy: 'keepOwnRecords',
  keptBy: 'keepOwnRecords',
  own: { by: 'deputyId', all: 'keepAllRecords' },
  fields: {
    deputyId: maybe(picked('代表', 'deputies')),
    name: personName('姓名', 20),
    phone: maybe(phone('电话')),
    villageId: picked('哪个村', 'village'),
    areaId: maybe(pickedArea()),
    lastOn: maybe(day('最近一次联系', 'happened')),
    note: maybe(line('说明', 60, { help: '可不写，例如“种植大户”“在外务工，春节回来”。' })),
  },
  title: ({ name }) => name ?? '',
  listed: ['deputyId', 'villageId', 'lastOn'],
  order: { by: 'name', first: 'least' },
  findBy: ['deputyId', 'name', 'villageId', 'note'],
  key: ['deputyId', 'name'],
  adds: '增加一位',
  ends: { label: '不再联系', ended: '不再联系的', restore: '恢复联系' },
})
