import type { Permission, Role } from './permissions'
import type { KindName } from './workflow'

/** What stands together, in the order in which it is drawn. */
export const doorGroups = {
  town: '本镇',
  work: '办理',
  oversight: '督办和评议',
  publicity: '公开',
  register: '登记',
  service: '运行和设置',
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

/**
 * Where a person goes in. Of two that lead to one page the first that is open counts: whoever follows all of it comes
 * before whoever sees their own, and whoever acts before whoever looks on.
 */
export const doors: readonly Door[] = [
  { name: 'home', word: '首页', group: 'town', to: 'everyone', page: 'pages/home', tab: true },
  { name: 'board', word: '公开栏', group: 'town', to: 'everyone', page: 'pages/board', tab: true },

  {
    name: 'keySuggestions',
    word: '重点建议',
    note: '谁领办、办到哪一步、调度了几次',
    group: 'oversight',
    to: 'followKeySuggestions',
    page: 'office/key-suggestions',
    daily: ['presidiumMember'],
  },
  {
    name: 'figures',
    word: '数据与报表',
    note: '各项比率、久拖未动、年度报告、台账',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'office/figures',
    daily: ['presidiumMember'],
  },
  {
    name: 'countyFigures',
    word: '各镇数据',
    note: '一镇一行；点开一个镇，看比率和年度报告',
    group: 'oversight',
    to: ['countyStaff'],
    page: 'office/figures?panel=county',
    daily: true,
  },
  {
    name: 'progress',
    word: '各单位进展汇报',
    note: '每两个月一次，过了时间的在前',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/progress',
  },
  {
    name: 'siteReviews',
    word: '现场评议',
    note: '每季度一次，结果记到每件建议上',
    group: 'oversight',
    to: 'holdSiteReviews',
    page: 'office/site-reviews',
    waits: ['siteReview'],
  },
  {
    name: 'standing',
    word: '评先资格',
    note: '各单位计入几件，够不够取消',
    group: 'oversight',
    to: 'followAwardStandings',
    page: 'desk/standing',
    waits: ['awardStanding'],
  },

  {
    name: 'deputyWork',
    word: '代表工作',
    note: '回复群众、附议、确认面商、评价',
    group: 'work',
    to: ['deputy'],
    page: 'desk/list',
    daily: true,
    waits: ['matter'],
  },
  {
    name: 'formerDeputyWork',
    word: '我提过的建议',
    note: '没办完的接着办，照样答复您',
    group: 'work',
    to: ['formerDeputy'],
    page: 'desk/list',
    daily: true,
    waits: ['matter'],
  },
  {
    name: 'officeWork',
    word: '审查与督办',
    note: '三关审查、交办、催办',
    group: 'work',
    to: ['congressOffice'],
    page: 'desk/list',
    daily: true,
    waits: ['matter'],
  },
  {
    name: 'presidiumWork',
    word: '主席团督办',
    note: '看进度，作决定',
    group: 'work',
    to: ['presidiumMember'],
    page: 'desk/list',
    daily: true,
    waits: ['matter'],
  },
  {
    name: 'unitWork',
    word: '单位办理',
    note: '签收、面商、答复',
    group: 'work',
    to: ['unitStaff'],
    page: 'desk/list',
    daily: true,
    waits: ['matter'],
  },
  {
    name: 'unitProgress',
    word: '进展汇报',
    note: '在办的每两个月写一句进展',
    group: 'work',
    to: ['unitStaff'],
    page: 'desk/progress',
    daily: true,
  },
  {
    name: 'unitStanding',
    word: '本单位的评先资格',
    note: '哪些建议代表不认可结果，计入几件',
    group: 'work',
    to: 'seeOwnAwardStanding',
    page: 'desk/standing',
    waits: ['awardStanding'],
  },
  {
    name: 'votes',
    word: '小组评议',
    note: '不记名评议本组建议的办理结果',
    group: 'work',
    to: 'castVote',
    page: 'desk/appraisals',
    daily: true,
    waits: ['groupBallot'],
  },
  {
    name: 'handOver',
    word: '交办会',
    note: '一次交办多件，打印清单，看签收',
    group: 'work',
    to: ['congressOffice'],
    page: 'office/hand-over',
  },

  {
    name: 'appraisals',
    word: '小组评议结果',
    note: '代表小组不记名评议办理结果',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/appraisals',
    waits: ['groupBallot'],
  },

  {
    name: 'contentChecks',
    word: '待复核的公开内容',
    note: '公开以前由另一个人看一遍',
    group: 'publicity',
    to: 'readBeforePublic',
    page: 'office/content-checks',
    daily: true,
    waits: ['contentCheck'],
  },
  {
    name: 'publicTexts',
    word: '已经公开的内容',
    note: '外面看得到的每一句、每一张，可以撤下',
    group: 'publicity',
    to: 'readBeforePublic',
    page: 'office/public-texts',
  },

  {
    name: 'roster',
    word: '名册与邀请码',
    note: '谁绑定了微信，发邀请码，改电话，合并重复的',
    group: 'register',
    to: 'followPersons',
    page: 'desk/register-list?name=person',
  },
  {
    name: 'rosterImport',
    word: '导入名册',
    note: '从电子表格来，先核对再写入，可以整个撤回',
    group: 'register',
    to: 'importRoster',
    page: 'office/roster-import',
  },
  {
    name: 'external',
    word: '上级代表建议',
    note: '带到县以上人大的建议，办到哪一步',
    group: 'register',
    to: 'followExternal',
    page: 'desk/register-list?name=carriedSuggestion',
    waits: ['externalSuggestion'],
  },
  {
    name: 'categories',
    word: '建议类别',
    note: '受理时选的类别，数字按它分开',
    group: 'register',
    to: 'keepCategories',
    page: 'desk/register-list?name=category',
  },
  {
    name: 'sessions',
    word: '人代会会议',
    note: '登记届次和日期，建议按届次编号',
    group: 'register',
    to: 'keepSessions',
    page: 'desk/register-list?name=congressSession',
  },
  {
    name: 'codes',
    word: '小程序码',
    note: '站点、代表、公开栏的码，打印出来，群众一扫就到',
    group: 'register',
    to: 'printCodes',
    page: 'office/codes',
  },

  {
    name: 'settings',
    word: '规则与日历',
    note: '期限、放假安排，谁改过什么',
    group: 'service',
    to: 'setRules',
    page: 'office/settings',
  },
  {
    name: 'deliveries',
    word: '未送达的提醒',
    note: '没有送到微信的，打个电话',
    group: 'service',
    to: 'followDeliveries',
    page: 'office/deliveries',
  },

  { name: 'matters', word: '我的事', group: 'own', to: 'everyone', page: 'pages/matters', tab: true },
  {
    name: 'inbox',
    word: '消息',
    group: 'own',
    to: 'everyone',
    page: 'pages/inbox',
    tab: true,
    waits: ['message'],
  },
  { name: 'me', word: '我', group: 'own', to: 'everyone', page: 'pages/me', tab: true },
]
