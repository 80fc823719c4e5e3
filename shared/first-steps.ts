/** What a new town still has to do, in the order in which one does it, and through which door. Whether it is done is read off what is there. */
export const firstSteps = {
  roster: {
    word: '导入名册',
    note: '村、单位、代表和工作人员，一个电子表格，先核对再写入',
    door: 'rosterImport',
  },
  colleague: {
    word: '登记第二位镇人大办工作人员',
    note: '公开的内容要由写的人以外的一位看过',
    door: 'posts',
  },
  session: {
    word: '登记本届人代会会议',
    note: '建议按届次编号',
    door: 'sessions',
  },
  holidays: {
    word: '核对放假安排',
    note: '期限按工作日算',
    door: 'settings',
    at: '?part=calendar',
  },
  stations: {
    word: '登记联络站、活动室',
    note: '群众扫的就是门口的码',
    door: 'liaisonStation',
  },
  codes: { word: '打印小程序码', note: '贴在站点门口、公开栏', door: 'codes' },
  invites: {
    word: '给代表发邀请码',
    note: '绑定了微信，群众的话才送得到',
    door: 'roster',
  },
} as const satisfies Record<string, { word: string; note: string; door: string; at?: string }>
export type FirstStep = keyof typeof firstSteps
