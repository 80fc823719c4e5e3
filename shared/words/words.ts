/** The closed lists of the field, with the words that people read. Identifiers come from the glossary. */

/** 六步工作法: the six steps a matter walks from a villager's mouth to the year's commendation. */
export const steps = {
  collect: '收集民意',
  gather: '汇总民意',
  assign: '交办',
  supervise: '督办落实',
  appraise: '评议结果',
  commend: '表彰',
} as const
export type Step = keyof typeof steps

/** Whoever gave no name. */
export const unnamedResident = '一位群众'

/** Whose matter a message tells of. */
export const forWhom = { self: '我自己的', another: '替别人写的' } as const

/** 办理结果分类. The letter marks A–D are a display setting of a town, never stored. */
export const outcomes = {
  solved: '已经解决',
  inProgress: '正在解决',
  planned: '列入计划，逐步解决',
  cannotSolve: '暂时不能解决，已说明原因',
  referredUpward: '超出本镇职权，已报请上级',
} as const
export type Outcome = keyof typeof outcomes

/** 四类标记 (rules §3.6). What was carried upward belongs to none of the four. */
export const classMarks: Readonly<Record<Outcome, 'A' | 'B' | 'C' | 'D' | null>> = {
  solved: 'A',
  inProgress: 'B',
  planned: 'C',
  cannotSolve: 'D',
  referredUpward: null,
}

/** 情况说明: why something cannot be done; the reply explains it in full (catalogue 70). */
export const cannotGrounds = {
  law: '法律、政策不允许',
  funds: '资金、土地等条件不具备',
  competence: '不属于本镇职权',
  technical: '技术上做不到',
  others: '要等别的工程或规划',
} as const
export type CannotGround = keyof typeof cannotGrounds

/** 超越权限的向上反映: where a matter is carried that the town cannot decide (catalogue 47). */
export const upwardRoutes = {
  partyCommittee: '镇党委',
  countyCongress: '县人大常委会',
  countyOrgan: '县有关部门',
} as const
export type UpwardRoute = keyof typeof upwardRoutes

/** To a lead deputy who alone is answered (Qingdao 2021: 领衔代表). */
export const passItOn = '请转告附议的代表。'

/** What became of a promise in a reply. */
export const commitmentResults = {
  fulfilled: '已经落实',
  unfulfilled: '不能落实，已说明原因',
} as const
export type CommitmentResult = keyof typeof commitmentResults

export const satisfactions = {
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  notSatisfied: '不满意',
} as const
export type Satisfaction = keyof typeof satisfactions
/** What the public sees when the deputy let the time for rating pass (未表态). */
export const noResponseWord = '未表态'

/** 建议、批评和意见, and 议案, which has a procedure of its own until it is put on the agenda or becomes a suggestion. */
export const suggestionKinds = {
  suggestion: '建议',
  criticism: '批评',
  comment: '意见',
  motion: '议案',
} as const
export type SuggestionKind = keyof typeof suggestionKinds

/** 地方组织法 art. 22: five or more deputies of a township congress may move a motion, the first of them leading. */
export const motionSigners = 5

/** How a suggestion came about: 提出关, first look and ask, then write. */
export const origins = {
  visit: '走访',
  reception: '接访',
  residentOpinion: '群众留言',
  thematicStudy: '专题调研',
  inspection: '视察',
  groupMeeting: '代表小组会议',
} as const
export type Origin = keyof typeof origins

/** What the deputy agrees to have published. Confidentiality is asked for apart from it, and is stronger. */
export const publicities = {
  full: '全文公开',
  titleOnly: '只公开事项和办理情况',
  none: '不公开',
} as const
export type Publicity = keyof typeof publicities

export const periods = {
  inSession: '会议期间',
  interSession: '闭会期间',
} as const
export type Period = keyof typeof periods

/** 三关: the three checks before a suggestion is accepted. */
export const threeChecks = {
  legality: '法律法规关',
  quality: '内容质量关',
  wording: '文字格式关',
} as const
export type Check = keyof typeof threeChecks

/** Grounds on which a suggestion must not be accepted: the union of seven local regulations. */
export const refusalGrounds = {
  personalMatter: '代表本人或亲属的个人事项',
  forwardedLetter: '转交群众来信',
  petition: '申诉、控告、检举',
  concreteCase: '具体的司法、监察案件',
  academicOrProduct: '学术探讨或产品推介',
  noSubstance: '没有实际内容',
  outsideCompetence: '不属于本级机关职权',
  ongoingTender: '正在进行的招标投标',
  legalQuestion: '法律、政策咨询',
  ownInterest: '涉及本人利益',
} as const

/** What becomes of a matter that is not accepted. */
export const dispositions = {
  explained: '向代表说明，不再办理',
  deputyLetter: '作为代表来信，转有关单位参考',
  petitionReferral: '转信访渠道办理',
} as const
export type Disposition = keyof typeof dispositions

