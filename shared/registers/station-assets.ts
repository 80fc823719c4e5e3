import { amount, choice, day, line, maybe, personName, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** What belongs to a station, or was handed out there: furniture and papers are kept alike (catalogue 13, 14). */
export const stationAssets = defineRegister({
  name: 'stationAsset',
  word: '站点资产和报刊',
  says: '站点里有什么、发了什么：桌椅、电脑、档案柜，也有报刊和学习资料。',
  empty: '还没有登记。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    liaisonStationId: picked('站点', 'station'),
    assetKind: choice('是哪一类', { furniture: '设施设备', paper: '报刊资料' }),
    name: line('名称', 40, { help: '例如“档案柜”“《中国人大》第 12 期”。' }),
    quantity: amount('数量', 9999),
    assetState: maybe(
      choice(
        '现在怎样',
        { good: '好的', toMend: '要修', lost: '不见了' },
        {
          shownWhen: [{ field: 'assetKind', is: 'furniture' }],
        },
      ),
    ),
    receivedOn: maybe(day('哪天收到', 'happened')),
    receivedBy: maybe(personName('谁收的', 20)),
  },
  title: ({ name }) => name ?? '',
  listed: ['liaisonStationId', 'assetKind', 'quantity', 'assetState'],
  mark: ({ assetState }) =>
    assetState === 'toMend' || assetState === 'lost'
      ? { tone: 'late', word: assetState === 'lost' ? '不见了' : '要修' }
      : undefined,
  order: { by: 'name', first: 'least' },
  findBy: ['name', 'liaisonStationId', 'assetKind', 'receivedBy'],
  key: ['liaisonStationId', 'name', 'receivedOn'],
  adds: '登记一样',
  begins: (today) => ({ assetKind: 'furniture', quantity: 1, receivedOn: today }),
  ends: { label: '核销', ended: '已核销', restore: '恢复' },
})
