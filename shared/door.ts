import type { Permission, Role } from './permissions'
import type { KindName } from './workflow'

/** What stands together, in the order in which it is drawn. */
export const doorGroups = {
  town: '本镇',
  work: '办理',
  heard: '听群众说',
  oversight: '督办和评议',
  duties: '代表履职',
  publicity: '公开',
  register: '名册',
  places: '单位、站点和村',
  records: '镇情档案',
  service: '会议和设置',
  own: '我的',
} as const
export type DoorGroup = keyof typeof doorGroups

/** What may wait behind a door: matters in which it is my turn, all of them or by their kind, and messages not read. */
export type Waiting = KindName | 'matter' | 'message'

export interface Door {
  name: string
  word: string
  /** What one does there, in a few words; tabs are known. */
  note?: string
  group: DoorGroup
  to: 'everyone' | Permission | readonly Role[]
  /** Below the root of the mini-program; a query may follow. */
  page: string
  /** One of the five places at the foot of a phone. */
  tab?: true
  /** Daily work, which stands on the home of these roles as well; `true`: of everyone it is open to. */
  daily?: true | readonly Role[]
  waits?: readonly Waiting[]
}