/** The categories that a town begins with; it may add, rename, move and retire them (catalogue 60). */
export const categories = {
  infrastructure: '基础设施',
  waterWorks: '水利防汛',
  roads: '道路桥梁',
  power: '供电',
  telecom: '通信',
  environment: '环境卫生',
  farming: '农业农村',
  livelihood: '民生事业',
  education: '教育',
  health: '医疗卫生',
  welfare: '民政救助',
  safety: '公共安全',
  other: '其他',
} as const
export type Category = keyof typeof categories

/** Under which other one a category of the beginning stands. */
export const categoryParents: Readonly<Partial<Record<Category, Category>>> = {
  waterWorks: 'infrastructure',
  roads: 'infrastructure',
  power: 'infrastructure',
  telecom: 'infrastructure',
  education: 'livelihood',
  health: 'livelihood',
  welfare: 'livelihood',
}

export const consultationForms = {
  visit: '上门面谈',
  meeting: '座谈',
  phone: '电话沟通',
} as const

/** Whether whoever came to a 面商 for the unit could say yes. */
export const mayDecides = { decides: '能拍板', mustAsk: '要回去请示' } as const
export type MayDecide = keyof typeof mayDecides

/** How somebody said what another person types. */
export const spokenWays = { phone: '电话', paper: '纸质', inPerson: '当面' } as const
export type SpokenWay = keyof typeof spokenWays
/** Who spoke and who typed it, as a history says it. */
export const typedFor = (
  speaker: string,
  { on, how, typist }: { on: string; how: SpokenWay; typist: string },
) => `${speaker}（${on}${spokenWays[how]}，${typist}代录）`
/** Which of a unit spoke for it. */
export const saidBy = (name: string, on: string) => `${on}${name}说的`
/** Why what came on paper is typed on a later day. */
export const typedLateBecause = (reason: string) => `今天才登记的原因：${reason}`
export const evidenceKept = (evidence: string) => `凭据：${evidence}`
/** And of how a decision of several came about. */
export const decidedKept = (how: string) => `（怎么决定的：${how}）`

/** 催办的方式: `app` is a message of this program; the others somebody did in person and wrote down (catalogue 72). */
export const reminderChannels = {
  app: '消息',
  phone: '电话',
  visit: '上门',
  letter: '书面',
  meeting: '会议',
} as const
export type ReminderChannel = keyof typeof reminderChannels

/** 群众咨询、反映、建议三类. */
export const opinionKinds = {
  report: '反映问题',
  propose: '提个建议',
  enquiry: '咨询',
} as const
export type OpinionKind = keyof typeof opinionKinds

/** Where a person is sent whose matter the congress must not take (信访工作条例 art. 22, 28, 30). */
export const referrals = {
  petitionOffice: '镇信访办公室',
  legalAid: '法律援助或人民法院',
  discipline: '纪检监察机关',
  unit: '职能部门窗口',
} as const

export const congressLevels = {
  township: '镇人大代表',
  county: '县人大代表',
  city: '市人大代表',
  prefecture: '州人大代表',
  province: '省人大代表',
} as const
export type CongressLevel = keyof typeof congressLevels

/** 上级人大: where a deputy who lives in the town carries what the town cannot decide. */
export const higherCongresses = {
  county: '县人大',
  city: '市人大',
  prefecture: '州人大',
  province: '省人大',
} as const satisfies Partial<Record<CongressLevel, string>>
export type HigherLevel = keyof typeof higherCongresses

/** What came of a suggestion that others handle. */
export const externalOutcomes = {
  solved: outcomes.solved,
  inProgress: outcomes.inProgress,
  planned: outcomes.planned,
  cannotSolve: outcomes.cannotSolve,
} as const satisfies Partial<Record<Outcome, string>>
export type ExternalOutcome = keyof typeof externalOutcomes

/** What is written down in the course of an external suggestion. */
export const externalEntries = {
  progress: '进展',
  reply: '答复',
} as const
export type ExternalEntry = keyof typeof externalEntries

export const stationKinds = {
  home: '代表之家',
  room: '代表活动室',
  point: '代表联络站',
} as const
export type StationKind = keyof typeof stationKinds

export const unitKinds = {
  townOffice: '镇直部门',
  grassrootsOffice: '基层站所',
  stationedUnit: '驻镇单位',
  villageCommittee: '村（居）委会',
} as const
export type UnitKind = keyof typeof unitKinds

/** Where a printed code may lead. */
export const codeTargets = {
  board: '公开栏',
  station: '站点',
  village: '村',
  deputy: '代表',
  matter: '公开的建议',
} as const
export type CodeTarget = keyof typeof codeTargets

/** Stands where a text will be once it is checked. */
export const beingChecked = '核对中'
/** Stands where a text was that was taken back. */
export const takenBack = '已撤下'

/** What a deputy reads beside his words that the resident has not been shown. */
export const unseenStandings = {
  checking: '核对中，群众还看不到',
  held: '待镇人大办核实，群众还看不到',
  sentBack: '退回修改，群众看不到',
} as const

/** 操作日志: what was changed, and what personal was seen or taken along. */
export const auditKinds = { change: '改过什么', view: '看过、导出过什么' } as const
export type AuditKind = keyof typeof auditKinds
