import { choice, day, line, maybe, paragraph, tick } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

export const ruleSubjects = {
  meetings: '会议',
  deputies: '代表活动',
  suggestions: '建议办理',
  supervision: '监督评议',
  stations: '代表之家',
  study: '学习培训',
  office: '人大办工作',
} as const

/** 制度: the rules that a congress gives itself, with their versions; the one that counts can hang on the wall (catalogue 22). */
export const congressRules = defineRegister({
  name: 'congressRule',
  word: '制度',
  says: '现行的制度大家都看得到，可以打印上墙。改了内容，用“停用 · 有了新版”再写新版，旧版留着。',
  empty: '还没有登记制度。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('名称', 60),
    subject: choice('管哪方面', ruleSubjects),
    adoptedBy: maybe(line('谁通过的', 60, { help: '例如“第十九届人大主席团第三次会议”。' })),
    adoptedOn: maybe(day('哪天通过', 'session')),
    text: paragraph('全文', 6000),
    onWall: maybe(tick('已经上墙')),
  },
  title: ({ name }) => name ?? '',
  listed: ['subject', 'adoptedBy', 'adoptedOn'],
  mark: ({ onWall }) => (onWall === true ? { tone: 'done', word: '已上墙' } : undefined),
  order: { by: 'name', first: 'least' },
  findBy: ['name', 'subject', 'adoptedBy', 'text'],
  key: ['name', 'adoptedOn'],
  adds: '登记一项制度',
  ends: {
    label: '停用',
    ended: '已停用',
    restore: '恢复',
    kinds: { replaced: '有了新版', dropped: '废止' },
  },
  follows: {
    label: '写新版',
    after: ['replaced'],
    begins: ({ name, subject, adoptedBy, text }) => ({ name, subject, adoptedBy, text }),
  },
})
