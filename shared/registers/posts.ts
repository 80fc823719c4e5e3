import { amount, choice, day, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { type PostKind, posts as all } from '../permissions'

/** Why a post ends; a mistake in the register is none of these. */
const kinds = {
  moved: '调离',
  resigned: '辞职',
  replaced: '换人接任',
  retired: '退休',
  termOver: '任期届满',
  died: '去世',
  mistake: '登记错了',
} as const

/** The posts that a town keeps itself; those of its county are kept by the county. */
const { countyStaff: _, ...ofTown } = all
const labels = Object.fromEntries(Object.entries(ofTown).map(([kind, { label }]) => [kind, label])) as Record<
  Exclude<PostKind, 'countyStaff'>,
  string
>

/** 地方组织法 18: one chair, and one or two vice-chairs. */
export const presidiumPosts = { chairperson: '主席', viceChairperson: '副主席' } as const
export const mostOf = { chairperson: 1, viceChairperson: 2 } as const

/** 人大干部队伍 (catalogue 5): whether the congress is all that somebody works for. */
export const engagements = { fullTime: '专职', concurrent: '兼职' } as const

/** 任职: who works in the congress office, sits in the presidium, or stands for a unit; and how that ended. */
export const posts = defineRegister({
  name: 'post',
  word: '任职',
  says: '谁在镇人大办、主席团或者承办单位任职。离任当时就不能再看、再办；什么也不删除。',
  empty: '还没有登记任职，请导入名册，或登记一位。',
  readBy: 'followPosts',
  keptBy: 'keepPosts',
  fields: {
    personId: picked('姓名', 'person'),
    postKind: choice('岗位', labels),
    handlingUnitId: maybe(
      picked('单位', 'unit', { help: '只有承办单位的岗位才选；镇人大办、主席团、领办领导和镇党委不用选。' }),
    ),
    presidiumPost: maybe(
      choice('主席团里的职务', presidiumPosts, { help: '只有主席、副主席才选；别的主席团成员不用选。' }),
    ),
    begunOn: maybe(day('任职日期', 'session')),
    engagement: maybe(choice('专职还是兼职', engagements)),
    otherDuties: maybe(amount('还兼几项别的工作', 20)),
    paper: maybe(line('任职文件', 60)),
  },
  fixed: ['personId', 'postKind', 'handlingUnitId'],
  title: (_values, { personId = '', handlingUnitId = '', postKind = '', presidiumPost = '' }) =>
    [personId, handlingUnitId, postKind, presidiumPost].filter(Boolean).join(' '),
  listed: ['begunOn'],
  tells: { conflict: '职务冲突' },
  narrows: {
    conflict: '主席团成员在行政机关任职',
    vacant: '主席、副主席出缺',
    closed: '单位撤销了，人还登记着',
  },
  narrowsEnded: ['vacant'],
  order: { by: 'place', first: 'least' },
  findBy: ['personId', 'postKind', 'presidiumPost', 'handlingUnitId'],
  key: ['personId', 'postKind', 'handlingUnitId'],
  adds: '登记一项任职',
  begins: (today) => ({ begunOn: today }),
  ends: { label: '离任', ended: '已离任', restore: '恢复', kinds, paper: '文件' },
})
