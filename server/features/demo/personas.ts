/**
 * The people whom a visitor of the demo town may play. `npm start` binds them to WeChat users of the simulator;
 * where there is no demo, none of this is served.
 */
const openidOf = (key: string) => `oDemo-${key}-`.padEnd(28, '0')

export const personas = [
  { key: 'villager', name: '李秀英', title: '群众', openid: openidOf('villager') },
  { key: 'deputy', name: '王建国', title: '镇人大代表', openid: openidOf('deputy') },
  { key: 'cosigner', name: '张春梅', title: '镇人大代表（附议）', openid: openidOf('cosigner') },
  { key: 'office', name: '陈静', title: '镇人大办', openid: openidOf('office') },
  { key: 'unit', name: '赵永强', title: '镇水利站经办人', openid: openidOf('unit') },
  { key: 'presidium', name: '周明德', title: '主席团成员', openid: openidOf('presidium') },
  { key: 'official', name: '马国栋', title: '领办领导', openid: openidOf('official') },
  { key: 'committee', name: '黎永康', title: '镇党委工作人员', openid: openidOf('committee') },
  { key: 'county', name: '林向东', title: '县人大工作人员', openid: openidOf('county') },
] as const
