import { choice, day, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { congressLevels } from '../words/words'

/** How a deputy came by the mandate. */
const elections = { general: '换届选举', byElection: '补选' } as const

/** Why a mandate ends (代表法 49, 选举法 50–55); a mistake in the register is none of these. */
const kinds = {
  resigned: '辞职',
  movedAway: '迁出或者调离',
  recalled: '罢免',
  disqualified: '依法终止资格',
  died: '去世',
  termOver: '任期届满',
  mistake: '登记错了',
} as const

/** After these a seat is empty; with the term all of them end. */
export const emptying = ['resigned', 'movedAway', 'recalled', 'disqualified', 'died'] as const

/** 代表职务: who sits in which congress, since when, for which district, and how that ended. One person may hold several. */
export const mandates = defineRegister({
  name: 'mandate',
  word: '代表职务',
  says: '谁是哪一级人大的代表。离任的写明原因、日期和文件，什么也不删除；暂停履职的填暂停日期。',
  empty: '还没有登记代表，请导入名册，或登记一位。',
  readBy: 'followMandates',
  keptBy: 'keepMandates',
  fields: {
    personId: picked('姓名', 'person'),
    congressLevel: choice('级别', congressLevels),
    electoralDistrictId: maybe(picked('选区', 'district')),
    certificateNo: maybe(line('代表证号', 40)),
    begunOn: maybe(day('任职日期', 'session', { help: '选举结果公布的日期。' })),
    electedHow: maybe(choice('怎样选出', elections)),
    fillsId: maybe(picked('补谁的缺', 'vacancy')),
    paper: maybe(line('公告或文件', 60)),
    suspendedOn: maybe(
      day('暂停履职日期', 'happened', {
        help: '依法暂停执行代表职务的才填（代表法）。恢复履职时清空。',
      }),
    ),
    suspendedWhy: maybe(line('暂停的原因和文件', 100)),
  },
  fixed: ['personId', 'congressLevel', 'fillsId'],
  private: { certificateNo: 'keepMandates', suspendedWhy: 'keepMandates' },
  title: (_, { personId = '', congressLevel = '' }) => `${personId} ${congressLevel}`.trim(),
  listed: ['electoralDistrictId', 'begunOn'],
  mark: ({ suspendedOn }) => (suspendedOn === null ? undefined : { tone: 'late', word: '暂停履职' }),
  narrows: { vacant: '出缺没有补上', notAgain: '新一届没有当选' },
  narrowsEnded: ['vacant'],
  order: { by: 'place', first: 'least' },
  findBy: ['personId', 'congressLevel', 'electoralDistrictId', 'certificateNo'],
  key: ['personId', 'congressLevel'],
  adds: '登记一位代表',
  begins: () => ({ congressLevel: 'township' }),
  ends: { label: '离任', ended: '已离任', restore: '恢复', kinds, paper: '文件' },
  follows: {
    label: '登记补选的代表',
    after: emptying,
    begins: ({ congressLevel, electoralDistrictId }, id, today) => ({
      congressLevel,
      electoralDistrictId,
      fillsId: id,
      electedHow: 'byElection',
      begunOn: today,
    }),
  },
})
