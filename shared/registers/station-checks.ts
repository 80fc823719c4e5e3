import { day, line, maybe, personName, picked, tick } from '../grammar/fields'
import { defineRegister, type Values } from '../grammar/register'

/** What a station has, in the words of the two lists that people count by (catalogue 11). */
const has = {
  place: '固定场所',
  sign: '牌子',
  equipment: '设施设备',
  staff: '固定人员',
  rules: '工作制度',
  ledger: '台账档案',
  deputyInfo: '代表信息',
  activityRecord: '活动记录',
} as const
type Has = keyof typeof has

/** 六有 and 七有: the same things, counted by either list. */
export const stationStandards: readonly { word: string; of: readonly Has[] }[] = [
  { word: '六有', of: ['place', 'sign', 'equipment', 'staff', 'rules', 'ledger'] },
  { word: '七有', of: ['place', 'sign', 'equipment', 'deputyInfo', 'rules', 'ledger', 'activityRecord'] },
]

/** “六有：做到 5 样，还差台账档案。”, by each of the lists. */
export const saysStandards = (values: Values) =>
  stationStandards
    .map(({ word, of }) => {
      const missing = of.filter((one) => values[one] !== true).map((one) => has[one])
      return missing.length === 0 ? `${word}齐全` : `${word}还差${missing.join('、')}`
    })
    .join('；')

/** 站点达标检查: what was there on a day, looked at by somebody; no picture is asked for. */
export const stationChecks = defineRegister({
  name: 'stationCheck',
  word: '站点达标检查',
  says: '到站点看一遍，有的打勾。六有、七有自己算出来，不用拍照。',
  empty: '还没有检查过，请登记一次。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    liaisonStationId: picked('站点', 'station'),
    checkedOn: day('哪天看的', 'happened'),
    checkedBy: maybe(personName('谁看的', 20)),
    place: maybe(tick(has.place)),
    sign: maybe(tick(has.sign)),
    equipment: maybe(tick(has.equipment)),
    staff: maybe(tick(has.staff)),
    rules: maybe(tick(has.rules)),
    ledger: maybe(tick(has.ledger)),
    deputyInfo: maybe(tick(has.deputyInfo)),
    activityRecord: maybe(tick(has.activityRecord)),
    note: maybe(line('要补什么', 100)),
  },
  fixed: ['liaisonStationId'],
  title: (_, { liaisonStationId = '', checkedOn = '' }) => `${liaisonStationId} ${checkedOn}`,
  listed: ['checkedBy', 'note'],
  tells: { standards: '达标' },
  order: { by: 'checkedOn', first: 'greatest' },
  findBy: ['liaisonStationId', 'checkedOn', 'checkedBy', 'note'],
  key: ['liaisonStationId', 'checkedOn'],
  adds: '登记一次检查',
  begins: (today) => ({ checkedOn: today }),
  ends: { label: '作废', ended: '已作废', restore: '恢复' },
})
