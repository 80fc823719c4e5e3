/** Words that make what stands beside them personal. Rows: a word more is a word here. */

/** Before a short number, these say that it is a telephone. */
export const telephoneWords =
  /(电话|座机|手机|联系方式|致电|拨打|传真|tel|phone|☎)(号码|号)?(是|为)?[:：\s]*$/i

/** After digits, these say that they are none. */
export const measureWords = /^\s*(元|万|亿|米|公里|千米|平方|亩|吨|度|立方|千瓦|户|人|次|件|株|棵|斤|公斤)/

/** Before eighteen digits whose check digit is mistyped, these say what they were meant to be. */
export const idWords = /(身份证|证件)(号码|号)?(是|为)?[:：\s]*$/

/** Beside the name of somebody on the roster. Without one of them a name is that of a public office. */
export const besideNames = [
  // How and where to find a person at home.
  '电话',
  '手机',
  '微信',
  '身份证',
  '银行卡',
  '账号',
  '家住',
  '住在',
  '住址',
  '家里',
  '老家',
  // What somebody is said to have done.
  '贪污',
  '受贿',
  '行贿',
  '回扣',
  '收了钱',
  '收钱',
  '收礼',
  '好处费',
  '侵吞',
  '挪用',
  '骗',
  '偷',
  '赌',
  '嫖',
  '腐败',
  '包庇',
  '勾结',
  '欺负',
  '霸占',
  '威胁',
  '打人',
  '打了',
  '殴打',
  '骂',
  '酒驾',
  '酒后',
  '坐牢',
  '判刑',
  '拘留',
  '举报',
  '投诉',
  '控告',
  '不作为',
  '黑心',
  '混蛋',
  '无赖',
  // What only concerns that person and the family.
  '离婚',
  '老婆',
  '妻子',
  '丈夫',
  '儿子',
  '女儿',
  '患',
  '癌',
  '残疾',
  '低保',
  '欠债',
  '欠钱',
  '工资',
] as const

/** Directly after a name, these say that the office is spoken of. */
export const officeWords =
  /^\s*(代表|委员|主席|副主席|书记|副书记|镇长|副镇长|乡长|副乡长|主任|副主任|所长|站长|局长|院长|校长)/

/** Where one person lives: a room, a yard, a number in a village. A pump, a bridge or a ditch has a number as well. */
export const doors = [
  /门牌(号)?[是为:：\s]*[0-9一二三四五六七八九十百]+/g,
  /[0-9一二三四五六七八九十]+(号楼|栋|幢|号院)?[0-9一二三四五六七八九十]*单元[0-9一二三四五六七八九十百]+(室|号|户)?/g,
  /[0-9一二三四五六七八九十]+(号楼|栋|幢|号院)[0-9一二三四五六七八九十百]+(室|户)/g,
  /(村|组|队|社|屯|庄|弄|巷|胡同|路|街)[0-9一二三四五六七八九十百]+号(院(?![长士])|宅|家|户|住|门前|门口)/g,
  /[村组队社屯庄][0-9一二三四五六七八九十百]+号(?=$|[，。；、,.;\s）)的])/g,
]

export const wechatNames =
  /((微信|薇信|威信|v信)\s*(号码|账号|号|同号|id)?\s*(是|为)?[:：\s]*|(vx|wx|weixin|wechat)\s*(号码|账号|号|同号|id|是|为|[:：\s])[:：\s]*)[a-z][-_a-z0-9]{5,19}|wxid_[a-z0-9]{6,}/gi
export const qqNumbers = /(qq|扣扣|企鹅)\s*(号码|号|群)?\s*(是|为)?[:：\s]*[1-9]\d{4,11}/gi
export const mailAddresses = /[a-z0-9][\w.+-]*@[a-z0-9-]+(\.[a-z0-9-]+)+/gi
export const plates =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・.\s-]?(?=[A-HJ-NP-Z]{0,5}[0-9])[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]/gi
