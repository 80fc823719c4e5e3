import { choice, line, maybe } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { unitKinds } from '../words/words'

/** 承办单位. Who works there stands in posts; a merger or a split moves what is open and leaves what has ended. */
export const handlingUnits = defineRegister({
  name: 'handlingUnit',
  word: '承办单位',
  says: '改名在这里改，在办的跟着走，以前写下的还是老名字。合并、分设、撤销，打开一个单位来办。',
  empty: '还没有登记单位，请增加一个，或导入名册。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('单位名称', 40),
    unitKind: choice('单位类型', unitKinds),
    supervisingBureau: maybe(line('主管局委', 60)),
  },
  title: ({ name }) => name ?? '',
  listed: ['unitKind', 'supervisingBureau'],
  tells: { contacts: '联系人', reach: '谁收得到' },
  narrows: { nobody: '还没有人收得到' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'unitKind', 'supervisingBureau'],
  key: ['name'],
  adds: '增加一个单位',
  begins: () => ({ unitKind: 'townOffice' }),
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
  counts: { open: '在办' },
})
