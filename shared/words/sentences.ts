import type * as z from 'zod/mini'
import { forms } from '../grammar/fields'
import { own } from '../grammar/own'

/**
 * What a person reads where an input has the wrong shape and its field says nothing of its own: which field, and what
 * to write. Fields of a form are called as their form calls them.
 */
const namesOfOthers: Readonly<Record<string, string>> = {
  again: '再说一次',
  answer: '微信的回答',
  answers: '微信的回答',
  areas: '框出来的地方',
  at: '时间',
  blind: '选票',
  bound: '是否绑定',
  by: '分组方式',
  call: '什么时候打电话',
  category: '类别',
  choice: '微信里的选择',
  code: '登录码',
  columns: '栏目',
  confirm: '是否确认登录',
  counts: '每位代表的票数',
  cursor: '翻页的位置',
  days: '天数',
  facts: '情况和问题',
  figure: '办理情况',
  form: '表单',
  from: '开始日期',
  given: '哪一次定稿',
  half: '半年（如 2026-2）',
  heading: '列名',
  height: '框的高',
  how: '告知方式',
  id: '编号',
  ids: '所选的编号',
  items: '议程',
  kept: '保留的选择',
  kind: '种类',
  lane: '栏目',
  leaves: '不要的行',
  mark: '标记',
  marks: '点名的记号',
  meetingKind: '会议种类',
  mends: '改正的格子',
  miniCode: '码的种类',
  month: '月份（如 2026-06）',
  narrow: '筛选',
  observers: '列席人数',
  overdue: '是否只看逾期的',
  person: '和谁有关',
  personId: '是谁',
  query: '列表的条件',
  rating: '评议',
  ratings: '评议',
  reader: '给谁看',
  reportId: '哪位代表的述职',
  rollNo: '第几次点名',
  roomCode: '大屏上的号码',
  row: '行号',
  seconds: '录音的秒数',
  seen: '看到的照片',
  sending: '这一次导入',
  session: '会次',
  sheet: '工作表',
  shown: '要看的范围',
  slip: '表决票',
  source: '怎么点的',
  standing: '落实情况',
  state: '状态',
  stationId: '站点',
  subject: '标题',
  tap: '这一次点按',
  template: '消息模板',
  term: '第几届',
  text: '内容',
  ticket: '这一页的凭条',
  to: '结束日期',
  undoes: '哪一条点错了',
  unit: '单位',
  until: '期限',
  v: '版本',
  value: '值',
  version: '看到的版本',
  village: '村',
  width: '框的宽',
  withHidden: '隐藏的要不要读',
  work: '已经做了多少',
  x: '框的左边',
  y: '框的上边',
  year: '年份',
}

/** What stands for all of it, where no field can be named. */
export const wholeInput = '提交的内容'

/** For `safeParse`: the sentence of an issue of this schema. What a field says itself goes before it. */
export const inWords = (root: z.ZodMiniType) => (issue: z.core.$ZodRawIssue) =>
  sentenceOf(labelAt(root, issue.path ?? []), issue)

function sentenceOf(label: string, issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? `请填写${label}。`
        : `${label}${shapes[issue.expected] ?? '没有填对，请返回上一页重新填写。'}`
    case 'too_big':
      return `${label}${tooMuch(issue.origin, String(issue.maximum))}`
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? `请填写${label}。`
        : `${label}${tooLittle(issue.origin, String(issue.minimum))}`
    case 'invalid_value':
      return issue.input === undefined ? `请选择${label}。` : `没有这种${label}，请返回上一页重新选择。`
    default:
      return `${label}写得不对，请返回上一页重新填写。`
  }
}

const shapes: Readonly<Record<string, string>> = {
  string: '要写成文字，请重新填写。',
  number: '要写成数字，请重新填写。',
  int: '要写成整数，请重新填写。',
  boolean: '只能选“是”或“否”，请重新选择。',
  array: '要一项一项地选，请重新选择。',
}

const tooMuch = (origin: string, most: string) =>
  origin === 'string'
    ? `最多 ${most} 个字，请删减一些。`
    : origin === 'array'
      ? `最多 ${most} 项，请去掉几项。`
      : `最大是 ${most}，请改小一些。`

const tooLittle = (origin: string, least: string) =>
  origin === 'string'
    ? `至少要 ${least} 个字，请补充一些。`
    : origin === 'array'
      ? `至少要 ${least} 项，请再选几项。`
      : `最小是 ${least}，请改大一些。`

/** The name of the innermost field on the way to the place that is wrong. */
export function labelAt(root: z.ZodMiniType, path: readonly PropertyKey[]): string {
  let label = wholeInput
  let at: z.core.$ZodType | undefined = root
  for (const step of path) {
    const inside: z.core.$ZodTypeDef | undefined = at && unwrapped(at)._zod.def
    at = undefined
    if (inside?.type === 'array') at = (inside as z.core.$ZodArrayDef).element
    if (inside?.type !== 'object') continue
    at = own((inside as z.core.$ZodObjectDef).shape, String(step))
    label = (at && labelOf(at)) ?? own(namesOfOthers, String(step)) ?? label
  }
  return label
}

/** Beneath what makes a field optional, gives it a preset or reads it in another form. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { innerType?: z.core.$ZodType; out?: z.core.$ZodType }
  const inner = def.innerType ?? def.out
  return inner ? unwrapped(inner) : schema
}

function labelOf(schema: z.core.$ZodType): string | undefined {
  const ownLabel = forms.get(schema as z.ZodMiniType)?.label
  const def = schema._zod.def as { innerType?: z.core.$ZodType; out?: z.core.$ZodType }
  const inner = def.innerType ?? def.out
  return ownLabel ?? (inner && labelOf(inner))
}
