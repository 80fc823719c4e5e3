/** 走访 (catalogue 25, 26, 38, 44): from a word at the field's edge to a visit to whoever lives alone. */
export const visitKinds = {
  talk: '走访群众',
  home: '入户走访选民',
  community: '进社区、进村屯',
  care: '走访慰问',
} as const

/** 走访慰问: how many, never who (catalogue 44). */
export const caredFor = {
  leftBehind: '留守老人、儿童、妇女',
  disabled: '残疾人',
  alone: '孤寡老人',
  other: '其他困难群众',
} as const

/** 办实事 (catalogue 42, 43, 45, 53). */
export const deedKinds = {
  deed: '帮办实事',
  livelihood: '民生实事',
  legalHelp: '法律帮助',
  mediation: '调处纠纷',
  household: '帮扶监测户',
} as const
export type DeedKind = keyof typeof deedKinds

/** Of these the half-year says how many (catalogue 41); a quarrel that was settled is none of them. */
export const countedDeeds = ['deed', 'livelihood', 'legalHelp'] as const satisfies readonly DeedKind[]

export const disputeKinds = {
  neighbours: '邻里',
  land: '土地、地界',
  family: '婚姻家庭',
  pay: '工钱、债务',
  other: '其他',
} as const
